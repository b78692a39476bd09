"""A session without an account, where an address is confirmed first."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from accounts.models import User
from logbook.models import Session
from tests.accounts.ways import code_in
from tests.make import MONDAY, NEWCOMER, PASSWORD, PRESSES, make_user

SIGN_UP, SIGN_IN = "/accounts/signup/", "/accounts/login/"
CONFIRM, LEAVE = "/accounts/confirm-email/", "/accounts/logout/"

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "mail_server")]


def keep(client: Client, **changes: str) -> None:
    sent = {
        "exercise": PRESSES,
        "key": str(uuid4()),
        "source": "guided",
        "seconds": "90",
        "ended": str(int(timezone.now().timestamp())),
    }
    answer = client.post(SIGN_UP, NEWCOMER | sent | changes)
    assert answer.headers["Location"] == CONFIRM


def recorded() -> list[tuple[str, str]]:
    rows = Session.objects.select_related("user", "exercise")
    return [(row.user.email, row.exercise.slug) for row in rows]


def test_it_is_recorded_once_the_code_is_typed(
    client: Client, mailoutbox: list[EmailMessage], clock: time_machine.Traveller
) -> None:
    keep(client)
    assert recorded() == []
    clock.shift(timedelta(minutes=5))

    answer = client.post(CONFIRM, {"code": code_in(mailoutbox[0])})

    assert answer.headers["Location"] == "/welcome/hurts/"
    assert recorded() == [("margit@example.org", PRESSES)]


def test_whoever_else_confirms_the_address_finds_nothing(
    client: Client, mailoutbox: list[EmailMessage], clock: time_machine.Traveller
) -> None:
    keep(client)
    clock.shift(timedelta(hours=1))
    elsewhere = Client()
    sent = {"login": NEWCOMER["email"], "password": NEWCOMER["password1"]}
    elsewhere.post(SIGN_IN, sent)
    elsewhere.post(CONFIRM, {"code": code_in(mailoutbox[-1])})

    assert User.objects.get().last_login
    assert recorded() == []


def test_an_address_that_has_an_account_gets_it_when_it_signs_in_here(client: Client) -> None:
    sam = make_user(first_day=MONDAY)
    keep(client, email=sam.email.upper())
    client.post(LEAVE, {"next": SIGN_IN})

    client.post(SIGN_IN, {"login": sam.email, "password": PASSWORD})

    assert recorded() == [(sam.email, PRESSES)]


def test_another_person_who_signs_in_here_gets_nothing(client: Client) -> None:
    make_user(first_day=MONDAY)
    alex = make_user(email="alex@example.org", first_day=MONDAY)
    keep(client, email="sam@example.org")
    client.post(LEAVE, {"next": SIGN_IN})
    client.post(SIGN_IN, {"login": alex.email, "password": PASSWORD})
    client.post(LEAVE)

    client.post(SIGN_IN, {"login": "sam@example.org", "password": PASSWORD})

    assert recorded() == []


@pytest.mark.parametrize(("hours", "sessions"), [(23, 1), (25, 0)])
def test_it_waits_a_day_for_whoever_is_signing_up(
    client: Client, clock: time_machine.Traveller, hours: int, sessions: int
) -> None:
    sam = make_user(first_day=MONDAY)
    keep(client, email=sam.email)
    client.post(LEAVE, {"next": SIGN_IN})
    clock.shift(timedelta(hours=hours))

    client.post(SIGN_IN, {"login": sam.email, "password": PASSWORD})

    assert len(recorded()) == sessions
