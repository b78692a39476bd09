"""What a week's page is told."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook.domain.adherence import Tally
from logbook.report import week as week_report
from tests.make import (
    CIRCLES,
    FLEXION,
    MONDAY,
    PRESSES,
    WALKING,
    make_example_week,
    make_programme,
    make_session,
    make_target,
    make_user,
)

TODAY = date(2026, 11, 19)
TUESDAY, WEDNESDAY, SUNDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 6))

pytestmark = pytest.mark.django_db

Do = Callable[..., None]


@pytest.fixture
def do(person: User) -> Do:
    """Makes sessions on a day: do(MONDAY, flexion=2, circles=3)."""

    def make(day: date, **counts: int) -> None:
        for name, count in counts.items():
            exercise = Exercise.objects.get(slug__endswith=name)
            for _ in range(count):
                make_session(user=person, exercise=exercise, day=day)

    return make


@pytest.fixture
def example_week(person: User) -> None:
    make_example_week(user=person)


@pytest.mark.usefixtures("example_week")
def test_worked_example_1_the_week_judges_its_three_days_that_are_over(person: User) -> None:
    week = week_report.build(person, MONDAY, today=TODAY)

    assert (week.tally, week.tally.percent) == (Tally(27, 30), 90)
    assert week.span == "27 of 30 sessions from Monday to Wednesday."
    assert [(day.state, day.tally) for day in week.days] == [
        ("past", Tally(10, 10)),
        ("past", Tally(7, 10)),
        ("past", Tally(10, 10)),
        ("today", Tally(4, 10)),
        ("ahead", Tally()),
        ("ahead", Tally()),
        ("ahead", Tally()),
    ]


@pytest.mark.usefixtures("example_week")
def test_the_grid_shows_what_was_done_also_beyond_the_target(person: User) -> None:
    week = week_report.build(person, MONDAY, today=TODAY)

    grid = [[(cell.done, cell.target, cell.state) for cell in day.cells] for day in week.days]
    assert grid[1] == [(1, 2, "part"), (2, 3, "part"), (2, 3, "part"), (2, 2, "full")]
    assert grid[2] == [(3, 2, "full"), (4, 3, "full"), (3, 3, "full"), (2, 2, "full")]
    assert grid[3][3] == (0, 2, "none")
    assert grid[4][0] == (0, 2, "ahead")


@pytest.mark.usefixtures("example_week")
def test_each_exercise_has_a_tally_of_its_own(person: User) -> None:
    week = week_report.build(person, MONDAY, today=TODAY)

    assert [(exercise.slug, tally) for exercise, tally in week.by_exercise] == [
        (FLEXION, Tally(5, 6)),
        (CIRCLES, Tally(8, 9)),
        (PRESSES, Tally(8, 9)),
        (WALKING, Tally(6, 6)),
    ]


def test_worked_example_3_a_lowered_target_leaves_the_days_before_it(person: User) -> None:
    circles = Exercise.objects.get(slug=CIRCLES)
    make_target(user=person, exercise=circles, per_day=2, from_day=WEDNESDAY)

    week = week_report.build(person, MONDAY, today=TODAY)

    assert [day.cells[1].target for day in week.days] == [3, 3, 2, 2, 2, 2, 2]
    assert week.tally.due == 29


def test_worked_example_4_the_days_before_joining_are_not_noughts() -> None:
    saturday = MONDAY + timedelta(days=5)
    user = make_user(email="kim@example.org", first_day=saturday)
    make_programme(user=user, from_day=saturday)

    week = week_report.build(user, MONDAY, today=SUNDAY)

    assert [day.state for day in week.days] == ["before"] * 5 + ["past", "today"]
    assert {cell.state for cell in week.days[0].cells} == {"before"}
    assert (week.judged, week.tally) == ([saturday], Tally(0, 10))
    assert week.has_first_day


def test_on_the_first_day_there_are_no_days_yet(person: User) -> None:
    week = week_report.build(person, MONDAY, today=MONDAY)

    assert (week.tally.percent, week.judged, week.span) == (None, [], "")
    assert not week.has_first_day


def test_turning_the_weeks_ends_at_the_first_and_at_this_one(person: User) -> None:
    person.preferences.first_day = MONDAY - timedelta(days=10)

    assert week_report.build(person, MONDAY, today=TODAY).following is None
    last = week_report.build(person, MONDAY - timedelta(days=7), today=TODAY)
    assert (last.previous, last.following) == (MONDAY - timedelta(days=14), MONDAY)
    assert week_report.build(person, MONDAY - timedelta(days=14), today=TODAY).previous is None


def test_a_week_that_is_over_tells_all_its_days(person: User, do: Do) -> None:
    do(SUNDAY, circles=3)

    week = week_report.build(person, MONDAY, today=SUNDAY + timedelta(days=1))

    assert week.span == "3 of 70 sessions from Monday to Sunday."
    assert (week.is_now, week.is_ahead, week.is_before_start) == (False, False, False)


def test_the_week_over_new_year_is_one_week() -> None:
    first = date(2026, 12, 28)
    user = make_user(email="kim@example.org", first_day=first)
    make_programme(user=user, from_day=first)
    exercise = Exercise.objects.get(slug=WALKING)
    for day in (date(2026, 12, 31), date(2027, 1, 1)):
        make_session(user=user, exercise=exercise, day=day)

    week = week_report.build(user, first, today=date(2027, 1, 4))

    assert (week.last, week.tally) == (date(2027, 1, 3), Tally(2, 70))
