"""Pauses: which days don't count, and why, however pauses overlap and adjoin."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from logbook.domain.days import days_from

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """One pause as it was said; without a last day it goes on until it is ended."""

    first: date
    last: date | None
    reason: str

    @property
    def is_empty(self) -> bool:
        """Whether it was ended on the day on which it began."""
        return self.last is not None and self.last < self.first

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def overlaps(self, other: "Span") -> bool:
        """Whether a day is in both."""
        ends = self.last or date.max, other.last or date.max
        return max(self.first, other.first) <= min(ends)

    def touches(self, first: date, last: date) -> bool:
        """Whether it overlaps those days, or adjoins them."""
        return self.first - ONE_DAY <= last and (self.last is None or first - ONE_DAY <= self.last)


def last_paused(last_day: date | None, ended_day: date | None) -> date | None:
    """The last day of a pause that may have been ended early; before its first if at once."""
    ended = ended_day and ended_day - ONE_DAY
    return min(filter(None, (last_day, ended)), default=None)


def paused_days(spans: Iterable[Span], first: date, last: date) -> dict[date, str]:
    """The reason of each paused day from first to last, both included.

    A day is paused once, however many pauses cover it; its reason is that of the pause that came
    last in `spans`.
    """
    reasons: dict[date, str] = {}
    for span in spans:
        end = last if span.last is None else min(last, span.last)
        reasons.update(dict.fromkeys(days_from(max(first, span.first), end), span.reason))
    return dict(sorted(reasons.items()))


def around(spans: Sequence[Span], day: date) -> Span | None:
    """The whole run of paused days that the day is in; None where it isn't paused.

    Pauses that overlap or adjoin make one run. Its reason is the day's own.
    """
    covering = [span for span in spans if span.covers(day)]
    if not covering:
        return None
    first, end, joined = day, day, 0
    while len(touching := [span for span in spans if span.touches(first, end)]) > joined:
        first = min(span.first for span in touching)
        end = max(span.last or date.max for span in touching)
        joined = len(touching)
    return Span(first, None if end == date.max else end, covering[-1].reason)


def in_runs(reasons: Mapping[date, str]) -> list[Span]:
    """Days as runs of one reason each, in order: what a report tells of them."""
    runs: list[Span] = []
    for day, reason in sorted(reasons.items()):
        if runs and runs[-1].last == day - ONE_DAY and runs[-1].reason == reason:
            runs[-1] = Span(runs[-1].first, day, reason)
        else:
            runs.append(Span(day, day, reason))
    return runs
