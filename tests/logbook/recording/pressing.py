"""One press, and what there is of it."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

from accounts.models import User
from logbook.models import Session
from tests.make import MONDAY, THURSDAY_MORNING

NOW = THURSDAY_MORNING
LATER = NOW + timedelta(minutes=5)
TODAY = date(2026, 11, 19)
KEY = uuid4()
THREE = [("ankle-circles", MONDAY)] * 2 + [("toe-presses", MONDAY)]

RecordPress = Callable[..., list[Session]]


def done(user: User) -> list[tuple[str, date]]:
    rows = Session.objects.of(user).values_list("exercise__slug", "day")
    return sorted(rows)


def keys(user: User) -> set[UUID]:
    return set(Session.objects.of(user).values_list("key", flat=True))
