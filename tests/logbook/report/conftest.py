"""What the tests of the reports share."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
import time_machine
from django.db import transaction
from pytest_django import DjangoDbBlocker

from accounts.models import User
from exercises.models import Exercise
from tests.make import (
    CIRCLES,
    THURSDAY_MORNING,
    make_days,
    make_pause,
    make_programme,
    make_target,
    make_user,
)

LONG_AGO = date(2025, 3, 12)
TODAY = date(2026, 11, 19)


@pytest.fixture(scope="module")
def twenty_months(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[UUID]:
    """Whose person has lived them. It takes seconds: once in a file, and undone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(THURSDAY_MORNING, tick=False):
            pk = live_twenty_months().pk
        yield pk
        transaction.set_rollback(True)


@pytest.fixture
def regular(twenty_months: UUID, db: None, clock: object) -> User:
    """Twenty months of ups and downs, with two pauses and a target that changed."""
    return User.objects.get(pk=twenty_months)


def live_twenty_months() -> User:
    user = make_user(email="kim@example.org", first_day=LONG_AGO)
    make_programme(user=user, from_day=LONG_AGO)
    circles = Exercise.objects.get(slug=CIRCLES)
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
