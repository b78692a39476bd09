"""How much of what was due was done: per day, per exercise, over any days.

For one day and exercise with target t > 0 and n sessions, t are due and min(n, t) count. Sessions
beyond the target are kept, and make up for nothing else.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from logbook.domain.days import days_from
from logbook.domain.programme import Programme

Done = Mapping[date, Mapping[str, int]]
"""Sessions done: by day, then by exercise."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Sessions that count, of sessions due."""

    counted: int = 0
    due: int = 0

    @property
    def adherence(self) -> float | None:
        """From 0 to 1; None where nothing was due: missing is not zero."""
        return self.counted / self.due if self.due else None

    @property
    def percent(self) -> int | None:
        """Rounded half up; 100 only when all that was due was done, 0 only when nothing was."""
        if not self.due:
            return None
        if self.counted in (0, self.due):
            return 100 * self.counted // self.due
        return min(99, max(1, (200 * self.counted + self.due) // (2 * self.due)))

    @property
    def complete(self) -> bool:
        return 0 < self.due == self.counted


def total(tallies: Iterable[Tally]) -> Tally:
    counted = due = 0
    for each in tallies:
        counted += each.counted
        due += each.due
    return Tally(counted, due)


def tally(done: int, target: int) -> Tally:
    """One exercise on one day."""
    return Tally(min(done, target), target)


def days_that_are_over(first: date, last: date, *, first_day: date, today: date) -> Iterator[date]:
    """The days of a span from the person's first day to yesterday, the paused ones too."""
    return days_from(max(first, first_day), min(last, today - timedelta(days=1)))


def on_day(day: date, done: Done, programme: Programme) -> dict[str, Tally]:
    """The tally of each exercise that was due on that day."""
    sessions = done.get(day, {})
    return {
        exercise: tally(sessions.get(exercise, 0), target)
        for exercise, target in programme.on(day).items()
    }


def over(days: Iterable[date], done: Done, programme: Programme) -> Tally:
    """The tally over the days, all exercises together."""
    return total(each for day in days for each in on_day(day, done, programme).values())


def days_in_a_row(
    today: date,
    done: Done,
    programme: Programme,
    *,
    first_day: date,
    paused: Collection[date] = frozenset(),
) -> int:
    """How many days in a row had all that was due, up to today.

    Paused days, days without anything due, and today while it is unfinished neither break nor
    lengthen the row.
    """
    row, day = 0, today
    while day >= first_day:
        tally = Tally() if day in paused else over([day], done, programme)
        if tally.complete:
            row += 1
        elif tally.due and day != today:
            break
        day -= timedelta(days=1)
    return row
