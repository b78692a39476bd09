"""Pages about days: today, any day, a week."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.door import PersonsRequest
from logbook import days, report
from logbook.forms import DayNoteForm
from logbook.views.asked import by_week, check_reach, just_key, today_of
from logbook.views.noted import what_was_noted


@require_safe
def today(request: PersonsRequest) -> HttpResponse:
    now = timezone.now()
    day = today_of(request.user, now)
    page = report.of_today(request.user, now, today=day, just=just_key(request))
    context = {
        "report": page.day,
        "today": page,
        "asked": report.asked_after(request.user, page.day.just),
        "offers_passkey": request.user.is_offered_passkey(now),
        "section": "today",
    }
    return render(request, "logbook/today.html", context)


@require_safe
def day(request: PersonsRequest, day: date) -> HttpResponse:
    return day_page(request, day)


def day_page(
    request: PersonsRequest, day: date, *, form: DayNoteForm | None = None
) -> HttpResponse:
    """The page of that day; `form` is a note that wasn't accepted."""
    today = today_of(request.user, timezone.now())
    check_reach(request.user, day, today)
    page = report.of_day(request.user, day, today=today, just=just_key(request))
    notes = report.of_notes(request.user, day)
    context = {
        "report": page,
        "asked": report.asked_after(request.user, page.just),
        "notes": notes,
        "form": form or DayNoteForm(initial={"note": notes.note}),
        "noted": what_was_noted(request, page, notes),
        "section": "week",
    }
    return render(request, "logbook/day.html", context, status=400 if form else 200)


@require_safe
def this_week(request: PersonsRequest) -> HttpResponse:
    today = today_of(request.user, timezone.now())
    return _week(request, days.first_of_week(today, request.user.week_starts_on), today)


@require_safe
@by_week
def week(request: PersonsRequest, first: date, today: date) -> HttpResponse:
    return _week(request, first, today)


def _week(request: PersonsRequest, first: date, today: date) -> HttpResponse:
    page = report.of_week(request.user, first, today=today)
    batch = report.of_batch(request.user, just_key(request))
    told = {"report": page, "batch": batch, "section": "week"}
    return render(request, "logbook/week.html", told)
