"""What is noted: the pain and a note on a day; of a session its time, a line, how it hurt."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.access import PersonsRequest, resumable
from logbook.forms.changes import changed
from logbook.forms.notes import DayNoteForm, DetailsForm, DuringForm, details_of
from logbook.forms.pain import PainForm
from logbook.models import Session
from logbook.recording import notes, sessions
from logbook.recording.notes import Felt
from logbook.recording.sessions import SessionChange
from logbook.report import pain as pain_report
from logbook.report import queries
from logbook.report.pain import PainReport
from logbook.views import form_undo
from logbook.views.acts import back_to, form_page, refusable, refuse, resume
from logbook.views.consent import asks_first, question
from logbook.views.days import day_page
from logbook.views.parameters import check_reach, today_of
from outbox.once import once


@require_http_methods(["GET", "HEAD", "POST"])
@once
@asks_first("logbook:consent")
@refusable
def note(request: PersonsRequest, day: date) -> HttpResponse:
    """The note on a day; a GET leads to that day, where it stands."""
    address = reverse("logbook:day", args=[day])
    if request.method != "POST":
        return redirect(address)
    now = timezone.now()
    check_reach(request.user, day, today_of(request.user, now))
    stored = {"note": queries.note_on(request.user, day)}
    form = DayNoteForm(request.POST, initial=stored)
    if not form.is_valid():
        return day_page(request, day, form=form)
    changes = changed(form)
    if "note" in changes:
        notes.note_day(user=request.user, day=day, text=changes["note"], now=now)
    form_undo.remember(request, request.path, form, stored, stored | changes)
    return redirect(f"{address}?noted=note")


@require_http_methods(["GET", "HEAD", "POST"])
@once
@asks_first("logbook:consent")
def details(request: PersonsRequest, key: UUID) -> HttpResponse:
    """A page to change when one session was and what there is to remember of it."""
    mine = Session.objects.of(request.user).select_related("exercise")
    session = mine.filter(key=key).first()
    if session is None or session.day is None:
        raise Http404
    form = DetailsForm(
        request.POST if request.method == "POST" else None,
        session=session,
        day=session.day,
        user=request.user,
        now=timezone.now(),
    )
    if form.is_valid():
        return _describe(request, form, session)
    context = {"session": session, "consent": question(request), "section": "week"}
    return form_page(request, "logbook/details.html", form, context)


@refusable
def _describe(request: PersonsRequest, form: DetailsForm, session: Session) -> HttpResponse:
    now = details_of(sessions.describe(request.user, session.key, form.change()), request.user)
    form_undo.remember(request, request.path, form, form.initial, now)
    return redirect(f"{reverse('logbook:day', args=[session.day])}?noted={session.key}")


@resumable("page", "during")
@require_http_methods(["GET", "HEAD", "POST"])
@once
@asks_first("logbook:consent")
@refusable
def during(request: PersonsRequest, key: UUID) -> HttpResponse:
    """How much a session hurt; a GET, after signing in anew, shows the button that sends it."""
    sent = request.POST if request.method == "POST" else request.GET
    answer = {"page": sent.get("page", ""), "during": sent.get("during", "")}
    form = DuringForm({"key": key, **answer})
    if not form.is_valid():
        return refuse(request, *form.errors.values())
    if request.method != "POST":
        return resume(request, form, "during")
    change = SessionChange(during=answer["during"])
    session = sessions.describe(request.user, key, change)
    now = timezone.now()
    day = session.day or today_of(request.user, now)
    return back_to(request.user, answer["page"], day, now, just=session.key)


@require_http_methods(["GET", "HEAD", "POST"])
@once
@asks_first("logbook:consent")
def pain(request: PersonsRequest, day: date | None = None) -> HttpResponse:
    """The pain check-in of today or any day."""
    today = today_of(request.user, timezone.now())
    day = day or today
    check_reach(request.user, day, today)
    page = pain_report.build(request.user, day, today=today)
    form = PainForm(
        request.POST if request.method == "POST" else None,
        sites=[each.site for each in page.sites],
        initial=page.answers,
    )
    if form.is_valid():
        return _check_in(request, form, page)
    saved = "noted" in request.GET
    address = reverse("logbook:pain-on", args=[day])
    context = {
        "report": page,
        "places": [(each, *fields) for each, fields in zip(page.sites, form.places(), strict=True)],
        "saved": saved,
        "before": form_undo.last(request, address, page.answers) if saved else None,
        "consent": question(request),
        "section": "pain",
    }
    return form_page(request, "logbook/pain.html", form, context)


@refusable
def _check_in(request: PersonsRequest, form: PainForm, page: PainReport) -> HttpResponse:
    changes = changed(form)
    felt = {
        each.site.value: Felt(
            changes.get(each.site.value, each.value),
            changes.get(f"{each.site}_side", each.side),
        )
        for each in page.sites
        if {each.site.value, f"{each.site}_side"} & set(changes)
    }
    notes.check_in(
        user=request.user,
        day=page.day,
        felt=felt,
        text=changes.get("note"),
        now=timezone.now(),
    )
    now = pain_report.build(request.user, page.day, today=page.today).answers
    address = reverse("logbook:pain-on", args=[page.day])
    form_undo.remember(request, address, form, page.answers, now)
    where = reverse("logbook:pain") if page.is_today else address
    return redirect(f"{where}?noted=1")
