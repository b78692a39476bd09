"""The closed door: who isn't signed in is asked to, and comes back to what they were doing."""

from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.access import LONGEST
from accounts.models import User
from logbook.models import Session
from tests.make import PASSWORD, make_user
from tests.page import Page

GUNICORN_TAKES = 4_094 - len("GET  HTTP/1.1")
CREDENTIALS = {"login": "sam@example.org", "password": PASSWORD}


def asked_to_come_back_to(address: str) -> str:
    """The address to which sign-in will lead."""
    parts = urlsplit(address)
    assert parts.path == "/accounts/login/"
    return parse_qs(parts.query)["next"][0]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/today/", "/settings/", "/week/2026-11-16/?from=today"])
def test_a_page_is_asked_for_again_after_signing_in(client: Client, address: str) -> None:
    make_user()

    response = client.get(address)
    assert asked_to_come_back_to(response.headers["Location"]) == address
    page = Page(client.get(response.headers["Location"]))
    assert "Please sign in, then you can go on where you were." in page.words
    sent = CREDENTIALS | {"next": page.hidden("next")[0]}

    assert client.post("/accounts/login/", sent).headers["Location"] == address


def test_a_tick_after_the_session_ended_can_still_be_made(person: User, signed_in: Client) -> None:
    sent = {
        "exercise": "toe-walking",
        "day": "2026-11-19",
        "key": str(uuid4()),
        "page": "today",
    }
    signed_in.session.flush()

    response = signed_in.post("/sessions/", sent)
    back = asked_to_come_back_to(response.headers["Location"])
    assert urlsplit(back).path == "/sessions/"
    assert parse_qs(urlsplit(back).query) == {name: [value] for name, value in sent.items()}
    page = Page(signed_in.post("/accounts/login/", CREDENTIALS | {"next": back}, follow=True))
    assert not Session.objects.exists()  # following a link records nothing

    signed_in.post("/sessions/", {name: page.hidden(name)[0] for name in sent})
    assert [str(session.key) for session in Session.objects.of(person)] == [sent["key"]]


def test_what_else_was_sent_with_a_tick_does_not_go_into_the_address(db: None) -> None:
    sent = {"exercise": "toe-walking", "csrfmiddlewaretoken": "secret", "note": "private"}

    response = Client().post("/sessions/", sent)

    back = asked_to_come_back_to(response.headers["Location"])
    assert back == "/sessions/?exercise=toe-walking"


def test_what_was_filled_in_goes_with_what_it_was_drawn_with_and_nothing_else_does(
    db: None,
) -> None:
    drawn = {"initial-theme": "dark", "initial-day_ends_at": "3", "initial-shows_streak": "True"}
    sent = drawn | {"theme": "light", "day_ends_at": "3", "hurts": "knee", "initial-hurts": "hip"}

    response = Client().post("/settings/", sent)

    back = asked_to_come_back_to(response.headers["Location"])
    assert parse_qs(urlsplit(back).query) == {
        "theme": ["light"],
        "initial-theme": ["dark"],
        "initial-shows_streak": ["True"],
    }


@pytest.mark.parametrize("address", ["/pain/", "/days/2026-11-19/note/"])
def test_what_was_felt_stands_in_no_address(db: None, address: str) -> None:
    response = Client().post(address, {"back": "5", "note": "rain", "initial-note": ""})

    assert asked_to_come_back_to(response.headers["Location"]) == address


@pytest.mark.parametrize(
    ("length", "kept"), [(1, True), (3_400, True), (3_500, False), (20_000, False)]
)
def test_what_makes_the_address_too_long_is_left_out(db: None, length: int, kept: bool) -> None:
    sent = {"morning_cue": "x" * length, "evening_around": "20:30"}

    response = Client().post("/settings/rounds/", sent)

    back = asked_to_come_back_to(response.headers["Location"])
    assert len(response.headers["Location"]) <= LONGEST + 100 < GUNICORN_TAKES
    assert ("morning_cue" in back, "evening_around" in back) == (kept, True)


def test_a_public_page_asks_the_database_for_nobody(
    signed_in: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert signed_in.get("/healthz").status_code == 200
