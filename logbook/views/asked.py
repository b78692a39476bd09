"""What a request asks about: the day it is for the person, the days in reach, a session."""

from datetime import date, datetime
from uuid import UUID

from django.http import Http404, HttpRequest

from accounts.models import User
from logbook import days, report


def today_of(user: User, now: datetime) -> date:
    return days.day_of(now, user.zone, user.day_ends_at)


def check_reach(user: User, day: date, today: date) -> None:
    """Raises Http404 for a day that no page can say anything about."""
    if not report.within_reach(day, days.first_day_as_of(today, user.first_day), today):
        raise Http404


def just_key(request: HttpRequest) -> UUID | None:
    """The key of the session that was just recorded or taken back; anything else is ignored."""
    try:
        return UUID(request.GET.get("just", ""))
    except ValueError:
        return None


def weeks_chosen(request: HttpRequest) -> int:
    """How many weeks the history's charts show; anything that isn't offered is ignored."""
    offered = {str(weeks): weeks for weeks in report.WEEKS}
    return offered.get(request.GET.get("weeks", ""), report.USUAL)
