"""A week from paper: typed in, looked at, saved; and the sheet of paper for the next."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import PersonsRequest, resumable
from logbook.forms.changes import filled_in
from logbook.forms.fill import FillConfirmForm, FillForm
from logbook.forms.sessions import PageField
from logbook.recording import weeks
from logbook.recording.weeks import NewWeek, Overtaken
from logbook.report import fill as fill_report
from logbook.report import week as week_report
from logbook.report.fill import FillReport
from logbook.views.acts import back_to, refusable
from logbook.views.parameters import by_week


@resumable("????-??-??-*")
@require_http_methods(["GET", "HEAD", "POST"])
@by_week
def fill(request: PersonsRequest, first: date, today: date) -> HttpResponse:
    """The boxes; a POST shows what will change, or with its button saves it."""
    week = fill_report.build(request.user, first, today=today)
    form = FillForm(week.boxes, filled_in(request, FillForm(week.boxes)))
    if request.method != "POST" or not form.is_valid() or "back" in request.POST:
        return _boxes(request, week, form)
    if "targets" in request.POST:
        typed = week.usual() | form.numbers()
        return _boxes(request, week, FillForm(week.boxes, typed))
    if "save" in request.POST:
        return _save(request, week, form)
    return _preview(request, week, form)


def _boxes(request: PersonsRequest, week: FillReport, form: FillForm) -> HttpResponse:
    rows = [(day.day, [box and form[box.name] for box in day.boxes]) for day in week.days]
    page = {"report": week, "form": form, "rows": rows, "section": "week"}
    return render(request, "logbook/fill.html", page, status=400 if form.errors else 200)


def _preview(
    request: PersonsRequest, week: FillReport, form: FillForm, *, overtaken: str = ""
) -> HttpResponse:
    preview = fill_report.preview(request.user, week, form.numbers())
    page = {"report": week, "preview": preview, "overtaken": overtaken, "section": "week"}
    return render(request, "logbook/fill_preview.html", page, status=409 if overtaken else 200)


@refusable
def _save(request: PersonsRequest, week: FillReport, form: FillForm) -> HttpResponse:
    """Save what was seen; where something else is stored by now, show anew what will change."""
    press, now = FillConfirmForm(request.POST), timezone.now()
    if not press.is_valid():
        return _preview(request, week, form)
    numbers = fill_report.preview(request.user, week, form.numbers()).numbers
    key, seen = press.cleaned_data["batch"], press.cleaned_data["seen"]
    try:
        weeks.fill(request.user, NewWeek(key=key, numbers=numbers, seen=seen), now=now)
    except Overtaken as overtaken:
        return _preview(request, week, form, overtaken=str(overtaken))
    return back_to(request.user, PageField.WEEK, week.first, now, just=key)


@require_safe
@by_week
def sheet(request: PersonsRequest, first: date, today: date) -> HttpResponse:
    """A blank week to print: as many toes for each day and exercise as are meant."""
    page = week_report.build(request.user, first, today=today)
    return render(request, "logbook/sheet.html", {"report": page, "section": "week"})
