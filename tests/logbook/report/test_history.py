"""What a history's page is told: that picture, table, sentence and sums are the same sessions."""

from collections import Counter
from datetime import date, timedelta

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook.domain import adherence
from logbook.domain.adherence import Tally
from logbook.models import Session
from logbook.report import history
from logbook.report.history import HistoryReport
from tests.make import (
    CIRCLES,
    FLEXION,
    MONDAY,
    PRESSES,
    WALKING,
    make_days,
    make_example_week,
    make_pause,
    make_session,
    make_target,
)

TODAY = date(2026, 11, 19)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
LONG_AGO = date(2025, 3, 12)

pytestmark = pytest.mark.django_db


def rows(page: HistoryReport) -> list[tuple[date, int, int]]:
    """Each month's first day, and its sessions as the table has them."""
    return [
        (month.first, month.total.tally.counted, month.total.tally.due) for month in page.months
    ]


def marks(page: HistoryReport) -> int:
    return sum(bars.path.count("M") for month in page.months for bars in month.bars)


def check_agreement(page: HistoryReport) -> None:
    """Sentence, picture, table and exercises; each is read anew from what the page shows."""
    total = page.total
    figures = f"{total.tally.counted:,} of {total.tally.due:,} sessions on {total.days} days"
    assert figures in page.summary
    assert figures in page.picture
    assert sum(counted for _, counted, _ in rows(page)) == total.tally.counted
    assert sum(due for _, _, due in rows(page)) == total.tally.due
    assert adherence.total(tally for _, tally in page.by_exercise) == total.tally
    assert adherence.total(day.tally for day in page.days) == total.tally
    assert sum(month.total.days for month in page.months) == total.days == marks(page)
    assert sum(month.total.paused for month in page.months) == total.paused
    assert adherence.total(week.total.tally for week in page.weeks) == page.weeks_total.tally


@pytest.mark.parametrize("weeks", [12, 26, 52])
def test_the_past_year_agrees_with_itself(regular: User, weeks: int) -> None:
    page = history.past_year(regular, today=TODAY, weeks=weeks)

    check_agreement(page)
    assert len(page.weeks) == weeks


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_year_agrees_with_itself_and_its_weeks_are_all_of_it(regular: User, year: int) -> None:
    page = history.calendar_year(regular, year, today=TODAY)

    check_agreement(page)
    assert page.weeks_total == page.total


@pytest.mark.parametrize("week_starts_on", [0, 5, 6])
def test_weeks_begin_on_the_person_s_weekday(regular: User, week_starts_on: int) -> None:
    regular.week_starts_on = week_starts_on

    page = history.past_year(regular, today=TODAY, weeks=52)
    year = history.calendar_year(regular, 2026, today=TODAY)

    assert {week.first.weekday() for week in page.weeks} == {week_starts_on}
    assert year.weeks[0].first == date(2026, 1, 1)
    assert {week.first.weekday() for week in year.weeks[1:]} == {week_starts_on}
    assert year.weeks_total == year.total


def test_the_figures_are_those_of_the_raw_rows(regular: User) -> None:
    """Recomputed from the rows, with nothing of the arithmetic."""
    page = history.calendar_year(regular, 2026, today=TODAY)

    rows = Counter(Session.objects.filter(user=regular).values_list("day", "exercise__slug"))
    targets = {FLEXION: 2, CIRCLES: 3, PRESSES: 3, WALKING: 2}
    counted = due = days = 0
    day = date(2026, 1, 1)
    while day < TODAY:
        if not (day <= date(2026, 1, 4) or date(2026, 7, 1) <= day <= date(2026, 7, 12)):
            days += 1
            for slug, usual in targets.items():
                target = 1 if slug == CIRCLES and day >= date(2026, 4, 10) else usual
                counted, due = counted + min(rows[day, slug], target), due + target
        day += timedelta(days=1)
    assert page.total.tally == Tally(counted, due)
    assert (page.total.days, page.total.paused) == (days, 16)


def test_the_past_year_is_twelve_months_that_end_with_this_one(regular: User) -> None:
    page = history.past_year(regular, today=TODAY)

    assert [month.first for month in page.months] == [
        date(2025, 12, 1),
        *(date(2026, month, 1) for month in range(1, 12)),
    ]
    assert [month.is_now for month in page.months] == [False] * 11 + [True]
    assert page.days[0].day == date(2025, 12, 1)
    assert page.days[-1].day == TODAY - timedelta(days=1)
    assert not page.has_first_day


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 12, 31), date(2026, 1, 1)),
        (date(2027, 1, 1), date(2026, 2, 1)),
        (date(2026, 2, 28), date(2025, 3, 1)),
        (date(2026, 3, 1), date(2025, 4, 1)),
    ],
)
def test_the_twelve_months_turn_with_the_month(regular: User, today: date, first: date) -> None:
    assert len(history.past_year(regular, today=today).months) == 12
    assert history.past_year(regular, today=today).months[0].first == first


def test_months_begin_with_the_first_day_s(regular: User) -> None:
    page = history.calendar_year(regular, 2025, today=TODAY)

    assert [month.first.month for month in page.months] == list(range(3, 13))
    assert page.has_first_day
    assert page.weeks[0].first == date(2025, 3, 10)


def test_the_example_week_is_told_as_the_week_tells_it(person: User) -> None:
    make_example_week(user=person)

    page = history.past_year(person, today=TODAY)

    assert page.summary == "90% of sessions done: 27 of 30 sessions on 3 days."
    assert page.picture == (
        "Every day of November 2026: 27 of 30 sessions on 3 days. The table below has the same."
    )
    assert page.weeks_sentence == "90% in 1 week: 27 of 30 sessions on 3 days."
    assert page.more == "And 2 more sessions, beyond what was due or on paused days."
    assert [(bars.level, bars.path) for bars in page.months[0].bars] == [
        (3, "M16.5 2v-1.55"),
        (4, "M15.5 2v-2M17.5 2v-2"),
    ]


def test_a_paused_day_is_named_left_out_and_has_no_mark(person: User) -> None:
    make_example_week(user=person)
    make_pause(user=person, first_day=TUESDAY, last_day=TUESDAY)

    page = history.past_year(person, today=TODAY)

    assert page.summary == "100% of sessions done: 20 of 20 sessions on 2 days, 1 paused."
    assert page.more == "And 9 more sessions, beyond what was due or on paused days."
    assert marks(page) == 2
    assert [(day.day, day.done) for day in page.days if day.paused] == [(TUESDAY, 7)]


def test_each_day_keeps_the_targets_it_was_lived_under(person: User) -> None:
    make_example_week(user=person)
    circles = Exercise.objects.get(slug=CIRCLES)
    make_target(user=person, exercise=circles, per_day=0, from_day=WEDNESDAY)

    page = history.past_year(person, today=TODAY)

    assert dict(page.by_exercise)[circles.brief] == Tally(5, 6)
    assert page.total.tally == Tally(24, 27)


def test_on_the_first_day_nothing_is_judged(person: User) -> None:
    make_session(user=person, exercise=Exercise.objects.all()[0])

    page = history.past_year(person, today=MONDAY)

    assert (page.total.tally, page.days, page.more, page.weeks_line.path) == (Tally(), [], "", "")
    assert not page.has_first_day


def test_what_was_taken_back_or_is_another_s_stays_out(person: User, regular: User) -> None:
    exercise = Exercise.objects.all()[0]
    make_session(user=person, exercise=exercise, undone_at=person.date_joined)

    page = history.past_year(person, today=TODAY)

    assert page.total.tally == Tally(0, 30)


@pytest.mark.parametrize(
    ("first_day", "year", "years"),
    [
        (LONG_AGO, None, [2026, 2025]),
        (LONG_AGO, 2025, [2026, 2025]),
        (date(2024, 12, 31), None, [2026, 2025, 2024]),
        (date(2026, 1, 1), None, []),
        (date(2026, 1, 1), 2026, [2026]),
        (date(2026, 1, 1), 2025, [2026]),
    ],
)
def test_there_are_years_to_turn_to_from_the_first_day_s_on(
    person: User, first_day: date, year: int | None, years: list[int]
) -> None:
    person.preferences.first_day = first_day
    page = (
        history.calendar_year(person, year, today=TODAY)
        if year
        else history.past_year(person, today=TODAY)
    )

    assert list(page.years) == years


@pytest.mark.parametrize(("days", "choices"), [(83, ()), (84, (12, 26, 52)), (600, (12, 26, 52))])
def test_there_is_a_choice_of_weeks_from_twelve_on(
    person: User, days: int, choices: tuple[int, ...]
) -> None:
    person.preferences.first_day = TODAY - timedelta(days=days)

    assert history.past_year(person, today=TODAY).choices == choices
    assert history.calendar_year(person, 2026, today=TODAY).choices == ()


def test_years_before_the_first_and_to_come_have_nothing(person: User) -> None:
    before = history.calendar_year(person, 2025, today=TODAY)
    ahead = history.calendar_year(person, 2027, today=TODAY)

    assert (before.is_before_start, before.months, before.weeks, before.days) == (True, [], [], [])
    assert (ahead.is_ahead, ahead.months, ahead.weeks, ahead.days) == (True, [], [], [])


# Days in a row


@pytest.mark.parametrize(("shows", "row"), [(False, None), (True, 2)])
def test_a_row_is_counted_for_those_who_want_it(person: User, shows: bool, row: int | None) -> None:
    person.preferences.shows_streak = shows
    make_days(user=person, first=TUESDAY, last=WEDNESDAY, counts=lambda n: (2, 3, 3, 2))

    page = history.past_year(person, today=TODAY)

    assert page.row == row
    assert page.row_sentence == ("2 days in a row with all that was due." if shows else "")


def test_a_row_may_be_longer_than_the_year(regular: User) -> None:
    regular.preferences.shows_streak = True
    Session.objects.filter(user=regular).delete()
    make_days(user=regular, first=LONG_AGO, last=TODAY, counts=lambda n: (2, 3, 3, 2))

    page = history.past_year(regular, today=TODAY, weeks=12)

    assert page.row == (TODAY - LONG_AGO).days + 1 - 6 - 12
    assert history.calendar_year(regular, 2026, today=TODAY).row is None
