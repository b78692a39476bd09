"""One of a person's weeks: the grid, and what its days that are over add up to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from exercises.brief import Brief
from logbook.choices import Reason
from logbook.domain import adherence, days, totals
from logbook.domain.adherence import Tally
from logbook.report import day_wording, queries
from logbook.report.navigation import WeekPage


@dataclass(frozen=True, slots=True)
class Cell:
    """One exercise on one day of the week's grid."""

    exercise: Brief
    done: int
    target: int
    state: str
    """full, part, none; ahead for days to come, before for days before the first, paused."""


@dataclass(frozen=True, slots=True)
class WeekDay:
    day: date
    state: str
    """past, today, ahead or before"""
    cells: tuple[Cell, ...]
    tally: Tally
    pause: str = ""
    """Why the day doesn't count, in a word; empty where it does."""

    @property
    def done(self) -> int:
        return sum(cell.done for cell in self.cells)


@dataclass(frozen=True, slots=True)
class WeekReport(WeekPage):
    """One of a person's weeks. Only days that are over are judged."""

    days: Sequence[WeekDay]
    exercises: tuple[Brief, ...]
    by_exercise: Sequence[tuple[Brief, Tally]]
    tally: Tally
    judged: Sequence[date]
    paused: int
    """Days that would count by now if they weren't paused."""
    first_day: date
    today: date

    @property
    def done(self) -> int:
        """All sessions, also those that nothing was due of, of paused days and of today."""
        return sum(day.done for day in self.days)

    @property
    def span(self) -> str:
        """'26 of 30 sessions from Monday to Wednesday.' '20 of 20 sessions on 2 days, 1 paused.'"""
        return day_wording.span(self.tally, self.judged, self.paused) if self.judged else ""

    @property
    def any_judged(self) -> bool:
        return bool(self.judged)

    @property
    def any_paused(self) -> bool:
        return bool(self.paused)

    @property
    def has_first_day(self) -> bool:
        return self.first < self.first_day <= self.last


def build(user: User, first: date, *, today: date) -> WeekReport:
    """The week that begins on that day, its grid and what its days that are over add up to."""
    span = days.days_of_week(first)
    record = queries.load_record(user, (first, span[-1]), today=today)
    meant = {day: record.programme.on(day) for day in span}
    done = {day: record.done.get(day, {}) for day in span}
    shown = tuple(
        exercise.brief
        for exercise in record.exercises
        if any(exercise.slug in meant[day] or exercise.slug in done[day] for day in span)
    )
    over = record.days(first, span[-1])
    tallies = totals.by_exercise(over)
    return WeekReport(
        days=[
            _week_day(
                day,
                _state(day, record.first_day, today),
                record.paused.get(day, ""),
                tuple(
                    (each, done[day].get(each.slug, 0), meant[day].get(each.slug, 0))
                    for each in shown
                ),
            )
            for day in span
        ],
        exercises=shown,
        by_exercise=[(each, tallies.get(each.slug, Tally())) for each in shown],
        tally=adherence.total(tallies.values()),
        judged=[day.day for day in over if not day.paused],
        paused=sum(day.paused for day in over),
        first_day=record.first_day,
        today=today,
    )


def _week_day(
    day: date, state: str, pause: str, numbers: Iterable[tuple[Brief, int, int]]
) -> WeekDay:
    """`numbers` has for each exercise how often it was done, and how often it was meant to be."""
    pause = str(Reason(pause).label) if pause and state != "before" else ""
    cells = tuple(_cell(each, state, done, target, pause) for each, done, target in numbers)
    judged = state in {"today", "past"}
    tally = adherence.total(adherence.tally(c.done, c.target) for c in cells) if judged else Tally()
    return WeekDay(day, state, cells, tally, pause)


def _state(day: date, first_day: date, today: date) -> str:
    if day < first_day:
        return "before"
    if day > today:
        return "ahead"
    return "today" if day == today else "past"


def _cell(exercise: Brief, state: str, done: int, target: int, pause: str) -> Cell:
    if state == "before":
        target = 0
    elif state != "ahead":
        fullness = "none" if not done else "full" if done >= target else "part"
        state = "paused" if pause else fullness
    return Cell(exercise, done, target, state)
