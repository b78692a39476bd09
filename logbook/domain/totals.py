"""Days that are over, one by one, and what any of them add up to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from logbook.domain import adherence
from logbook.domain.adherence import Done, Tally
from logbook.domain.programme import Programme


@dataclass(frozen=True)
class Day:
    """One day that is over: a tally per exercise that was due, none while paused."""

    day: date
    tallies: Mapping[str, Tally]
    done: int
    paused: bool

    @cached_property
    def tally(self) -> Tally:
        return adherence.total(self.tallies.values())


@dataclass(frozen=True, slots=True)
class Total:
    """What some days add up to: on so many something was due, and so many were paused.

    `extra` are the sessions beyond what was due, those on paused days among them.
    """

    tally: Tally
    days: int
    paused: int
    extra: int


def days_over(
    first: date,
    last: date,
    done: Done,
    programme: Programme,
    *,
    first_day: date,
    today: date,
    paused: Collection[date] = frozenset(),
) -> list[Day]:
    """The days of a span from the person's first day to yesterday, the paused ones too."""
    over = adherence.days_that_are_over(first, last, first_day=first_day, today=today)
    return [
        Day(
            day,
            {} if day in paused else adherence.on_day(day, done, programme),
            sum(done.get(day, {}).values()),
            day in paused,
        )
        for day in over
    ]


def add_up(days: Collection[Day]) -> Total:
    tally = adherence.total(day.tally for day in days)
    return Total(
        tally=tally,
        days=sum(bool(day.tallies) for day in days),
        paused=sum(day.paused for day in days),
        extra=sum(day.done for day in days) - tally.counted,
    )


def by_exercise(days: Iterable[Day]) -> dict[str, Tally]:
    """Each exercise's tally over the days; only exercises that were due on one of them."""
    tallies: defaultdict[str, list[Tally]] = defaultdict(list)
    for day in days:
        for exercise, tally in day.tallies.items():
            tallies[exercise].append(tally)
    return {exercise: adherence.total(each) for exercise, each in tallies.items()}
