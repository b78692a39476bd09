"""A session without an account: the catalogue's dose, and the toe that it fills."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from accounts.identifiers import uuid7
from exercises import remembered
from exercises.models import Exercise
from exercises.timeline import Cue
from exercises.toe import Toe
from logbook.domain import toes
from logbook.report.session import Played, opened


@dataclass(frozen=True, slots=True)
class TrialReport(Played):
    """Somebody's first session, with the key under which it is recorded once they sign up."""

    exercise: Exercise
    cues: Sequence[Cue]
    toes: Sequence[Toe]
    key: UUID = field(default_factory=uuid7)
    in_run: bool = False
    round: None = None
    place_in_round: int = 0


def build(exercise: Exercise) -> TrialReport:
    return TrialReport(exercise, opened(exercise.timeline()), first_toe(exercise))


def first_toe(exercise: Exercise) -> Sequence[Toe]:
    """A newcomer's toes after that session."""
    begun = {each.slug: each for each in remembered.exercises() if not each.optional}
    targets = {slug: each.per_day for slug, each in begun.items()}
    drawn = toes.draw(targets, {exercise.slug: 1}, begun, fresh={exercise.slug})
    return [replace(toe, next=False) for toe in drawn]
