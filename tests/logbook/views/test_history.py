"""The history's pages: the past year and a calendar year."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import Site
from tests.make import (
    MONDAY,
    make_days,
    make_example_week,
    make_pain,
    make_pause,
    make_session,
    make_target,
    make_user,
    prefer,
)
from tests.page import Page

TODAY = date(2026, 11, 19)
TUESDAY = MONDAY + timedelta(days=1)
THREE_YEARS = 3 * 365
MOST_QUERIES = 8

pytestmark = pytest.mark.django_db


def live(user: User, days: int) -> None:
    """So many days with sessions, pain, pauses and now and then another target, up to today."""
    first = TODAY - timedelta(days=days)
    prefer(user, first_day=first)
    for number in range(0, days, 200):
        day = first + timedelta(days=number)
        for exercise in Exercise.objects.all():
            make_target(user=user, exercise=exercise, per_day=2, from_day=day + timedelta(days=1))
        make_pause(user=user, first_day=day, last_day=day)
    make_days(user=user, first=first, last=TODAY, counts=lambda n: (2, n % 4, 3, n % 3))
    for site in Site:
        values = {first + timedelta(days=n): n % 11 for n in range(days)}
        make_pain(user=user, site=site, values=values)


def test_the_history_says_what_was_done_in_words_table_and_picture(
    signed_in: Client, person: User
) -> None:
    make_example_week(user=person)
    make_pause(user=person, first_day=TUESDAY, last_day=TUESDAY)

    page = Page(signed_in.get("/history/"))

    assert "100% of sessions done: 20 of 20 sessions on 2 days, 1 paused." in page.words
    assert "And 9 more sessions, beyond what was due or on paused days." in page.words
    assert "Paused days have none." in page.words
    assert "Nov 2026 20 20 100% 2, 1 paused" in page.words
    assert "16 Nov 2026 20 20 100%" in page.words
    assert "Ankle circles 6 of 6 sessions 100%" in page.words
    (picture, weeks) = page.find("div", role="img")
    assert "20 of 20 sessions on 2 days, 1 paused" in picture["aria-label"]
    assert weeks["aria-label"].startswith("Share of sessions done each week, from 100% to 100%.")
    (headline,) = page.find("div", id="headline")
    assert (headline["data-counted"], headline["data-due"]) == ("20", "20")
    (month,) = page.find("tr", data_month="2026-11")
    assert (month["data-counted"], month["data-due"]) == ("20", "20")


@pytest.mark.parametrize("path", ["/history/", "/history/2026/", "/history/2025/"])
def test_sentence_picture_table_exercises_and_weeks_of_a_page_agree(
    signed_in: Client, person: User, path: str
) -> None:
    live(person, 500)

    page = Page(signed_in.get(path))

    (headline,) = page.find("div", id="headline")
    counted, due = int(headline["data-counted"]), int(headline["data-due"])
    figures = f"{counted:,} of {due:,} sessions on {headline['data-days']} days, "
    figures += f"{headline['data-paused']} paused"
    assert f"of sessions done: {figures}." in page.words
    assert figures in page.find("div", role="img")[0]["aria-label"]
    assert added_up(page, "tr", "data-month") == (counted, due)
    assert added_up(page, "li", "data-exercise") == (counted, due)
    (weeks,) = page.find("section", id="weeks")
    in_weeks = (int(weeks["data-counted"]), int(weeks["data-due"]))
    assert added_up(page, "tr", "data-week") == in_weeks
    assert path == "/history/" or in_weeks == (counted, due)


def added_up(page: Page, tag: str, name: str) -> tuple[int, int]:
    rows = [row for row in page.find(tag) if name in row]
    return sum(int(row["data-counted"]) for row in rows), sum(int(row["data-due"]) for row in rows)


def test_the_history_of_the_first_day_invites(client: Client, clock: object) -> None:
    client.force_login(make_user(first_day=TODAY))

    page = Page(client.get("/history/"))

    assert "No days yet. Today counts when it ends" in page.words
    assert page.find("a", href="/today/")[-1]["class"] == "btn btn--primary btn--big"
    assert not page.find("svg", viewBox="0 0 31 2")


def test_a_history_without_sessions_invites_and_does_not_scold(signed_in: Client) -> None:
    page = Page(signed_in.get("/history/"))

    assert "Nothing noted here, and that’s fine." in page.words
    assert "0%" not in page.words
    assert not page.find("svg", viewBox="0 0 31 2")


def test_a_history_of_paused_days_says_so(signed_in: Client, person: User) -> None:
    make_pause(user=person, first_day=MONDAY, last_day=None)

    assert "All of these days were paused." in Page(signed_in.get("/history/")).words


@pytest.mark.parametrize(
    ("query", "weeks"),
    [
        ("", 26),
        ("?weeks=12", 12),
        ("?weeks=26", 26),
        ("?weeks=52", 52),
        ("?weeks=13", 26),
        ("?weeks=-1", 26),
        ("?weeks=x", 26),
        ("?weeks=%00", 26),
        ("?weeks=٥٢", 26),
    ],
)
def test_a_link_chooses_how_many_weeks(
    signed_in: Client, person: User, query: str, weeks: int
) -> None:
    live(person, 500)

    page = Page(signed_in.get(f"/history/{query}"))

    rows = [row for row in page.find("tr") if "data-week" in row]
    (chosen,) = [link for link in page.find("a", aria_current="true") if "weeks" in link["href"]]
    assert len(rows) == weeks
    assert chosen["href"] == f"?weeks={weeks}#weeks"
    assert f"in {weeks} weeks:" in page.words


def test_earlier_years_are_a_link_away(signed_in: Client, person: User) -> None:
    live(person, 500)

    page = Page(signed_in.get("/history/"))
    before = Page(signed_in.get("/history/2025/"))

    assert page.find("a", href="/history/2025/")
    assert not page.find("a", href="/history/2024/")
    assert before.find("a", href="/history/2025/", aria_current="page")
    assert before.find("tr", data_month="2025-12")
    assert not before.find("tr", data_month="2026-01")
    assert "You started on Monday 7 July 2025" in before.words


def test_a_year_without_days_says_so(signed_in: Client) -> None:
    before, ahead = (Page(signed_in.get(f"/history/{year}/")) for year in (2025, 2027))

    assert "This year is before your first day, Monday 16 November 2026." in before.words
    assert "This year is still to come." in ahead.words


@pytest.mark.parametrize(
    "year", ["0000", "0001", "2024", "2028", "9999", "26", "20266", "x", "٢٠٢٥"]
)
def test_a_year_out_of_reach_is_a_404(signed_in: Client, year: str) -> None:
    assert signed_in.get(f"/history/{year}/").status_code == 404


@pytest.mark.parametrize(("shows", "times"), [(False, 0), (True, 1)])
def test_a_row_of_days_is_shown_to_those_who_want_it(
    signed_in: Client, person: User, shows: bool, times: int
) -> None:
    make_example_week(user=person)
    prefer(person, shows_streak=shows)

    page = Page(signed_in.get("/history/"))

    assert page.words.count("1 day in a row with all that was due.") == times
    assert page.words.count("in a row") == times


def test_pain_is_charted_where_it_was_noted(signed_in: Client, person: User) -> None:
    make_pain(user=person, site=Site.KNEE, values={MONDAY: 5, TODAY: 2})
    make_pain(user=person, site=Site.HIP, values={MONDAY: None})

    page = Page(signed_in.get("/history/"))

    assert "Knee 3.5" not in page.words
    assert "16 Nov 2026 3.5 (2 days)" in page.words
    assert "Pain goes up and down by itself. This can’t show why it changed." in page.words
    assert not page.find("div", data_site="hip")


def test_a_chart_of_pain_says_which_sides_it_is_of(signed_in: Client, person: User) -> None:
    make_pain(user=person, site=Site.KNEE, values={MONDAY: 5}, side="left")
    make_pain(user=person, site=Site.KNEE, values={TUESDAY: 4}, side="right")
    make_pain(user=person, site=Site.HIP, values={MONDAY: 4}, side="both")

    page = Page(signed_in.get("/history/"))

    assert "Week from Left knee, Right kneeBoth hips 16 Nov 2026 4.5 (2 days)" in page.words
    assert "averages of the days that you noted, whichever side hurt." in page.words


def test_another_s_sessions_and_pain_stay_out(signed_in: Client) -> None:
    other = make_user(email="other@example.org")
    live(other, 100)

    page = Page(signed_in.get("/history/"))
    then_now = Page(signed_in.get("/history/then-and-now/"))

    assert "Nothing noted here" in page.words
    assert not page.find("div", data_site="knee")
    assert "Nothing to see yet. Once you have noted pain over four weeks" in then_now.words


def test_drawings_have_decimal_points_in_german(signed_in: Client, person: User) -> None:
    live(person, 100)
    with translation.override("de"):
        pages = [Page(signed_in.get(path)) for path in ("/history/", "/history/then-and-now/")]

    for page in pages:
        drawn = [path["d"] for path in page.find("path")]
        assert all(re.fullmatch(r"[MLHVZhv0-9. -]*", path) for path in drawn)
        widths = [rect["width"] for rect in page.find("rect")]
        assert all(re.fullmatch(r"\d+(\.\d)?", width) for width in widths)


def test_each_table_that_is_folded_in_has_a_name_of_its_own(
    signed_in: Client, person: User
) -> None:
    live(person, 100)

    pages = {path: signed_in.get(path).content.decode() for path in ("/history/", "/pain/")}

    named = {path: re.findall(r"<summary>(.*?)</summary>", page) for path, page in pages.items()}
    assert named == {
        "/history/": [
            "Sessions by month as a table",
            "Sessions by week as a table",
            "Pain by week as a table",
        ],
        "/pain/": ["Pain by day as a table"],
    }


def test_progress_pages_lead_to_each_other(signed_in: Client) -> None:
    for path in ("/week/", "/history/", "/history/then-and-now/", "/history/2026/"):
        page = Page(signed_in.get(path))
        assert page.find("a", href="/history/")
        assert page.find("a", href="/week/")
    assert Page(signed_in.get("/history/")).find("a", href="/history/then-and-now/")


@pytest.mark.parametrize("days", [3, THREE_YEARS])
def test_a_history_takes_as_many_queries_however_long_it_is(
    signed_in: Client,
    person: User,
    days: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    subtests: pytest.Subtests,
) -> None:
    live(person, days)
    prefer(person, shows_streak=True)

    for path in ("/history/", "/history/2026/", "/history/then-and-now/"):
        with subtests.test(path), django_assert_max_num_queries(MOST_QUERIES):
            signed_in.get(path)


def test_sessions_of_a_paused_day_alone_are_not_nothing(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    make_pause(user=person, first_day=MONDAY, last_day=MONDAY)
    make_session(user=person, exercise=circles, day=MONDAY)

    page = Page(signed_in.get("/history/"))

    assert "0% of sessions done: 0 of 20 sessions on 2 days, 1 paused." in page.words
    assert "0% in 1 week: 0 of 20 sessions on 2 days, 1 paused." in page.words
    assert "Nothing was due" not in page.words
    assert "Nothing noted" not in page.words
