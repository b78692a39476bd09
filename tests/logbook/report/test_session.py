"""A guided session has the person's own amount, whether the exercise is due today or not."""

from datetime import date

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook import recording, report

THURSDAY = date(2026, 11, 19)


def repetitions(user: User, exercise: Exercise) -> int:
    session = report.of_session(user, exercise, today=THURSDAY)
    return max(cue.repetition for cue in session.cues)


def test_without_an_own_amount_it_is_the_catalogues(person: User, circles: Exercise) -> None:
    assert repetitions(person, circles) == 10


@pytest.mark.parametrize("per_day", [3, 0])
def test_an_own_amount_is_what_the_session_counts_and_how_long_it_takes(
    person: User, circles: Exercise, per_day: int
) -> None:
    usual = report.of_session(person, circles, today=THURSDAY).exercise.minutes

    recording.set_target(
        user=person, exercise=circles, today=THURSDAY, per_day=per_day, repetitions=3
    )

    assert repetitions(person, circles) == 3
    assert circles.minutes < usual


def test_the_run_has_it_too(person: User, circles: Exercise) -> None:
    recording.set_target(user=person, exercise=circles, today=THURSDAY, repetitions=4)

    run = report.of_run(person, today=THURSDAY)

    assert run is not None
    assert run.exercise == circles
    assert max(cue.repetition for cue in run.cues) == 4
