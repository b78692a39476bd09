"""Another person's ids on every address, by every method: not found, and nothing changes."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.models import DayNote, Site
from tests.addresses import ADDRESSES, EXAMPLES
from tests.attacks.rows import everything
from tests.make import (
    THURSDAY_MORNING,
    make_pain,
    make_pause,
    make_programme,
    make_session,
    make_user,
)

DAY = date.fromisoformat(EXAMPLES["day"])
KEY = UUID(EXAMPLES["key"])
SECRETS = ("alex@example.org", "Alex’s own words")
SENT = {
    "key": str(KEY),
    "day": EXAMPLES["day"],
    "exercise": "ankle-circles",
    "page": "today",
    "batch": str(KEY),
    "user": "alex@example.org",
    "user_id": "1",
    "first_day": EXAMPLES["day"],
    "last_day": EXAMPLES["day"],
    "reason": "ill",
    "during": "high",
    "note": "mine now",
    "time": "08:00",
}
OURS = [path for path in ADDRESSES if not path.startswith(("/accounts/", "/admin/"))]
WITH_A_KEY = [path for path in OURS if EXAMPLES["key"] in path]


@pytest.fixture
def alex(person: User) -> User:
    """Somebody with one of everything, under the keys that the addresses name."""
    alex = make_user(email="alex@example.org", first_day=DAY)
    make_programme(user=alex, from_day=DAY)
    exercise = Exercise.objects.get(slug=EXAMPLES["slug"])
    make_session(user=alex, exercise=exercise, day=DAY, key=KEY, batch=KEY, note=SECRETS[1])
    make_pause(user=alex, first_day=DAY, key=KEY)
    make_pain(user=alex, site=Site.KNEE, values={DAY: 7})
    DayNote.objects.create(user=alex, day=DAY, text=SECRETS[1], recorded_at=THURSDAY_MORNING)
    return alex


def of(user: User) -> dict[str, list[dict[str, object]]]:
    """The rows that are that person's, by their table."""
    return {
        label: [row for row in rows if user.pk in {row.get("user_id"), row.get("id")}]
        for label, rows in everything().items()
    }


@pytest.mark.parametrize("path", ADDRESSES)
def test_nobody_reaches_what_is_anothers(signed_in: Client, alex: User, path: str) -> None:
    before = of(alex)

    for method in ("get", "head", "post", "put", "patch", "delete", "options"):
        send = getattr(signed_in, method)
        response = send(path, SENT) if method in {"get", "post"} else send(path)
        assert not any(secret in response.content.decode() for secret in SECRETS), method

    assert of(alex) == before


@pytest.mark.parametrize("path", WITH_A_KEY)
def test_anothers_key_is_not_found(signed_in: Client, alex: User, path: str) -> None:
    assert signed_in.post(path, SENT).status_code == 404


def test_there_are_addresses_with_a_key() -> None:
    assert len(WITH_A_KEY) >= 8
