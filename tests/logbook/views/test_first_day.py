"""My first day: earlier for weeks kept on paper, and back again."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from tests.make import MONDAY, make_session, make_user, prefer
from tests.page import Page

FIRST_DAY = "/settings/first-day/"


@pytest.fixture(autouse=True)
def joined(person: User) -> None:
    """The person signed up on the Monday on which they began."""
    person.change(date_joined=datetime(2026, 11, 16, 12, tzinfo=UTC))


def first_day(person: User) -> date | None:
    person.refresh_from_db()
    return person.preferences.first_day


def test_it_shows_the_first_day_and_what_it_can_be(signed_in: Client) -> None:
    page = Page(signed_in.get(FIRST_DAY))

    (field,) = page.find("input", type="date", name="first_day")
    assert (field["value"], field["min"], field["max"]) == (
        "2026-11-16",
        "2025-11-16",
        "2026-11-16",
    )
    assert "It can be from 16 November 2025 to 16 November 2026." in page.words
    assert "Saved" not in page.words


def test_an_earlier_day_is_stored_and_can_be_undone(signed_in: Client, person: User) -> None:
    response = signed_in.post(FIRST_DAY, {"first_day": "2026-11-02"}, follow=True)

    page = Page(response)
    assert first_day(person) == date(2026, 11, 2)
    assert "Saved: your first day is 2 November 2026. It was 16 November 2026." in page.words
    (undo,) = page.find("input", type="hidden", name="first_day")

    response = signed_in.post(FIRST_DAY, {"first_day": undo["value"]}, follow=True)

    assert first_day(person) == MONDAY
    assert "Saved: your first day is 16 November 2026. It was 2 November" in Page(response).words


def test_a_day_before_joining_counts_then(signed_in: Client, person: User) -> None:
    signed_in.post(FIRST_DAY, {"first_day": "2026-11-14"})

    page = Page(signed_in.get("/week/2026-11-09/"))
    assert "0 of 20 sessions" in page.words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2025-11-15", "Your first day can be from 16 November 2025 to 16 November 2026."),
        ("2026-11-17", "Your first day can be from 16 November 2025 to 16 November 2026."),
        ("0001-01-01", "Your first day can be from 16 November 2025 to 16 November 2026."),
        ("9999-12-31", "Your first day can be from 16 November 2025 to 16 November 2026."),
        ("", "Choose the day on which you began."),
        ("2026-02-30", "That is not a date. Write the first day like 2026-11-19."),
        ("yesterday\x00", "That is not a date. Write the first day like 2026-11-19."),
    ],
)
def test_a_day_out_of_reach_comes_back_with_a_sentence(
    signed_in: Client, person: User, typed: str, sentence: str
) -> None:
    response = signed_in.post(FIRST_DAY, {"first_day": typed})

    page = Page(response)
    assert response.status_code == 400
    assert page.words.startswith("Error: My first day")
    assert f"First day: {sentence}" in page.words
    assert page.find("input", name="first_day")[0].get("value", "") == typed
    assert first_day(person) == MONDAY


def test_it_can_not_go_past_a_session_that_was_noted(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    prefer(person, first_day=date(2026, 11, 2))
    make_session(user=person, exercise=circles, day=date(2026, 11, 5))

    response = signed_in.post(FIRST_DAY, {"first_day": "2026-11-06"})

    assert "to 5 November 2026" in Page(response).words
    assert first_day(person) == date(2026, 11, 2)


@pytest.mark.parametrize("was", ["x", "2026-13-01", "2026-11-16"])
def test_an_address_that_was_tampered_with_says_nothing(signed_in: Client, was: str) -> None:
    response = signed_in.get(FIRST_DAY, {"was": was})

    assert response.status_code == 200
    assert "Saved" not in Page(response).words


def test_my_first_day_is_not_yours(signed_in: Client) -> None:
    other = make_user(email="alex@example.org")

    signed_in.post(FIRST_DAY, {"first_day": "2026-11-02"})

    assert first_day(other) == MONDAY
