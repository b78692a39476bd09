"""One guided session: the exercise cue by cue, and what it will have done to the day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from accounts.models import User
from exercises.models import Exercise
from exercises.safety import STOP_RULE
from exercises.timeline import Cue, Part, parts
from logbook.domain.programme import AMOUNTS
from logbook.domain.rounds import MOVING_OVER
from logbook.report import day as day_report
from logbook.report import queries
from logbook.report import today as today_report
from logbook.report.day import DayReport, Row
from logbook.report.today import RoundReport


class Played:
    """What the player is given, whoever does the session."""

    __slots__ = ()
    cues: Sequence[Cue]

    @property
    def parts(self) -> Sequence[Part]:
        return parts(self.cues[:-1])

    @property
    def end(self) -> Cue:
        return self.cues[-1]

    @property
    def stop_rule(self) -> str:
        return str(STOP_RULE)


@dataclass(frozen=True, slots=True)
class SessionReport(Played):
    """A session to be done on that day; in a run, one of those that are left."""

    day: DayReport
    row: Row
    cues: Sequence[Cue]
    in_run: bool
    round: RoundReport | None = None
    """The round that is being done; None for single sessions and other runs."""

    @property
    def exercise(self) -> Exercise:
        return self.row.exercise

    @property
    def place_in_round(self) -> int:
        """Which of the round's sessions this is."""
        return self.round.done + 1 if self.round else 0

    @property
    def counts(self) -> bool:
        """Whether it is one of the sessions due, or one more."""
        return self.row.left > 0

    @property
    def done_after(self) -> int:
        """How many of the day's sessions due will be done with this one."""
        return self.day.tally.counted + self.counts


def build(user: User, exercise: Exercise, *, today: date) -> SessionReport:
    """Any exercise of the catalogue, also one that is done for today or not in the programme."""
    day = day_report.build(user, today, today=today, doing=exercise)
    row = next((row for row in day.rows if row.exercise == exercise), None)
    if row:
        # The day's exercise has the person's amount, this one has the words of the cues.
        amount = {name: getattr(row.exercise, name) for name in AMOUNTS}
        exercise.do_instead(**amount)
        row = replace(row, exercise=exercise)
    else:
        programme = queries.load_programme(user, [exercise], until=today)
        queries.own_amounts([exercise], programme, today)
        row = Row(exercise, 0, [])
    return SessionReport(day, row, opened(exercise.timeline()), in_run=False)


def next_in_run(
    user: User, *, today: date, part: str = "", just: UUID | None = None
) -> SessionReport | None:
    """What is due next, None when nothing is; `just` names the session that came before.

    With a `part` of the day, what is next in the order of that round.
    """
    day = day_report.build(user, today, today=today, just=just)
    found = today_report.find_round(user, day, part) if part else None
    row = _next_in(found, day) if part else day.next
    if row is None:
        return None
    if day.just is None:
        cues = opened(row.exercise.timeline())
    else:
        # While they change position there is time to read what was just recorded.
        first, *others = row.exercise.timeline(moving_over=MOVING_OVER)
        cues = opened((replace(first, count=day.just_sentence), *others), day.just_sentence)
    if found and found.left == 1:
        cues = (*cues[:-1], replace(cues[-1], say=f"{cues[-1].say} {found.end_sentence}"))
    return SessionReport(day, row, cues, in_run=True, round=found)


def _next_in(found: RoundReport | None, day: DayReport) -> Row | None:
    row = found and found.next
    return next((each for each in day.rows if row and each.exercise == row.exercise), None)


def opened(cues: Sequence[Cue], news: str = "") -> Sequence[Cue]:
    """The cues, of which the first one says when to stop, after any news."""
    first, *others = cues
    words = (news, str(STOP_RULE), first.say)
    return (replace(first, say=" ".join(filter(None, words))), *others)
