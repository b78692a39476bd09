"""A guided session has the person's own amount, whether the exercise is due today or not."""

from datetime import date

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook.recording import programme
from logbook.recording.programme import TargetFigures
from logbook.report import session as session_report

THURSDAY = date(2026, 11, 19)


def repetitions(user: User, exercise: Exercise) -> int:
    session = session_report.build(user, exercise, today=THURSDAY)
    return max(cue.repetition for cue in session.cues)


def test_without_an_own_amount_it_is_the_catalogues(person: User, circles: Exercise) -> None:
    assert repetitions(person, circles) == 10


@pytest.mark.parametrize("per_day", [3, 0])
def test_an_own_amount_is_what_the_session_counts_and_how_long_it_takes(
    person: User, circles: Exercise, per_day: int
) -> None:
    usual = session_report.build(person, circles, today=THURSDAY).exercise.minutes

    programme.set_target(
        person, circles, TargetFigures(per_day=per_day, repetitions=3), today=THURSDAY
    )

    assert repetitions(person, circles) == 3
    assert circles.minutes < usual


def test_the_run_has_it_too(person: User, circles: Exercise) -> None:
    programme.set_target(person, circles, TargetFigures(repetitions=4), today=THURSDAY)

    run = session_report.next_in_run(person, today=THURSDAY)

    assert run is not None
    assert run.exercise == circles
    assert max(cue.repetition for cue in run.cues) == 4
