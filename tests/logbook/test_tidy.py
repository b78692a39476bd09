"""`tidy`: what was kept for a while is forgotten, whoever comes or doesn't."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command

from accounts.models import User
from logbook import recording
from logbook.models import BroughtFile
from logbook.recording.files import KEPT
from tests.make import THURSDAY_MORNING as NOW


@pytest.mark.parametrize(("after", "left"), [(KEPT - timedelta(seconds=1), 1), (KEPT, 0)])
def test_a_file_that_somebody_looked_at_is_forgotten_after_a_day(
    person: User, clock: time_machine.Traveller, after: timedelta, left: int
) -> None:
    recording.keep_file(user=person, packed=b"a", now=NOW)
    clock.shift(after)

    call_command("tidy", verbosity=0)

    assert BroughtFile.objects.count() == left
