"""The file that is kept for a person: one, for a day, and as long its undo."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command

from accounts.models import User
from exchange.models import KEPT, ImportedFile
from tests.make import THURSDAY_MORNING as NOW


@pytest.mark.parametrize(("after", "left"), [(KEPT - timedelta(seconds=1), 1), (KEPT, 0)])
def test_a_file_that_somebody_looked_at_is_forgotten_after_a_day(
    person: User, clock: time_machine.Traveller, after: timedelta, left: int
) -> None:
    ImportedFile.objects.keep(person, b"a", NOW)
    clock.shift(after)

    call_command("tidy", verbosity=0)

    assert ImportedFile.objects.count() == left


def test_undo_of_a_file_ends_after_its_day_whatever_is_looked_at_since(person: User) -> None:
    ImportedFile.objects.keep_undo(person, b"u", NOW)

    ImportedFile.objects.keep(person, b"a", NOW + KEPT / 2)

    kept = ImportedFile.objects.of(person, NOW + KEPT / 2)
    assert kept
    assert (kept.packed, kept.undo) == (b"a", b"u")
    assert ImportedFile.objects.of(person, NOW + KEPT) is None


def test_undo_of_a_file_leaves_the_one_that_is_looked_at(person: User) -> None:
    ImportedFile.objects.keep_undo(person, b"u", NOW)
    ImportedFile.objects.keep(person, b"a", NOW)

    ImportedFile.objects.forget_undo(person)

    kept = ImportedFile.objects.of(person, NOW)
    assert kept
    assert (kept.packed, kept.undo) == (b"a", b"")
