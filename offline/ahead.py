"""When a person's day ends, and the next one begins, for which a device keeps a page."""

from datetime import date, datetime, time, timedelta

from accounts.models import User
from logbook.domain import days


def end_of(day: date, user: User) -> datetime:
    """The moment at which the day after it begins."""
    ends_at = user.day_ends_at
    return days.moment_on(day + timedelta(days=1), time(ends_at), user.zone, ends_at)
