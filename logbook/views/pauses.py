"""Pauses: the page, and the acts: add one, change it, end it, take it back, put it back."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.changes import changed, overwritten, replaced
from accounts.door import PersonsRequest, resumable
from accounts.identifiers import uuid7
from logbook import days, recording, report
from logbook.forms import ChangedPauseForm, NewPauseForm, PageField, PauseEndForm, PauseForm
from logbook.models import Pause
from logbook.views.acts import pressed_on, refusable, refuse
from logbook.views.asked import just_key, today_of


@resumable("key", "first_day", "last_day", "reason")
@require_http_methods(["GET", "HEAD", "POST"])
@refusable
def pauses(request: PersonsRequest) -> HttpResponse:
    """All pauses; after signing in anew, with what was about to be added."""
    now = timezone.now()
    today = today_of(request.user, now)
    form = _form(request, NewPauseForm, {"first_day": today, **request.GET.dict()})
    if form.is_valid():
        row = recording.pause(user=request.user, now=now, **form.cleaned_data)
        return _back(row.key)
    return _page(request, form)


@resumable("first_day", "last_day", "reason")
@require_http_methods(["GET", "HEAD", "POST"])
def pause(request: PersonsRequest, key: UUID) -> HttpResponse:
    """One pause, to be changed."""
    row = Pause.objects.of(request.user).filter(key=key).first()
    if row is None:
        raise Http404
    now = {"first_day": row.first_day, "last_day": row.last, "reason": row.reason}
    # After signing in anew all of it is written: the form isn't drawn with what is stored.
    kind = PauseForm if request.GET else ChangedPauseForm
    form = _form(request, kind, {**now, **request.GET.dict()}, begun=row.first_day)
    if form.is_valid():
        try:
            recording.change_pause(user=request.user, key=key, **changed(form))
        except recording.Refused as refusal:
            form.add_error("last_day", str(refusal))
        else:
            return _changed(request, form, now, key)
    context = {"form": form, "pause": row, "section": "settings"}
    return render(request, "logbook/pause.html", context, status=400 if form.errors else 200)


@pressed_on("logbook:pauses")
def end_pauses(request: PersonsRequest) -> HttpResponse:
    """Today counts again."""
    return _end_or_resume(request, recording.end_pauses, ended=True)


@pressed_on("logbook:pauses")
def resume_pauses(request: PersonsRequest) -> HttpResponse:
    """The pauses that were ended go on."""
    return _end_or_resume(request, recording.resume_pauses, ended=False)


@pressed_on("logbook:pauses")
@refusable
def undo_pause(request: PersonsRequest, key: UUID) -> HttpResponse:
    recording.undo_pause(user=request.user, key=key, now=timezone.now())
    return _back(key)


@pressed_on("logbook:pauses")
@refusable
def put_back_pause(request: PersonsRequest, key: UUID) -> HttpResponse:
    recording.put_back_pause(user=request.user, key=key)
    return _back(key)


@refusable
def _end_or_resume(
    request: PersonsRequest, act: Callable[..., object], *, ended: bool
) -> HttpResponse:
    form = PauseEndForm(request.POST, today=today_of(request.user, timezone.now()))
    if not form.is_valid():
        return refuse(request, *form.errors.values())
    act(user=request.user, day=form.cleaned_data["day"])
    page = "logbook:today" if form.cleaned_data["page"] == PageField.TODAY else "logbook:pauses"
    return redirect(reverse(page) + ("?ended=1" if ended else ""))


def _form(
    request: PersonsRequest,
    kind: type[PauseForm],
    initial: Mapping[str, Any],
    *,
    begun: date = date.max,
) -> PauseForm:
    """A pause that had `begun` before a first day that was set later may stay as it is."""
    today = today_of(request.user, timezone.now())
    sent = request.POST if request.method == "POST" else None
    earliest = days.first_day_as_of(today, request.user.first_day)
    return kind(sent, initial=initial, earliest=min(earliest, begun), today=today)


def _page(request: PersonsRequest, form: PauseForm) -> HttpResponse:
    today = today_of(request.user, timezone.now())
    page = report.of_pauses(request.user, today=today, just=just_key(request))
    was = request.GET.get("was", "").split(",")
    context = {"report": page, "form": form, "key": uuid7(), "section": "settings"}
    context["was"] = was if len(was) == 3 else None
    return render(request, "logbook/pauses.html", context, status=400 if form.errors else 200)


def _changed(
    request: PersonsRequest, form: PauseForm, before: Mapping[str, Any], key: UUID
) -> HttpResponse:
    if newer := replaced(overwritten(form, before)):
        messages.success(request, newer)
    was = [str(value or "") for value in before.values()]
    return _back(key, was=",".join(was))


def _back(key: UUID, *, was: str = "") -> HttpResponse:
    """`was` has the values before a change, with which the page offers to undo it."""
    return redirect(f"{reverse('logbook:pauses')}?{urlencode({'just': key, 'was': was})}")
