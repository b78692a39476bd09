"""Another person's ids on every address, by every method: not found, and nothing changes."""

from datetime import date
from uuid import UUID

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.test import Client

from accounts import events
from accounts.models import EventKind, User
from exercises.models import Exercise
from logbook.choices import Site
from logbook.models import DayNote, Press
from tests.addresses import ADDRESSES, EXAMPLES, undone
from tests.attacks.rows import everything
from tests.make import (
    PASSWORD,
    THURSDAY_MORNING,
    make_pain,
    make_pause,
    make_programme,
    make_session,
    make_user,
)

DAY = date.fromisoformat(EXAMPLES["day"])
KEY, NUMBER = UUID(EXAMPLES["key"]), int(EXAMPLES["pk"])
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
    "name": "Mine",
    "note": "mine now",
    "time": "08:00",
}
OURS = [path for path in ADDRESSES if not path.startswith(("/accounts/", "/admin/"))]
WITH_A_KEY = [path for path in OURS if EXAMPLES["key"] in path]
WITH_A_NUMBER = [
    path for path in ADDRESSES if f"/{NUMBER}/" in path and not path.startswith("/admin/")
]


@pytest.fixture
def alex(person: User) -> User:
    """Somebody with one of everything, under the keys that the addresses name."""
    alex = make_user(email="alex@example.org", first_day=DAY)
    make_programme(user=alex, from_day=DAY)
    exercise = Exercise.objects.get(slug=EXAMPLES["slug"])
    press = Press.objects.create(user=alex, key=KEY, recorded_at=THURSDAY_MORNING)
    make_session(user=alex, exercise=exercise, day=DAY, key=KEY, press=press, note=SECRETS[1])
    make_pause(user=alex, first_day=DAY, key=KEY)
    make_pain(user=alex, site=Site.KNEE, values={DAY: 7})
    DayNote.objects.create(user=alex, day=DAY, text=SECRETS[1], recorded_at=THURSDAY_MORNING)
    Authenticator.objects.create(
        pk=NUMBER, user=alex, type=Authenticator.Type.WEBAUTHN, data={"name": SECRETS[1]}
    )
    browser = Client()
    browser.force_login(alex)
    UserSession.objects.create(
        pk=NUMBER, user=alex, session_key=browser.session.session_key, ip="192.0.2.1", data={}
    )
    events.record(alex, EventKind.SIGN_IN, device=SECRETS[1], now=THURSDAY_MORNING)
    return alex


@pytest.fixture
def signed_in(signed_in: Client) -> Client:
    """Has just typed the password once more, and may add and remove ways in."""
    signed_in.post("/accounts/reauthenticate/", {"password": PASSWORD, "next": "/settings/"})
    return signed_in


def of(user: User) -> dict[str, list[dict[str, object]]]:
    """The rows that are that person's, by their table."""
    return {
        label: [row for row in rows if user.pk in {row.get("user_id"), row.get("id")}]
        for label, rows in everything().items()
    }


@pytest.mark.slow
def test_nobody_reaches_what_is_anothers(
    signed_in: Client, alex: User, subtests: pytest.Subtests
) -> None:
    before = of(alex)

    for path in ADDRESSES:
        with subtests.test(path), undone(signed_in):
            for method in ("get", "head", "post", "put", "patch", "delete", "options"):
                send = getattr(signed_in, method)
                response = send(path, SENT) if method in {"get", "post"} else send(path)
                assert not any(secret in response.getvalue().decode() for secret in SECRETS), method

            assert of(alex) == before


@pytest.mark.usefixtures("alex")
def test_anothers_key_is_not_found(signed_in: Client, subtests: pytest.Subtests) -> None:
    for path in (*WITH_A_KEY, *WITH_A_NUMBER):
        with subtests.test(path), undone(signed_in):
            assert signed_in.post(path, SENT).status_code == 404


def test_there_are_addresses_with_a_key_or_a_number() -> None:
    assert len(WITH_A_KEY) >= 8
    assert len(WITH_A_NUMBER) == 3
