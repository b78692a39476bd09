"""Pages about longer times: the past year, a calendar year, and whether it is working."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.door import PersonsRequest
from logbook import report
from logbook.views.asked import check_reach, today_of, weeks_chosen


@require_safe
def history(request: PersonsRequest) -> HttpResponse:
    today = today_of(request.user, timezone.now())
    page = report.of_past_year(request.user, today=today, weeks=weeks_chosen(request))
    return render(request, "logbook/history.html", {"report": page, "section": "week"})


@require_safe
def year(request: PersonsRequest, year: int) -> HttpResponse:
    today = today_of(request.user, timezone.now())
    nearest = min(max(today, date(year, 1, 1)), date(year, 12, 31))
    check_reach(request.user, nearest, today)
    page = report.of_year(request.user, year, today=today)
    return render(request, "logbook/history.html", {"report": page, "section": "week"})


@require_safe
def working(request: PersonsRequest) -> HttpResponse:
    today = today_of(request.user, timezone.now())
    page = report.of_working(request.user, today=today)
    return render(request, "logbook/working.html", {"report": page, "section": "week"})
