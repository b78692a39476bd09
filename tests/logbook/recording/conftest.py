"""What the tests of presses share."""

from uuid import UUID

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from logbook.recording import presses
from logbook.recording.presses import NewPress, Wanted
from tests.logbook.recording.pressing import KEY, NOW, RecordPress
from tests.make import MONDAY


@pytest.fixture
def toe_presses(db: None) -> Exercise:
    return Exercise.objects.get(slug="toe-presses")


@pytest.fixture
def press(person: User, circles: Exercise, toe_presses: Exercise) -> RecordPress:
    """Two of the one and one of the other on Monday, with one press; those named are removed."""

    def record(*removed: UUID) -> list[Session]:
        wanted = [Wanted(circles, MONDAY, 2), Wanted(toe_presses, MONDAY, 1)]
        presses.record(person, NewPress(key=KEY, wanted=wanted, removed=removed), now=NOW)
        return list(Session.objects.filter(press=KEY).order_by("key"))

    return record
