"""What a request's address names, checked: a day or week in reach, a session, a number of weeks."""

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from accounts.access import PersonsRequest, View
from accounts.models import User
from logbook.domain import days
from logbook.models import Preferences
from logbook.report import navigation, then_now
from logbook.report.history import USUAL, WEEKS


def today_of(user: User, now: datetime) -> date:
    return days.day_of(now, user.zone, user.day_ends_at)


def check_reach(user: User, day: date, today: date) -> None:
    """Raises Http404 for a day that no page can say anything about."""
    if not navigation.within_reach(day, Preferences.of(user).first_day_as_of(today), today):
        raise Http404


def by_week(page: Callable[[PersonsRequest, date, date], HttpResponse]) -> View:
    """Mark a page about a week, which takes its first day and today.

    The week is addressed by that day; any other of its days leads there.
    """

    @wraps(page)
    def of_week(request: PersonsRequest, day: date) -> HttpResponse:
        today = today_of(request.user, timezone.now())
        check_reach(request.user, day, today)
        first = days.first_of_week(day, request.user.week_starts_on)
        if first != day and request.resolver_match:
            return redirect(request.resolver_match.view_name, first)
        return page(request, first, today)

    return of_week


def just_key(request: HttpRequest) -> UUID | None:
    """The key of the session that was just recorded or taken back; anything else is ignored."""
    try:
        return UUID(request.GET.get("just", ""))
    except ValueError:
        return None


def weeks_chosen(request: HttpRequest) -> int:
    """How many weeks the history's charts show; anything that isn't offered is ignored."""
    offered = {str(weeks): weeks for weeks in WEEKS}
    return offered.get(request.GET.get("weeks", ""), USUAL)


def spans_chosen(request: HttpRequest) -> tuple[int, int]:
    """How many weeks then and now have; anything that isn't offered is ignored."""
    offered = {str(weeks): weeks for weeks in then_now.WEEKS}
    then, now = (offered.get(request.GET.get(end, ""), then_now.USUAL) for end in ("then", "now"))
    return then, now
