"""Weeks and pain as a history charts them."""

import re
from datetime import date, timedelta

import pytest
from django.utils import translation

from accounts.models import User
from logbook.choices import Site
from logbook.report import history
from tests.make import MONDAY, make_pain, make_pause

TODAY = date(2026, 11, 19)
TUESDAY = MONDAY + timedelta(days=1)

pytestmark = pytest.mark.django_db


def test_a_week_without_days_that_count_is_a_gap(regular: User) -> None:
    make_pause(user=regular, first_day=date(2026, 9, 14), last_day=date(2026, 9, 27))

    page = history.past_year(regular, today=TODAY, weeks=12)

    gaps = [week.first for week in page.weeks if week.share is None]
    assert gaps == [date(2026, 9, 14), date(2026, 9, 21)]
    assert page.weeks_line.path.count("M") == 2


def test_pain_is_charted_by_week_where_it_was_noted(regular: User) -> None:
    make_pain(user=regular, site=Site.BACK, values={MONDAY: 4, TUESDAY: 5, TODAY: 4})
    make_pain(user=regular, site=Site.BACK, values={MONDAY - timedelta(days=21): 8})
    make_pain(user=regular, site=Site.HIP, values={MONDAY: None})
    make_pain(user=regular, site=Site.KNEE, values={date(2025, 6, 1): 9})

    page = history.past_year(regular, today=TODAY, weeks=12)

    (back,) = page.pains
    assert (back.site, back.values) == (Site.BACK, [8.0, 4.3])
    assert back.line.dots == "M72.73 20h.001M100 56.67h.001"
    assert back.picture == (
        "Back, weekly averages of pain from 0 to 10: between 4.3 and 8.0. "
        "The table below has the weeks."
    )
    assert [(week.first, mean.entries) for week, (mean,) in page.weeks_of_pain] == [
        (MONDAY - timedelta(days=21), 1),
        (MONDAY, 3),
    ]


def test_a_chart_has_one_mean_a_week_and_says_which_sides_it_is_of(regular: User) -> None:
    make_pain(user=regular, site=Site.KNEE, values={MONDAY: 3}, side="right")
    make_pain(user=regular, site=Site.KNEE, values={TUESDAY: 6}, side="left")
    before = MONDAY - timedelta(days=7)
    make_pain(user=regular, site=Site.KNEE, values={before: None}, side="both")

    (knee,) = history.past_year(regular, today=TODAY, weeks=12).pains

    assert (knee.name, knee.values) == ("Left knee, Right knee", [4.5])


@pytest.mark.parametrize(
    ("year", "start", "end"),
    [(None, "Aug 2026", "Now"), (2026, "Jan 2026", "Now"), (2025, "Mar 2025", "Dec 2025")],
)
def test_a_chart_says_where_its_weeks_begin_and_end(
    regular: User, year: int | None, start: str, end: str
) -> None:
    page = (
        history.calendar_year(regular, year, today=TODAY)
        if year
        else history.past_year(regular, today=TODAY, weeks=12)
    )

    assert (page.weeks_start, page.weeks_end) == (start, end)


def test_a_single_week_has_no_start(person: User) -> None:
    page = history.past_year(person, today=TODAY)

    assert (page.weeks_start, page.weeks_end) == ("", "Now")


def test_without_pain_there_is_no_chart(regular: User) -> None:
    page = history.past_year(regular, today=TODAY)

    assert (list(page.pains), page.weeks_of_pain) == ([], [])


def test_geometry_has_decimal_points_in_german(regular: User) -> None:
    make_pain(user=regular, site=Site.BACK, values={MONDAY: 4, TODAY: 5})
    with translation.override("de"):
        page = history.past_year(regular, today=TODAY)
        drawn = [
            page.weeks_line.path,
            page.weeks_line.area,
            page.pains[0].line.dots,
            *(bars.path for month in page.months for bars in month.bars),
        ]

    assert all(re.fullmatch(r"[MLHVZhv0-9. -]+", path) for path in drawn)
