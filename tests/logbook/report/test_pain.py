"""The check-in of a day as data: which sites first, last time's numbers, the last weeks."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from accounts.models import User
from logbook.choices import Site
from logbook.models import DayNote, PainEntry
from logbook.report import pain
from logbook.report.pain import PainReport, SitePain
from tests.make import MONDAY, THURSDAY_MORNING, make_pain, prefer

TODAY = date(2026, 11, 19)
LONG_AGO = date(2024, 1, 1)


@pytest.fixture
def user(person: User) -> User:
    """They began long ago."""
    prefer(person, first_day=LONG_AGO)
    return person


def on(user: User, day: date = TODAY) -> PainReport:
    return pain.build(user, day, today=TODAY)


def site(user: User, name: Site, day: date = TODAY) -> SitePain:
    return next(each for each in on(user, day).sites if each.site == name)


@pytest.mark.parametrize(
    ("hurts", "order"),
    [
        ([], ["back", "knee", "hip", "foot"]),
        (["foot", "hip"], ["hip", "foot", "back", "knee"]),
        (["elbow"], ["back", "knee", "hip", "foot"]),
    ],
)
def test_the_sites_that_hurt_come_first(user: User, hurts: list[str], order: list[str]) -> None:
    prefer(user, hurts=hurts)

    assert [each.site.value for each in on(user).sites] == order


def test_nothing_is_chosen_from_other_days(user: User) -> None:
    make_pain(user=user, site=Site.BACK, values={MONDAY: 5, TODAY + timedelta(days=1): 6})

    assert (site(user, Site.BACK).value, site(user, Site.BACK).last_time) == (None, "Monday: 5")
    assert set(on(user).answers.values()) == {""}


def test_last_time_is_the_latest_day_before_with_a_number_however_long_ago(user: User) -> None:
    make_pain(user=user, site=Site.BACK, values={LONG_AGO: 5})
    make_pain(user=user, site=Site.KNEE, values={MONDAY: None})

    assert site(user, Site.BACK).last_time == "1 January 2024: 5"
    assert site(user, Site.KNEE).last_time == "Not noted on 1 January 2024"
    assert site(user, Site.BACK, LONG_AGO).last_time == ""


@pytest.mark.parametrize(("days_ago", "shown"), [(27, True), (28, False)])
def test_the_chart_has_four_weeks(user: User, days_ago: int, shown: bool) -> None:
    day = TODAY - timedelta(days=days_ago)
    make_pain(user=user, site=Site.BACK, values={day: 4})

    assert site(user, Site.BACK).values == ({day: 4} if shown else {})
    assert [each.site for each in on(user).charted] == ([Site.BACK] if shown else [])


def test_the_line_breaks_where_nothing_was_noted_and_reads_the_same_in_german(user: User) -> None:
    days_ago = {0: 5, 1: 0, 2: None, 3: 10}
    values = {TODAY - timedelta(days=number): value for number, value in days_ago.items()}
    make_pain(user=user, site=Site.BACK, values=values)

    with translation.override("de"):
        line = site(user, Site.BACK).line

    assert line.path == "M96.3 100L100 50"
    assert line.dots == "M88.89 0h.001M96.3 100h.001M100 50h.001"


def test_the_table_has_the_charts_numbers_the_latest_day_first(user: User) -> None:
    make_pain(user=user, site=Site.BACK, values={MONDAY: 5, TODAY: None})
    make_pain(user=user, site=Site.FOOT, values={TODAY: 0})

    assert on(user).table == [(TODAY, (None, 0)), (MONDAY, (5, None))]


def test_the_page_of_a_day_tells_its_numbers_and_note(user: User) -> None:
    prefer(user, hurts=["foot"])
    make_pain(user=user, site=Site.BACK, values={TODAY: 5})
    make_pain(user=user, site=Site.FOOT, values={TODAY: 2, MONDAY: 9})
    DayNote.objects.create(user=user, day=TODAY, text="Rain.", recorded_at=THURSDAY_MORNING)

    assert (pain.notes_on(user, TODAY).pain, pain.notes_on(user, TODAY).note) == (
        "foot 2, back 5",
        "Rain.",
    )
    assert (pain.notes_on(user, MONDAY).pain, pain.notes_on(user, MONDAY).note) == ("foot 9", "")
    assert on(user).note == "Rain."
    assert PainEntry.objects.filter(user=user).count() == 3
