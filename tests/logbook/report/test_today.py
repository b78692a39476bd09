"""What Today is told of its rounds: which is on now, what is left of it, and what comes after."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook.report import today as today_report
from logbook.report.today import TodayReport
from tests.make import SLUGS, make_session, make_target, prefer

TODAY = date(2026, 11, 19)
FLEXION, CIRCLES, PRESSES, WALKING = SLUGS

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(person: User) -> User:
    prefer(person, shows_rounds=True)
    return person


def at(hour: int, minute: int = 0) -> datetime:
    """That time in Berlin."""
    return datetime(2026, 11, 19, hour - 1, minute, tzinfo=UTC)


def today(user: User, now: datetime | None = None) -> TodayReport:
    """At nine, where no time is given."""
    return today_report.build(user, now or at(9), today=TODAY)


def do(user: User, *slugs: str, part: str = "", moment: datetime | None = None) -> None:
    for slug in slugs:
        exercise = Exercise.objects.get(slug=slug)
        make_session(user=user, exercise=exercise, day=TODAY, round=part, moment=moment)


def left(page: TodayReport) -> dict[str, list[str]]:
    return {each.part: [row.exercise.slug for row in each.rows if row.left] for each in page.rounds}


def test_a_fresh_day_has_four_two_and_four_sessions(person: User) -> None:
    page = today(person)

    assert left(page) == {
        "morning": [FLEXION, CIRCLES, PRESSES, WALKING],
        "midday": [CIRCLES, PRESSES],
        "evening": [FLEXION, CIRCLES, PRESSES, WALKING],
    }
    assert [each.name for each in page.rounds] == [
        "Morning round",
        "Midday round",
        "Evening round",
    ]


@pytest.mark.parametrize(
    ("now", "order"),
    [
        (at(9), ["morning", "midday", "evening"]),
        (at(10, 29), ["morning", "midday", "evening"]),
        (at(10, 30), ["midday", "morning", "evening"]),
        (at(15, 59), ["midday", "morning", "evening"]),
        (at(16), ["evening", "morning", "midday"]),
    ],
)
def test_the_round_that_is_on_now_stands_first_then_what_is_left_from_before_it(
    person: User, now: datetime, order: list[str]
) -> None:
    assert [each.part for each in today(person, now).rounds] == order


def test_a_round_that_is_done_stands_last_and_the_next_one_is_on(person: User) -> None:
    do(person, *SLUGS, part="morning")

    page = today(person)

    assert [(each.part, each.done, each.due) for each in page.rounds] == [
        ("midday", 0, 2),
        ("evening", 0, 4),
        ("morning", 4, 4),
    ]
    assert page.now is page.rounds[0]
    assert page.when == "next"


def test_before_a_round_to_come_stands_what_is_still_open(person: User) -> None:
    do(person, CIRCLES, PRESSES, part="midday")

    page = today(person, at(13))

    assert [each.part for each in page.rounds] == ["morning", "evening", "midday"]
    assert (page.on_now, page.when) == ("midday", "open")


def test_with_every_round_done_none_is_on(person: User) -> None:
    do(person, *SLUGS, part="morning")
    do(person, CIRCLES, PRESSES, part="midday")
    do(person, *SLUGS, part="evening")

    page = today(person)

    assert page.now is None
    assert [each.left for each in page.rounds] == [0, 0, 0]


def test_a_session_of_a_round_fills_that_round_whatever_the_time(person: User) -> None:
    do(person, CIRCLES, part="evening", moment=at(8))

    assert left(today(person))["evening"] == [FLEXION, PRESSES, WALKING]


def test_a_session_without_a_round_fills_the_one_whose_time_is_nearest(person: User) -> None:
    do(person, CIRCLES, moment=at(13, 20))

    assert left(today(person))["midday"] == [PRESSES]


def test_an_extra_session_fills_no_round(person: User) -> None:
    do(person, FLEXION, FLEXION, FLEXION, part="morning")

    page = today(person)

    assert left(page)["morning"] == [CIRCLES, PRESSES, WALKING]
    assert left(page)["evening"] == [CIRCLES, PRESSES, WALKING]
    assert (page.day.tally.counted, page.day.extra) == (2, 1)


def test_an_exercise_stands_in_a_round_where_the_person_put_it(person: User) -> None:
    target = make_target(
        user=person, exercise=Exercise.objects.get(slug=WALKING), per_day=2, from_day=TODAY
    )
    target.place = 1
    target.save(update_fields=["place"])

    page = today(person)

    assert left(page)["evening"] == [WALKING, FLEXION, CIRCLES, PRESSES]
    assert [row.exercise.slug for row in page.day.rows] == SLUGS


def test_a_place_that_the_catalogue_has_too_is_the_persons_own_when_they_chose_it(
    person: User,
) -> None:
    for slug, place in ((WALKING, 1), (CIRCLES, 2)):
        target = make_target(
            user=person, exercise=Exercise.objects.get(slug=slug), per_day=2, from_day=TODAY
        )
        target.place = place
        target.save(update_fields=["place"])

    assert left(today(person))["evening"] == [WALKING, CIRCLES, FLEXION, PRESSES]


def test_a_rounds_minutes_are_its_sessions_in_the_persons_amount_and_the_way_between(
    person: User,
) -> None:
    before = today(person).rounds[0].minutes
    target = make_target(
        user=person, exercise=Exercise.objects.get(slug=WALKING), per_day=2, from_day=TODAY
    )
    target.bouts, target.hold_seconds = 20, 60
    target.save(update_fields=["bouts", "hold_seconds"])

    page = today(person)

    doses = [row.exercise.dose.seconds for row in page.rounds[0].rows]
    assert doses[3] == 20 * 60 + 19 * 15 + 10
    assert page.rounds[0].minutes == -(-(sum(doses) + 3 * 30) // 60)
    assert page.rounds[0].minutes > before


def test_the_outlined_toe_is_the_one_that_the_round_begins_with(person: User) -> None:
    do(person, *SLUGS, part="morning")

    page = today(person)

    assert [toe.number for toe in page.day.toes if toe.next] == [4]


def test_a_person_without_midday_has_two_rounds(person: User) -> None:
    prefer(person, midday=False)

    assert {part: len(slugs) for part, slugs in left(today(person)).items()} == {
        "morning": 6 - 2,
        "evening": 4,
    }
    assert today(person).rounds[0].due == 6


def test_plain_rows_have_no_rounds(person: User) -> None:
    prefer(person, shows_rounds=False)

    assert today(person).rounds == []


def test_a_round_with_nothing_due_is_left_out_and_an_empty_programme_has_none(
    person: User,
) -> None:
    for slug in SLUGS:
        exercise = Exercise.objects.get(slug=slug)
        make_target(user=person, exercise=exercise, per_day=slug == CIRCLES, from_day=TODAY)
    assert left(today(person)) == {"morning": [CIRCLES]}

    for target in person.targets.filter(from_day=TODAY):
        target.per_day = 0
        target.save(update_fields=["per_day"])
    assert today(person).rounds == []


def test_the_session_that_was_just_ticked_in_a_round_can_be_undone_there(person: User) -> None:
    key = uuid4()
    circles = Exercise.objects.get(slug=CIRCLES)
    make_session(user=person, exercise=circles, day=TODAY, key=key, round="midday")

    page = today_report.build(person, at(9), today=TODAY, just=key)

    with_undo = [
        (row.part, row.exercise.slug) for each in page.rounds for row in each.rows if row.just
    ]
    assert with_undo == [("midday", CIRCLES)]
