"""The end of a round that was done in one go: what it made of the day, and which round is next."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Preferences
from logbook.report import day as day_report
from logbook.report import today as today_report
from logbook.report.day import DayReport
from logbook.report.today import RoundReport


@dataclass(frozen=True, slots=True)
class RoundEnd:
    """A round of which nothing is left, right after its last session."""

    day: DayReport
    round: RoundReport
    exercise: Exercise
    """Of the last session."""
    next: RoundReport | None
    """The first later round of the day that is open."""


def build(user: User, *, today: date, part: str, just: UUID | None) -> RoundEnd | None:
    """`just` names the session that was the last; None where that isn't the end of the round."""
    day = day_report.build(user, today, today=today, just=just)
    if day.just is None or day.just.undone_at or day.just_row is None:
        return None
    rounds = today_report.build_rounds(day, Preferences.of(user).rounds)
    place = next((place for place, each in enumerate(rounds) if each.part == part), None)
    if place is None or rounds[place].left:
        return None
    coming = next((each for each in rounds[place + 1 :] if each.left), None)
    return RoundEnd(day, rounds[place], day.just_row.exercise, coming)
