"""An act that an outbox sends has one answer, which names its key."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from logbook.choices import SessionSource
from logbook.models import Session
from tests.make import THURSDAY_MORNING, make_programme, make_user

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

pytestmark = pytest.mark.django_db
TODAY = "2026-11-19"
KEY = "018f0000-0000-7000-8000-000000000001"


@pytest.fixture(autouse=True)
def thursday() -> Iterator[None]:
    with time_machine.travel(THURSDAY_MORNING, tick=False):
        yield


@pytest.fixture
def person() -> User:
    user = make_user()
    make_programme(user=user)
    return user


@pytest.fixture
def client(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def send(client: Client, who: str, address: str = "/sessions/", **fields: str) -> "Response":
    tick = {"exercise": "ankle-circles", "day": TODAY, "key": KEY, "page": "today"}
    headers = {"Outbox": KEY, "Outbox-Who": who, "Outbox-Page": "1"}
    return client.post(address, {**tick, **fields}, headers=headers)


def test_what_was_done_comes_back_with_the_page_it_leads_to(client: Client, person: User) -> None:
    response = send(client, person.mark)

    told = response.json()
    assert response.status_code == 200
    assert (told["key"], told["done"], told["to"]) == (KEY, True, f"/today/?just={KEY}")
    assert "Ankle circles ticked, 1 of 3." in told["page"]
    assert "no-store" in response.headers["Cache-Control"]
    assert Session.objects.of(person).count() == 1


def test_without_a_page_asked_for_none_is_drawn(client: Client, person: User) -> None:
    tick = {"exercise": "ankle-circles", "day": TODAY, "key": KEY}
    headers = {"Outbox": KEY, "Outbox-Who": person.mark}

    told = client.post("/sessions/", tick, headers=headers).json()

    assert told == {"key": KEY, "done": True, "to": f"/today/?just={KEY}"}


def test_a_form_without_an_outbox_is_answered_as_ever(client: Client) -> None:
    tick = {"exercise": "ankle-circles", "day": TODAY, "key": KEY}

    assert client.post("/sessions/", tick).status_code == 302


def test_whoever_is_signed_out_is_told_so_and_nothing_is_written(person: User) -> None:
    response = send(Client(), person.mark)

    assert (response.status_code, response.json()) == (401, {"key": KEY, "who": ""})
    assert not Session.objects.exists()


def test_another_person_s_act_is_never_taken(client: Client, person: User) -> None:
    other = make_user(email="kim@example.org")

    response = send(client, other.mark)

    assert (response.status_code, response.json()) == (409, {"key": KEY, "who": person.mark})
    assert not Session.objects.exists()


def test_a_token_that_ran_out_is_answered_with_one_that_works(person: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)

    response = send(client, person.mark)

    assert response.status_code == 403
    token = response.json()["token"]
    assert send(client, person.mark, csrfmiddlewaretoken=token).json()["done"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"day": "2026-11-20"}, "Friday 20 November 2026 is still to come."),
        ({"day": "2026-11-15"}, "Sunday 15 November 2026 is before your first day"),
        ({"day": "soon"}, "That is not a date."),
        ({"exercise": "handstand"}, "There is no such exercise."),
        ({"key": "x"}, "This form has a slip in its key."),
        ({"ago": "soon"}, "The clock of your device seems to be wrong"),
        ({"ago": "-99999999999"}, "The clock of your device seems to be wrong"),
        ({"ago": "-90000"}, "The clock of your device is more than a day ahead."),
    ],
)
def test_a_refusal_is_told_in_its_sentence(
    client: Client, person: User, fields: dict[str, str], reason: str
) -> None:
    response = send(client, person.mark, **fields)

    told = response.json()
    assert (response.status_code, told["refused"]) == (400, True)
    assert told["reasons"][0].startswith(reason)
    assert not Session.objects.exists()


def test_another_person_s_key_is_refused(client: Client, person: User) -> None:
    other = make_user(email="kim@example.org")
    theirs = Client()
    theirs.force_login(other)
    send(theirs, other.mark)

    response = send(client, person.mark)

    assert (response.status_code, response.json()["refused"]) == (404, True)


def test_what_has_to_be_asked_first_is_not_done(client: Client) -> None:
    cautious = make_user(email="kim@example.org", consent=None)
    client.force_login(cautious)

    response = send(client, cautious.mark, f"/days/{TODAY}/note/", note="Tired.")

    assert "done" not in response.json()


def test_sent_twice_it_is_one_session(client: Client, person: User) -> None:
    answers = [send(client, person.mark).json()["done"] for _ in range(2)]

    assert answers == [True, True]
    assert Session.objects.of(person).count() == 1


@pytest.mark.parametrize("key", ["", "x" * 10_000, "<script>", "\xe9", "0"])
def test_strange_keys_are_no_error_of_ours(client: Client, person: User, key: str) -> None:
    headers = {"Outbox": key, "Outbox-Who": person.mark}

    assert client.post("/sessions/", {}, headers=headers).status_code == 400


def test_what_was_kept_keeps_its_day_and_its_moment(client: Client, person: User) -> None:
    send(client, person.mark, day="2026-11-17", ago=str(2 * 24 * 3600 + 60))

    (session,) = Session.objects.of(person)
    assert session.day is not None
    assert str(session.day) == "2026-11-17"
    assert session.moment == datetime(2026, 11, 17, 7, 59, tzinfo=UTC)
    assert session.source == SessionSource.OFFLINE
    assert session.recorded_at == THURSDAY_MORNING
