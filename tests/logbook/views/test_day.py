"""Any day's page."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource
from tests.make import make_session
from tests.page import Page

TUESDAY = date(2026, 11, 17)


def test_a_day_lists_each_session_with_its_time_and_how_it_came(
    signed_in: Client, person: User
) -> None:
    circles = Exercise.objects.get(slug="ankle-circles")
    at_noon = datetime(2026, 11, 17, 11, 5, tzinfo=UTC)
    make_session(user=person, exercise=circles, day=TUESDAY, moment=at_noon)
    make_session(user=person, exercise=circles, day=TUESDAY, source=SessionSource.BACKFILL)

    page = Page(signed_in.get(reverse("logbook:day", args=[TUESDAY])))

    assert "Tuesday 17 November" in page.words
    assert "2 of 10 sessions" in page.words
    first, second = "Ankle circles, session 1, 12:05", "Ankle circles, session 2, no time"
    assert f"12:05, ticked Edit {first} Remove {first}" in page.words
    assert f"No time, filled in Edit {second} Remove {second}" in page.words
    (row,) = page.find("li", data_exercise="ankle-circles")
    assert (row["data-done"], row["data-target"]) == ("2", "3")
    (headline,) = page.find("div", id="headline")
    assert (headline["data-counted"], headline["data-due"]) == ("2", "10")


def test_a_day_can_always_take_one_session_more(signed_in: Client, person: User) -> None:
    walking = Exercise.objects.get(slug="toe-walking")
    for _ in range(2):
        make_session(user=person, exercise=walking, day=TUESDAY)

    page = Page(signed_in.get(reverse("logbook:day", args=[TUESDAY])))

    assert "Add one session: Toe walking" in page.words
    assert page.hidden("page") == ["day"] * len(page.hidden("page"))


def test_a_day_to_come_says_so_and_has_no_forms(signed_in: Client) -> None:
    response = signed_in.get("/days/2026-11-20/")

    assert response.status_code == 200
    assert "This day is still to come." in Page(response).words
    assert Page(response).hidden("exercise") == []


def test_a_day_before_the_first_says_so_and_leads_to_the_first(signed_in: Client) -> None:
    page = Page(signed_in.get("/days/2026-11-15/"))

    assert "This day is before your first day, Monday 16 November 2026." in page.words
    assert page.find("a", href="/days/2026-11-16/")
    assert page.hidden("exercise") == []


@pytest.mark.parametrize(
    "path",
    [
        "/days/0001-01-01/",
        "/days/9999-12-31/",
        "/days/2026-02-30/",
        "/days/2026-13-01/",
        "/days/0000-00-00/",
        "/days/2026-1-1/",
        "/days/tomorrow/",
        "/week/0001-01-01/",
        "/week/9999-12-31/",
        "/week/2026-02-30/",
        "/week/2025-11-01/",
    ],
)
def test_a_date_far_away_or_that_does_not_exist_is_not_found(signed_in: Client, path: str) -> None:
    response = signed_in.get(path)

    assert response.status_code == 404
    assert "These footprints lead nowhere" in Page(response).words


def test_the_day_turns_to_its_neighbours(signed_in: Client) -> None:
    page = Page(signed_in.get(reverse("logbook:day", args=[TUESDAY])))

    assert [link["href"] for link in page.find("a", rel="prev")] == ["/days/2026-11-16/"]
    assert [link["href"] for link in page.find("a", rel="next")] == ["/days/2026-11-18/"]
