"""Days and weeks as a person lives them: in their zone, ending when they say."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

DAYS_IN_WEEK = 7


def day_of(moment: datetime, zone: tzinfo, day_ends_at: int) -> date:
    """The day to which a moment belongs; the only place that turns one into the other.

    `moment` must know its zone. A day begins when the clock on the wall shows the hour
    `day_ends_at`, the first time where it shows it twice; so a day has 23, 24 or 25 hours, and no
    clock change leads from a day back into the one before.
    """
    if moment.tzinfo is None:
        raise ValueError("A moment without a zone belongs to no day.")
    day = moment.astimezone(zone).date() + timedelta(days=1)
    while moment.astimezone(UTC) < _begin(day, zone, day_ends_at):
        day -= timedelta(days=1)
    return day


def _begin(day: date, zone: tzinfo, day_ends_at: int) -> datetime:
    return datetime.combine(day, time(day_ends_at), zone).astimezone(UTC)


def moment_on(day: date, clock: time, zone: tzinfo, day_ends_at: int) -> datetime:
    """The moment, in UTC, at which the clock on the wall shows `clock` on a person's day.

    A time before `day_ends_at` is in the night after. One that the clock shows twice is the first;
    one that it skips is as much later as it skips, or as much earlier where that is still the same
    day. Of a day that a zone left out altogether it is the moment when that day would have begun.
    """
    night = timedelta(days=clock < time(day_ends_at))
    for fold in (0, 1):
        on_the_wall = datetime.combine(day + night, clock.replace(fold=fold), zone)
        if day_of(on_the_wall, zone, day_ends_at) == day:
            return on_the_wall.astimezone(UTC)
    return _begin(day, zone, day_ends_at)


def first_day_as_of(today: date, first_day: date | None) -> date:
    """The first day that counts: today for a newcomer.

    Somebody who signs up in one zone and then moves to one farther west, or lets their day end
    later, may have begun on a day that is tomorrow by now: then today is the first.
    """
    return min(first_day or today, today)


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
