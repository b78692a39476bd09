"""What is noted: on a day, and of one session its time, a line of text, and how much it hurt."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts import before
from accounts.changes import changed, overwritten, replaced
from accounts.door import PersonsRequest, resumable
from logbook import recording, report
from logbook.forms import DayNoteForm, DetailsForm, DuringForm, details_of
from logbook.models import Session
from logbook.views.acts import back_to, refusable, refuse, resume
from logbook.views.asked import check_reach, today_of
from logbook.views.days import day_page


@require_http_methods(["GET", "HEAD", "POST"])
@refusable
def note(request: PersonsRequest, day: date) -> HttpResponse:
    """The note on a day; a GET leads to that day, where it stands."""
    address = reverse("logbook:day", args=[day])
    if request.method != "POST":
        return redirect(address)
    now = timezone.now()
    check_reach(request.user, day, today_of(request.user, now))
    stored = {"note": report.of_notes(request.user, day).note}
    form = DayNoteForm(request.POST, initial=stored)
    if not form.is_valid():
        return day_page(request, day, form=form)
    changes = changed(form)
    if "note" in changes:
        recording.note_day(user=request.user, day=day, text=changes["note"], now=now)
    told = replaced(overwritten(form, stored))
    before.keep(request, request.path, stored, stored | changes, told)
    return redirect(f"{address}?noted=note")


@require_http_methods(["GET", "HEAD", "POST"])
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
    context = {"form": form, "session": session, "section": "week"}
    return render(request, "logbook/details.html", context, status=400 if form.errors else 200)


@refusable
def _describe(request: PersonsRequest, form: DetailsForm, session: Session) -> HttpResponse:
    stored, changes = form.initial, changed(form)
    if "time" in changes:
        changes["moment"] = changes.pop("time")
    now = recording.describe(user=request.user, key=session.key, **changes)
    told = replaced(overwritten(form, stored))
    before.keep(request, request.path, stored, details_of(now, request.user), told)
    return redirect(f"{reverse('logbook:day', args=[session.day])}?noted={session.key}")


@resumable("page", "during")
@require_http_methods(["GET", "HEAD", "POST"])
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
    session = recording.describe(user=request.user, key=key, during=answer["during"])
    now = timezone.now()
    day = session.day or today_of(request.user, now)
    return back_to(request.user, answer["page"], day, now, just=session.key)
