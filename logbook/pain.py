"""Pain from 0 to 10 over any days: its mean, and whether two spans of days differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction

from logbook.days import days_from

MOST = 10
MUCH = 6
"""From here on pain is too much to go on as before (traffic light of UK physiotherapy services)."""
NOTICEABLE = 2
"""Points by which many people notice a change (Farrar 2001)."""
NOTICEABLE_SHARE = Fraction(30, 100)
FEWEST = 4
"""Entries that a mean needs on either side."""
SPAN = timedelta(days=14)

Noted = Mapping[date, int]
"""Pain at one site by day. A day that was skipped, or not asked for, isn't in it: never 0."""


def to_a_tenth(points: Fraction) -> float:
    """Halves up; of 0 and more."""
    return int(points * 10 + Fraction(1, 2)) / 10


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of so many entries; None of none."""

    entries: int = 0
    exact: Fraction | None = None

    @property
    def rounded(self) -> float | None:
        """To a tenth, halves up."""
        return None if self.exact is None else to_a_tenth(self.exact)

    @property
    def enough(self) -> bool:
        return self.entries >= FEWEST


class Verdict(Enum):
    LOWER = "lower"
    SAME = "same"
    HIGHER = "higher"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The first two weeks beside the last two, at one site."""

    first: Mean
    last: Mean

    @property
    def change(self) -> Fraction | None:
        """How much higher the last mean is; below 0 it is lower."""
        if self.first.exact is None or self.last.exact is None:
            return None
        return self.last.exact - self.first.exact

    @property
    def verdict(self) -> Verdict:
        """Lower only by both 2 points and 30 %; higher by 2 points; none with too few entries."""
        change = self.change
        if change is None or not (self.first.enough and self.last.enough):
            return Verdict.NONE
        if change >= NOTICEABLE:
            return Verdict.HIGHER
        assert self.first.exact is not None  # noqa: S101 - or there were no change
        if -change >= NOTICEABLE and -change >= NOTICEABLE_SHARE * self.first.exact:
            return Verdict.LOWER
        return Verdict.SAME


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days, both ends included."""

    first: date
    last: date


def mean(noted: Noted, days: Days) -> Mean:
    """Of the days that were noted."""
    values = [noted[day] for day in days_from(days.first, days.last) if day in noted]
    return Mean(len(values), Fraction(sum(values), len(values))) if values else Mean()


def first_and_last(first: date, last: date) -> tuple[Days, Days] | None:
    """The first two weeks and the last two of a span of days; None while they would overlap."""
    if last - first + timedelta(days=1) < 2 * SPAN:
        return None
    one_day = timedelta(days=1)
    return Days(first, first + SPAN - one_day), Days(last - SPAN + one_day, last)


def compare(noted: Noted, first: Days, last: Days) -> Comparison:
    return Comparison(mean(noted, first), mean(noted, last))
