"""One guided session: the exercise cue by cue, and what it will have done to the day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from accounts.models import User
from exercises.models import Exercise
from exercises.timeline import Cue, Part, parts
from logbook.programme import AMOUNTS
from logbook.report import reading
from logbook.report.day import DayReport, Row, of_day
from logbook.report.today import of_rounds, plans_of
from logbook.rounds import MOVING_OVER


@dataclass(frozen=True, slots=True)
class SessionReport:
    """A session to be done on that day; in a run, one of those that are left."""

    day: DayReport
    row: Row
    cues: Sequence[Cue]
    in_run: bool
    round: str = ""
    """The part of the day whose round is being done; empty for single sessions and other runs."""

    @property
    def exercise(self) -> Exercise:
        return self.row.exercise

    @property
    def parts(self) -> Sequence[Part]:
        return parts(self.cues[:-1])

    @property
    def end(self) -> Cue:
        return self.cues[-1]

    @property
    def counts(self) -> bool:
        """Whether it is one of the sessions due, or one more."""
        return self.row.left > 0

    @property
    def done_after(self) -> int:
        """How many of the day's sessions due will be done with this one."""
        return self.day.tally.counted + self.counts


def of_session(user: User, exercise: Exercise, *, today: date) -> SessionReport:
    """Any exercise of the catalogue, also one that is done for today or not in the programme."""
    day = of_day(user, today, today=today, doing=exercise)
    row = next((row for row in day.rows if row.exercise == exercise), None)
    if row:
        # The day's exercise has the person's amount, this one has the words of the cues.
        amount = {name: getattr(row.exercise, name) for name in AMOUNTS}
        exercise.do_instead(**amount)
        row = replace(row, exercise=exercise)
    else:
        programme = reading.programme_of(user, [exercise], until=today)
        reading.own_amounts([exercise], programme, today)
        row = Row(exercise, 0, [])
    return SessionReport(day, row, exercise.timeline(), in_run=False)


def of_run(
    user: User, *, today: date, part: str = "", just: UUID | None = None
) -> SessionReport | None:
    """What is due next, None when nothing is; `just` names the session that came before.

    With a `part` of the day, what is next in the order of that round.
    """
    day = of_day(user, today, today=today, just=just)
    row = _next_in_round(user, day, part) if part else day.next
    if row is None:
        return None
    if day.just is None:
        return SessionReport(day, row, row.exercise.timeline(), in_run=True, round=part)
    # While they change position there is time to read what was just recorded.
    first, *others = row.exercise.timeline(moving_over=MOVING_OVER)
    told = replace(first, count=day.just_told, say=f"{day.just_told} {first.say}")
    cues = (told, *others)
    return SessionReport(day, row, cues, in_run=True, round=part)


def _next_in_round(user: User, day: DayReport, part: str) -> Row | None:
    found = (each.next for each in of_rounds(day, plans_of(user)) if each.part == part)
    row = next(found, None)
    return next((each for each in day.rows if row and each.exercise == row.exercise), None)
