"""What the tests of the reports share."""

from datetime import date

import pytest

from accounts.models import User
from exercises.models import Exercise
from tests.make import make_days, make_pause, make_programme, make_target, make_user

LONG_AGO = date(2025, 3, 12)
TODAY = date(2026, 11, 19)


@pytest.fixture
def regular(db: None, clock: object) -> User:
    """Twenty months of ups and downs, with two pauses and a target that changed."""
    user = make_user(email="kim@example.org", first_day=LONG_AGO)
    make_programme(user=user, from_day=LONG_AGO)
    circles = Exercise.objects.get(routine="circles")
    make_target(user=user, exercise=circles, per_day=1, from_day=date(2026, 4, 10))
    make_days(
        user=user,
        first=LONG_AGO,
        last=TODAY,
        counts=lambda n: (n % 3, n % 4, 3, 2 if n % 11 else 0),
    )
    make_pause(user=user, first_day=date(2025, 12, 30), last_day=date(2026, 1, 4))
    make_pause(user=user, first_day=date(2026, 7, 1), last_day=date(2026, 7, 12))
    return user
