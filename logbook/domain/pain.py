"""Pain from 0 to 10 over any days: its mean, and two spans of days side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from logbook.domain.days import days_from

MOST = 10
FEWEST = 4
"""Entries that a mean needs on either side."""
PER_CENT_FROM = 3
"""Of a lower mean a share says nothing: 0.3 of 2.1 is not "14 % more" to anybody."""
SPAN = timedelta(days=14)
ONE_DAY = timedelta(days=1)

Noted = Mapping[date, int]
"""Pain at one site by day. A day that was skipped, or not asked for, isn't in it: never 0."""
BySide = Mapping[str, Noted]
"""The same apart by the side that was noted with it; under "" where none was."""


def to_a_tenth(points: Fraction) -> float:
    """Halves up; of 0 and more."""
    return int(points * 10 + Fraction(1, 2)) / 10


@dataclass(frozen=True)
class Mean:
    """The mean of so many entries; None of none."""

    entries: int = 0
    exact: Fraction | None = None

    @cached_property
    def rounded(self) -> float | None:
        """To a tenth, halves up."""
        return None if self.exact is None else to_a_tenth(self.exact)

    @property
    def is_nought(self) -> bool:
        """Whether there was no pain on any of the days noted."""
        return self.exact == 0

    @property
    def enough(self) -> bool:
        return self.entries >= FEWEST


@dataclass(frozen=True, slots=True)
class Comparison:
    """Then beside now, at one site and side. What is told is worked out from what is shown."""

    then: Mean
    now: Mean

    @property
    def change(self) -> float | None:
        """How much higher the mean is now, to a tenth; None with too few entries."""
        if self.then.rounded is None or self.now.rounded is None:
            return None
        if not (self.then.enough and self.now.enough):
            return None
        return round(self.now.rounded - self.then.rounded, 1)

    @property
    def percent(self) -> int | None:
        """By which share of then it changed, halves up; None where that would say nothing."""
        then = self.then.rounded
        if not self.change or then is None or then < PER_CENT_FROM:
            return None
        share = Fraction(round(abs(self.change) * 10), round(then * 10))
        return int(share * 100 + Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days, both ends included."""

    first: date
    last: date


def mean(noted: Noted, days: Days) -> Mean:
    """Of the days that were noted."""
    values = [noted[day] for day in days_from(days.first, days.last) if day in noted]
    return Mean(len(values), Fraction(sum(values), len(values))) if values else Mean()


def first_and_last(
    first: date, last: date, then: timedelta = SPAN, now: timedelta = SPAN
) -> tuple[Days, Days] | None:
    """So much at the beginning and at the end of a run of days; None where they would overlap."""
    if last - first + ONE_DAY < then + now:
        return None
    return Days(first, first + then - ONE_DAY), Days(last - now + ONE_DAY, last)


def compare(noted: Noted, then: Days, now: Days) -> Comparison:
    return Comparison(mean(noted, then), mean(noted, now))


def together(by_side: BySide) -> dict[date, int]:
    """Whichever side it was: a site has one number a day."""
    return {day: value for noted in by_side.values() for day, value in noted.items()}


def sides_noted(by_side: BySide, days: Days) -> list[str]:
    """The sides with a number on any of these days."""
    return [side for side, noted in by_side.items() if mean(noted, days).entries]
