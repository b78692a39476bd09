"""Pages about days: today, any day, a week."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.access import PersonsRequest
from logbook.domain import days
from logbook.forms.notes import DayNoteForm, details_of
from logbook.report import day as day_report
from logbook.report import pain as pain_report
from logbook.report import press as press_report
from logbook.report import today as today_report
from logbook.report import week as week_report
from logbook.report.day import DayReport
from logbook.report.pain import DayNotes
from logbook.views import form_undo
from logbook.views.acts import form_page
from logbook.views.consent import question
from logbook.views.form_undo import FormUndo
from logbook.views.parameters import by_week, check_reach, just_key, today_of

SETTLED = 3  # days of use after which Footcare is offered for the home screen


@require_safe
def today(request: PersonsRequest) -> HttpResponse:
    return today_page(request, timezone.now())


def today_page(request: PersonsRequest, now: datetime) -> HttpResponse:
    """Today at that moment, which may be still to come."""
    day = today_of(request.user, now)
    page = today_report.build(request.user, now, today=day, just=just_key(request))
    context = {
        "report": page.day,
        "today": page,
        "question": pain_report.question_after(request.user, page.day.just),
        "offers_passkey": request.user.is_offered_passkey(now),
        "offers_home_screen": (page.day.day - page.day.first_day).days >= SETTLED,
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
    page = day_report.build(request.user, day, today=today, just=just_key(request))
    notes = pain_report.notes_on(request.user, day)
    context = {
        "report": page,
        "question": pain_report.question_after(request.user, page.just),
        "notes": notes,
        "saved": _saved_message(request, page, notes),
        "consent": question(request),
        "section": "week",
    }
    form = form or DayNoteForm(initial={"note": notes.note})
    return form_page(request, "logbook/day.html", form, context)


@dataclass(frozen=True, slots=True)
class SavedMessage:
    """What a day's page says about the form that was just saved, and what its Undo sends."""

    sentence: str
    before: FormUndo | None


def _saved_message(
    request: PersonsRequest, page: DayReport, notes: DayNotes
) -> SavedMessage | None:
    """`?noted=` names the day's note, or a session's key; the sentence is of what is stored."""
    saved = request.GET.get("noted")
    if saved == "note":
        sentence = _("There is no note on this day now.")
        if notes.note:
            sentence = _("Your note is saved.")
        address = reverse("logbook:note", args=[page.day])
        return SavedMessage(sentence, form_undo.last(request, address, {"note": notes.note}))
    for row in page.rows:
        for entry in row.entries:
            if str(entry.session.key) == saved:
                words = {"name": row.exercise.name, "time": entry.clock or _("no time")}
                address = reverse("logbook:details", args=[saved])
                stored = details_of(entry.session, request.user)
                return SavedMessage(
                    _("Saved: %(name)s, %(time)s.") % words,
                    form_undo.last(request, address, stored),
                )
    return None


@require_safe
def this_week(request: PersonsRequest) -> HttpResponse:
    today = today_of(request.user, timezone.now())
    return _week(request, days.first_of_week(today, request.user.week_starts_on), today)


@require_safe
@by_week
def week(request: PersonsRequest, first: date, today: date) -> HttpResponse:
    return _week(request, first, today)


def _week(request: PersonsRequest, first: date, today: date) -> HttpResponse:
    page = week_report.build(request.user, first, today=today)
    press = press_report.build(request.user, just_key(request))
    context = {"report": page, "press": press, "section": "week"}
    return render(request, "logbook/week.html", context)
