"""The page Then and now: two spans side by side, or what there is so far."""

from datetime import date, timedelta

import pytest
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import Site
from tests.make import MONDAY, make_pain, make_session, make_target, prefer
from tests.page import Page

ADDRESS = "/history/then-and-now/"
THEN = date(2026, 10, 5)
LAST = date(2026, 11, 18)

pytestmark = pytest.mark.django_db


def note(user: User, site: Site, then: list[int], now: list[int], first: date = THEN) -> None:
    """From the first day of either two weeks on; the last value is yesterday's."""
    values = {first + timedelta(days=at): value for at, value in enumerate(then)}
    values |= {LAST - timedelta(days=at): value for at, value in enumerate(reversed(now))}
    make_pain(user=user, site=site, values=values)


def test_two_spans_stand_side_by_side_with_their_days(signed_in: Client, person: User) -> None:
    exercise = Exercise.objects.all()[0]
    prefer(person, first_day=THEN)
    make_target(user=person, exercise=exercise, per_day=2, from_day=THEN)
    make_session(user=person, exercise=exercise, day=THEN)
    note(person, Site.BACK, [6] * 5, [4] * 5)

    page = Page(signed_in.get(ADDRESS))

    assert (
        "First two weeks 5 October to 18 October 2026 Last two weeks "
        "5 November to 18 November 2026" in page.words
    )
    assert "Back Then 6.0 5 days noted Now 4.0 5 days noted 2.0 lower 33% less" in page.words
    assert "Then 4% 1 of 28 sessions on 14 days Now 0% 0 of 52 sessions on 14 days" in page.words
    assert "1 session fewer" in page.words
    assert "Pain goes up and down by itself. This can’t show why it changed." in page.words
    assert "How much change matters differs from person to person." in page.words
    assert not page.find("select")


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ([0] * 5, "Now 0 on all 5 days noted 2.0 lower"),
        ([0] * 13 + [1], "Now 0.1 14 days noted 1.9 lower"),
        ([0] * 3, "Now 3 days noted Not enough days yet"),
    ],
)
def test_nought_is_told_where_every_entry_is(
    signed_in: Client, person: User, now: list[int], told: str
) -> None:
    note(person, Site.BACK, [2] * 4, now)

    assert told in Page(signed_in.get(ADDRESS)).words


def test_one_entry_of_four_weeks_is_not_nought(signed_in: Client, person: User) -> None:
    note(person, Site.BACK, [2] * 4, [1] + [0] * 27, first=LAST - timedelta(weeks=9))

    page = Page(signed_in.get(ADDRESS, {"now": "4"}))

    assert "Now under 0.1 28 days noted" in page.words
    (chosen,) = [each for each in page.find("option", value="4") if "selected" in each]
    assert chosen["value"] == "4"


@pytest.mark.parametrize("asked", [{}, {"then": "3"}, {"now": "x"}, {"then": "\0"}, {"now": "٤"}])
def test_other_lengths_than_those_offered_are_the_usual(
    signed_in: Client, person: User, asked: dict[str, str]
) -> None:
    note(person, Site.BACK, [2], [2], first=LAST - timedelta(weeks=9))

    page = Page(signed_in.get(ADDRESS, asked))

    assert "First two weeks 16 September to 29 September 2026" in page.words
    assert "Last two weeks 5 November to 18 November 2026" in page.words


def test_under_four_weeks_it_says_what_there_is_so_far(signed_in: Client, person: User) -> None:
    values = {MONDAY + timedelta(days=at): 6 for at in range(-2, 3)}
    make_pain(user=person, site=Site.BACK, values=values)
    make_pain(user=person, site=Site.KNEE, values={MONDAY: 3}, side="left")

    page = Page(signed_in.get(ADDRESS))

    assert "So far 14 November to 18 November 2026" in page.words
    assert "Back So far 6.0 5 days noted" in page.words
    assert "Left knee So far 1 day noted" in page.words
    assert "once four weeks lie between the first and the last day" in page.words
    assert not page.find("p", **{"class": "diff"})


def test_the_former_address_leads_here(signed_in: Client) -> None:
    assert signed_in.get("/history/working/").headers["Location"] == ADDRESS
