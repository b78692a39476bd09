"""Days and weeks as a person lives them: in their zone, ending when they say."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo

DAYS_IN_WEEK = 7


def day_of(moment: datetime, zone: tzinfo, day_ends_at: int) -> date:
    """The day to which a moment belongs; the only place that turns one into the other.

    `moment` must know its zone. The clock on the wall decides: before the hour `day_ends_at` it is
    still the day before. So a day has 23, 24 or 25 hours, and no clock change moves its end.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment without a zone belongs to no day.")
    wall = moment.astimezone(zone)
    today = wall.date()
    return today - timedelta(days=1) if wall.hour < day_ends_at else today


def first_of_week(day: date, week_starts_on: int) -> date:
    """The first day of the week that `day` is in; `week_starts_on` as `date.weekday()` counts.

    The weeks at the very ends of the calendar begin or end outside it and raise OverflowError.
    """
    return day - timedelta(days=(day.weekday() - week_starts_on) % DAYS_IN_WEEK)


def days_of_week(first: date) -> list[date]:
    return [first + timedelta(days=number) for number in range(DAYS_IN_WEEK)]


def days_from(first: date, last: date) -> Iterator[date]:
    """Each day from first to last, both included; none where last is earlier."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)
