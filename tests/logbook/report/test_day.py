"""What a day's page is told."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource
from logbook.domain.adherence import Tally
from logbook.report import day as day_report
from logbook.report import navigation
from tests.make import MONDAY, SLUGS, THURSDAY_MORNING, make_session, make_target, make_user

TODAY = date(2026, 11, 19)
FLEXION, CIRCLES, PRESSES, WALKING = SLUGS

pytestmark = pytest.mark.django_db


@pytest.fixture
def exercises(db: None) -> dict[str, Exercise]:
    return {exercise.slug: exercise for exercise in Exercise.objects.filter(slug__in=SLUGS)}


def test_a_fresh_day_has_four_rows_ten_empty_toes_and_a_next_exercise(person: User) -> None:
    page = day_report.build(person, TODAY, today=TODAY)

    assert [(row.exercise.slug, row.done, row.target) for row in page.rows] == [
        (FLEXION, 0, 2),
        (CIRCLES, 0, 3),
        (PRESSES, 0, 3),
        (WALKING, 0, 2),
    ]
    assert [toe.fill for toe in page.toes] == [0] * 10
    assert page.tally == Tally(0, 10)
    assert (page.headline, page.count) == (
        "Ten fresh toes",
        "0 of 10 sessions. Start wherever you like.",
    )
    assert page.next is not None
    assert page.next.exercise.slug == CIRCLES


def test_each_row_has_a_key_of_its_own(person: User) -> None:
    page = day_report.build(person, TODAY, today=TODAY)

    assert len({row.key for row in page.rows}) == 4


def test_four_sessions_are_four_toes(person: User, exercises: dict[str, Exercise]) -> None:
    for slug in (FLEXION, CIRCLES, CIRCLES, PRESSES):
        make_session(user=person, exercise=exercises[slug], day=TODAY)

    page = day_report.build(person, TODAY, today=TODAY)

    assert page.tally == Tally(4, 10)
    assert [toe.fill for toe in page.toes] == [4, 0, 4, 4, 0, 4, 0, 0, 0, 0]
    assert (page.headline, page.count) == ("Four toes done", "4 of 10 sessions. Nice and steady.")
    assert page.next is not None
    assert page.next.exercise.slug == WALKING


def test_extra_sessions_are_told_and_make_up_for_nothing(
    person: User, exercises: dict[str, Exercise]
) -> None:
    for _ in range(5):
        make_session(user=person, exercise=exercises[FLEXION], day=TODAY)

    page = day_report.build(person, TODAY, today=TODAY)

    assert (page.rows[0].done, page.rows[0].target, page.rows[0].pips) == (5, 2, 2)
    assert page.tally == Tally(2, 10)
    assert page.count == "2 of 10 sessions, and 3 more. Nice and steady."


def test_a_full_day_has_nothing_next(person: User, exercises: dict[str, Exercise]) -> None:
    for exercise in exercises.values():
        for _ in range(exercise.per_day):
            make_session(user=person, exercise=exercise, day=TODAY)

    page = day_report.build(person, TODAY, today=TODAY)

    assert (page.headline, page.next) == ("All ten toes", None)
    assert page.count == "10 of 10 sessions. Put your feet up."


def test_two_exercises_of_one_hue_are_each_counted_and_each_come_next(
    exercises: dict[str, Exercise],
) -> None:
    user = make_user()
    walking, heels = exercises[WALKING], exercises[PRESSES]
    heels.hue = walking.hue
    heels.save()
    for exercise in (walking, heels):
        make_target(user=user, exercise=exercise, per_day=1)

    first = day_report.build(user, TODAY, today=TODAY)
    session = make_session(user=user, exercise=heels, day=TODAY)
    second = day_report.build(user, TODAY, today=TODAY, just=session.key)
    again = day_report.build(user, TODAY, today=TODAY, doing=walking)
    make_session(user=user, exercise=walking, day=TODAY)
    last = day_report.build(user, TODAY, today=TODAY)

    assert [page.next and page.next.exercise for page in (first, second, last)] == [
        heels,
        walking,
        None,
    ]
    assert [toe.fill for toe in second.toes] == [4] * 5 + [0] * 5
    assert [toe.number for toe in second.toes if toe.fresh] == [5]
    assert [toe.number for toe in again.toes if toe.next] == [6]
    assert last.headline == "All ten toes"


def test_own_targets_are_told_as_a_share(exercises: dict[str, Exercise]) -> None:
    user = make_user()
    for slug, per_day in ((FLEXION, 1), (CIRCLES, 2), (PRESSES, 4), (WALKING, 1)):
        make_target(user=user, exercise=exercises[slug], per_day=per_day)
    for slug in (FLEXION, CIRCLES, PRESSES, PRESSES):
        make_session(user=user, exercise=exercises[slug], day=TODAY)

    page = day_report.build(user, TODAY, today=TODAY)

    assert page.headline == "Halfway"
    assert [toe.fill for toe in page.toes] == [4, 4, 2, 0, 4, 4, 2, 0, 0, 0]


def test_an_earlier_day_keeps_the_targets_it_was_lived_under(
    person: User, exercises: dict[str, Exercise]
) -> None:
    make_target(user=person, exercise=exercises[CIRCLES], per_day=1, from_day=TODAY)

    yesterday = day_report.build(person, TODAY - timedelta(days=1), today=TODAY)

    assert yesterday.tally.due == 10
    assert day_report.build(person, TODAY, today=TODAY).tally.due == 8


def test_an_exercise_out_of_the_programme_shows_what_was_done_of_it(
    person: User, exercises: dict[str, Exercise]
) -> None:
    make_target(user=person, exercise=exercises[CIRCLES], per_day=0, from_day=TODAY)
    assert CIRCLES not in [
        row.exercise.slug for row in day_report.build(person, TODAY, today=TODAY).rows
    ]

    make_session(user=person, exercise=exercises[CIRCLES], day=TODAY)

    page = day_report.build(person, TODAY, today=TODAY)
    assert [(row.exercise.slug, row.done, row.target) for row in page.rows][1] == (
        CIRCLES,
        1,
        0,
    )
    assert page.tally == Tally(0, 7)


def test_undone_sessions_and_other_peoples_stay_out(
    person: User, exercises: dict[str, Exercise]
) -> None:
    stranger = make_user(email="kim@example.org")
    make_session(user=stranger, exercise=exercises[CIRCLES], day=TODAY)
    make_session(user=person, exercise=exercises[CIRCLES], day=TODAY, undone_at=THURSDAY_MORNING)

    assert day_report.build(person, TODAY, today=TODAY).tally == Tally(0, 10)


def test_entries_stand_in_order_of_time_on_the_persons_clock(
    person: User, exercises: dict[str, Exercise]
) -> None:
    for moment in (datetime(2026, 11, 19, 18, 42, tzinfo=UTC), None, THURSDAY_MORNING):
        source = SessionSource.TICK if moment else SessionSource.BACKFILL
        make_session(
            user=person, exercise=exercises[CIRCLES], day=TODAY, moment=moment, source=source
        )

    entries = day_report.build(person, TODAY, today=TODAY).rows[1].entries

    assert [entry.clock for entry in entries] == ["09:00", "19:42", ""]


def test_undo_takes_the_session_that_was_recorded_last(
    person: User, exercises: dict[str, Exercise]
) -> None:
    later = THURSDAY_MORNING + timedelta(minutes=1)
    last = make_session(user=person, exercise=exercises[CIRCLES], day=TODAY, recorded_at=later)
    make_session(user=person, exercise=exercises[CIRCLES], day=TODAY)

    rows = day_report.build(person, TODAY, today=TODAY).rows

    assert rows[1].latest == last
    assert rows[0].latest is None


def test_the_session_just_ticked_is_told_and_its_toe_is_fresh(
    person: User, exercises: dict[str, Exercise]
) -> None:
    session = make_session(user=person, exercise=exercises[PRESSES], day=TODAY)

    page = day_report.build(person, TODAY, today=TODAY, just=session.key)

    assert page.just_sentence == "Toe presses ticked, 1 of 3."
    assert [toe.number for toe in page.toes if toe.fresh] == [6]


def test_a_session_saved_for_another_day_names_that_day(
    person: User, exercises: dict[str, Exercise]
) -> None:
    session = make_session(user=person, exercise=exercises[PRESSES], day=MONDAY)

    page = day_report.build(person, MONDAY, today=TODAY, just=session.key)

    assert page.just_sentence == "Saved for Monday 16 November: Toe presses, 1 of 3."


def test_a_session_just_taken_back_is_told_as_such(
    person: User, exercises: dict[str, Exercise]
) -> None:
    gone = make_session(
        user=person, exercise=exercises[PRESSES], day=TODAY, undone_at=THURSDAY_MORNING
    )

    page = day_report.build(person, TODAY, today=TODAY, just=gone.key)

    assert page.just_sentence == "Toe presses taken back, 0 of 3."
    assert not [toe for toe in page.toes if toe.fresh]


def test_another_persons_key_or_an_unknown_one_tells_nothing(
    person: User, exercises: dict[str, Exercise]
) -> None:
    stranger = make_user(email="kim@example.org")
    theirs = make_session(user=stranger, exercise=exercises[PRESSES], day=TODAY)

    for key in (theirs.key, uuid4()):
        page = day_report.build(person, TODAY, today=TODAY, just=key)
        assert (page.just, page.just_sentence) == (None, "")


def test_a_session_of_another_day_is_not_told_here(
    person: User, exercises: dict[str, Exercise]
) -> None:
    yesterdays = make_session(
        user=person, exercise=exercises[PRESSES], day=TODAY - timedelta(days=1)
    )

    page = day_report.build(person, TODAY, today=TODAY, just=yesterdays.key)

    assert (page.just, page.just_sentence) == (None, "")


def test_a_session_without_a_target_is_told_as_a_count(exercises: dict[str, Exercise]) -> None:
    user = make_user()
    session = make_session(user=user, exercise=exercises[WALKING], day=TODAY)

    page = day_report.build(user, TODAY, today=TODAY, just=session.key)

    assert page.just_sentence == "Toe walking ticked, 1 done."
    assert (page.headline, page.count) == ("Nothing planned today", "1 session done.")


def test_who_moved_west_on_their_first_day_has_a_today(person: User) -> None:
    person.preferences.first_day = TODAY + timedelta(days=1)

    page = day_report.build(person, TODAY, today=TODAY)

    assert (page.first_day, page.is_before_start, page.tally.due) == (TODAY, False, 10)


@pytest.mark.parametrize(
    ("day", "previous", "following"),
    [
        (MONDAY, None, MONDAY + timedelta(days=1)),
        (MONDAY + timedelta(days=1), MONDAY, MONDAY + timedelta(days=2)),
        (TODAY, TODAY - timedelta(days=1), None),
    ],
)
def test_turning_the_days_ends_at_the_first_day_and_today(
    person: User, day: date, previous: date | None, following: date | None
) -> None:
    page = day_report.build(person, day, today=TODAY)

    assert (page.previous, page.following) == (previous, following)


@pytest.mark.parametrize("beyond", [366, 367])
def test_pages_reach_a_year_before_the_first_day_and_after_today(beyond: int) -> None:
    far = timedelta(days=beyond)

    assert navigation.within_reach(MONDAY - far, MONDAY, TODAY) is (beyond == 366)
    assert navigation.within_reach(TODAY + far, MONDAY, TODAY) is (beyond == 366)
    assert not navigation.within_reach(date.min, MONDAY, TODAY)
    assert not navigation.within_reach(date.max, MONDAY, TODAY)
