"""Where a page's day or week stands in a person's time, and the ones to turn to."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

ONE_DAY = timedelta(days=1)
REACH = timedelta(days=366)
"""How far before the first day and after today a page still says something."""


def within_reach(day: date, first_day: date, today: date) -> bool:
    return first_day - day <= REACH and day - today <= REACH


class Page:
    """A page that knows what today is, and where the person's days begin."""

    __slots__ = ()
    today: date
    first_day: date

    @property
    def first(self) -> date:
        raise NotImplementedError

    @property
    def last(self) -> date:
        raise NotImplementedError

    @property
    def is_now(self) -> bool:
        return self.first <= self.today <= self.last

    @property
    def is_ahead(self) -> bool:
        return self.first > self.today

    @property
    def is_before_start(self) -> bool:
        return self.last < self.first_day

    @property
    def previous(self) -> date | None:
        """The beginning of the one before; None where that is before the first day."""
        return self.first - self._length if self.first > self.first_day else None

    @property
    def following(self) -> date | None:
        """The beginning of the one after; None where that is still to come."""
        return self.first + self._length if self.last < self.today else None

    @property
    def _length(self) -> timedelta:
        return self.last - self.first + ONE_DAY


class DayPage(Page):
    """A page about a day."""

    __slots__ = ()
    day: date

    @property
    def first(self) -> date:
        return self.day

    @property
    def last(self) -> date:
        return self.day

    @property
    def is_today(self) -> bool:
        return self.is_now


class Dated(Protocol):
    @property
    def day(self) -> date: ...


class WeekPage(Page):
    """A page about the days of a week."""

    __slots__ = ()
    days: Sequence[Dated]

    @property
    def first(self) -> date:
        return self.days[0].day

    @property
    def last(self) -> date:
        return self.days[-1].day
