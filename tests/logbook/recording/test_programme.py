"""Writing a programme: from today on, all or none; and beginning earlier than one joined."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import Site
from logbook.models import Target
from logbook.recording import notes, programme
from logbook.recording.programme import TargetFigures
from logbook.recording.rules import Refused
from tests.make import (
    MONDAY,
    THURSDAY_MORNING,
    make_pain,
    make_session,
    make_target,
    make_user,
    prefer,
)

THURSDAY = date(2026, 11, 19)
YEAR = timedelta(days=365)
DAY = timedelta(days=1)


def targets(exercise: Exercise) -> list[tuple[Any, ...]]:
    rows = Target.objects.filter(exercise=exercise).order_by("from_day")
    return list(rows.values_list("from_day", "per_day", "repetitions", "place"))


def test_a_change_holds_from_today_and_the_past_keeps_its_own(
    person: User, circles: Exercise
) -> None:
    programme.set_target(person, circles, TargetFigures(per_day=5), today=THURSDAY)

    assert targets(circles) == [(MONDAY, 3, None, None), (THURSDAY, 5, None, None)]


def test_what_is_not_named_stays_as_it_is(person: User, circles: Exercise) -> None:
    programme.set_target(person, circles, TargetFigures(per_day=5), today=THURSDAY)
    programme.set_target(person, circles, TargetFigures(repetitions=8), today=THURSDAY)
    programme.set_target(person, circles, TargetFigures(place=1), today=THURSDAY + DAY)

    assert targets(circles) == [
        (MONDAY, 3, None, None),
        (THURSDAY, 5, 8, None),
        (THURSDAY + DAY, 5, 8, 1),
    ]


def test_none_goes_back_to_the_catalogues(person: User, circles: Exercise) -> None:
    programme.set_target(person, circles, TargetFigures(repetitions=8, place=4), today=THURSDAY)

    programme.set_target(person, circles, TargetFigures(repetitions=None), today=THURSDAY)

    assert targets(circles)[-1] == (THURSDAY, 3, None, 4)


def test_an_exercise_that_came_later_starts_from_nothing(db: None, circles: Exercise) -> None:
    newcomer = make_user()

    programme.set_target(newcomer, circles, TargetFigures(repetitions=8), today=THURSDAY)

    assert targets(circles) == [(THURSDAY, 0, 8, None)]


def test_a_change_replaces_one_of_a_day_to_come(person: User, circles: Exercise) -> None:
    """Somebody who changed it where it was tomorrow already, and then flew west."""
    tomorrow = THURSDAY + DAY
    make_target(user=person, exercise=circles, per_day=9, from_day=tomorrow)

    programme.set_target(person, circles, TargetFigures(per_day=1), today=THURSDAY)

    assert targets(circles) == [(MONDAY, 3, None, None), (THURSDAY, 1, None, None)]


def test_several_changes_are_written_together_or_not_at_all(
    person: User, circles: Exercise
) -> None:
    walking = Exercise.objects.get(slug="toe-walking")

    with pytest.raises(IntegrityError):
        programme.set_programme(
            person,
            {circles: TargetFigures(per_day=1), walking: TargetFigures(per_day=11)},
            today=THURSDAY,
        )

    assert not Target.objects.filter(from_day=THURSDAY).exists()


def test_exercises_without_changes_are_left_alone(person: User, circles: Exercise) -> None:
    programme.set_programme(person, {circles: TargetFigures()}, today=THURSDAY)

    assert not Target.objects.filter(from_day=THURSDAY).exists()


@pytest.fixture
def joined(person: User) -> date:
    """The person signed up on the Monday on which they began."""
    person.change(date_joined=datetime(2026, 11, 16, 12, tzinfo=UTC))
    return MONDAY


def test_the_first_day_can_be_a_year_before_joining_and_up_to_it(
    person: User, joined: date
) -> None:
    assert programme.first_day_between(person, today=THURSDAY) == (joined - YEAR, joined)


def test_the_first_day_can_not_be_later_than_a_session_that_was_noted(
    person: User, joined: date, circles: Exercise
) -> None:
    prefer(person, first_day=joined - 30 * DAY)
    make_session(user=person, exercise=circles, day=joined - 20 * DAY)
    make_session(user=person, exercise=circles, day=joined - 25 * DAY, undone_at=THURSDAY_MORNING)

    between = programme.first_day_between(person, today=THURSDAY)

    assert between == (joined - YEAR, joined - 20 * DAY)


def test_the_first_day_can_not_be_later_than_pain_or_a_note(person: User, joined: date) -> None:
    prefer(person, first_day=joined - 30 * DAY)
    make_pain(user=person, site=Site.KNEE, values={joined - 20 * DAY: None})
    latest = [programme.first_day_between(person, today=THURSDAY)[1]]
    day = joined - 25 * DAY
    notes.note_day(user=person, day=day, text="On the beach", now=THURSDAY_MORNING)
    latest.append(programme.first_day_between(person, today=THURSDAY)[1])

    assert latest == [joined - 20 * DAY, joined - 25 * DAY]


@pytest.mark.parametrize("earlier", [0, 1, 364, 365])
def test_targets_that_held_first_hold_from_the_first_day(
    person: User, joined: date, circles: Exercise, earlier: int
) -> None:
    make_target(user=person, exercise=circles, per_day=7, from_day=THURSDAY)
    first_day = joined - earlier * DAY

    programme.set_first_day(user=person, first_day=first_day, now=THURSDAY_MORNING)

    person.refresh_from_db()
    assert person.preferences.first_day == first_day
    held = [(MONDAY, 3, None, None), (THURSDAY, 7, None, None)]
    assert targets(circles) == (held if not earlier else [(first_day, 3, None, None), *held])


def test_what_was_changed_on_the_first_day_holds_on_the_earlier_ones(
    person: User, joined: date, circles: Exercise
) -> None:
    make_target(user=person, exercise=circles, per_day=7, from_day=joined - 2 * DAY)
    first_day = joined - 10 * DAY

    programme.set_first_day(user=person, first_day=first_day, now=THURSDAY_MORNING)

    assert targets(circles) == [(first_day, 3, None, None), (joined, 3, None, None)]


def test_an_exercise_that_came_after_the_first_day_comes_no_earlier(
    person: User, joined: date, circles: Exercise
) -> None:
    Target.objects.filter(exercise=circles).update(from_day=THURSDAY)

    programme.set_first_day(user=person, first_day=joined - DAY, now=THURSDAY_MORNING)

    assert targets(circles) == [(THURSDAY, 3, None, None)]


def test_the_first_day_can_be_set_forward_again(
    person: User, joined: date, circles: Exercise
) -> None:
    for first_day in (joined - 10 * DAY, joined - 10 * DAY, joined):
        programme.set_first_day(user=person, first_day=first_day, now=THURSDAY_MORNING)

    person.refresh_from_db()
    assert person.preferences.first_day == joined
    assert targets(circles) == [(joined - 10 * DAY, 3, None, None), (joined, 3, None, None)]


@pytest.mark.parametrize("beyond", [-366, 1])
def test_a_first_day_out_of_reach_is_refused_with_the_days_between(
    person: User, joined: date, circles: Exercise, beyond: int
) -> None:
    with pytest.raises(Refused) as refusal:
        programme.set_first_day(user=person, first_day=joined + beyond * DAY, now=THURSDAY_MORNING)

    assert str(refusal.value) == (
        "Your first day can be from 16 November 2025 to 16 November 2026. "
        "Choose a day between them."
    )
    person.refresh_from_db()
    assert person.preferences.first_day == MONDAY
    assert len(targets(circles)) == 1


def test_a_first_day_that_is_tomorrow_by_now_counts_as_today(
    person: User, clock: time_machine.Traveller
) -> None:
    """They joined in the far east, and then set their zone to the far west."""
    prefer(person, date_joined=THURSDAY_MORNING, first_day=THURSDAY, time_zone="Pacific/Pago_Pago")
    wednesday = THURSDAY - DAY

    between = programme.first_day_between(person, today=wednesday)

    assert between == (wednesday - YEAR, wednesday)
