"""Pauses: the page, and the acts: add one, change it, end it, take it back, put it back."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.access import PersonsRequest, resumable
from accounts.identifiers import uuid7
from logbook.forms.changes import overwritten, replaced
from logbook.forms.pauses import ChangedPauseForm, NewPauseForm, PauseEndForm, PauseForm
from logbook.forms.sessions import PageField
from logbook.models import Pause, Preferences
from logbook.recording import pauses as recording
from logbook.recording.rules import Refused
from logbook.report import pauses as pauses_report
from logbook.views.acts import form_page, pressed_on, refusable, refuse
from logbook.views.parameters import just_key, today_of
from outbox.once import once

Form = TypeVar("Form", bound=PauseForm)


@resumable("key", "first_day", "last_day", "reason")
@require_http_methods(["GET", "HEAD", "POST"])
@refusable
def pauses(request: PersonsRequest) -> HttpResponse:
    """All pauses; after signing in anew, with what was about to be added."""
    now = timezone.now()
    today = today_of(request.user, now)
    form = _form(request, NewPauseForm, {"first_day": today, **request.GET.dict()})
    if form.is_valid():
        return _back(recording.add(request.user, form.new(), now=now).key)
    page = pauses_report.build(request.user, today=today, just=just_key(request))
    was = request.GET.get("was", "").split(",")
    context = {"report": page, "key": uuid7(), "section": "settings"}
    context["was"] = was if len(was) == 3 else None
    return form_page(request, "logbook/pauses.html", form, context)


@resumable("first_day", "last_day", "reason")
@require_http_methods(["GET", "HEAD", "POST"])
@once
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
            recording.change(request.user, key, form.change())
        except Refused as refusal:
            form.add_error("last_day", str(refusal))
        else:
            if newer := replaced(overwritten(form, now)):
                messages.success(request, newer)
            return _back(key, was=",".join(str(value or "") for value in now.values()))
    return form_page(request, "logbook/pause.html", form, {"pause": row, "section": "settings"})


@pressed_on("logbook:pauses")
@once
def end_pauses(request: PersonsRequest) -> HttpResponse:
    """Today counts again."""
    return _end_or_resume(request, recording.end, ended=True)


@pressed_on("logbook:pauses")
@once
def resume_pauses(request: PersonsRequest) -> HttpResponse:
    """The pauses that were ended go on."""
    return _end_or_resume(request, recording.resume, ended=False)


@pressed_on("logbook:pauses")
@once
@refusable
def undo_pause(request: PersonsRequest, key: UUID) -> HttpResponse:
    recording.undo(request.user, key, now=timezone.now())
    return _back(key)


@pressed_on("logbook:pauses")
@once
@refusable
def put_back_pause(request: PersonsRequest, key: UUID) -> HttpResponse:
    recording.put_back(request.user, key)
    return _back(key)


@refusable
def _end_or_resume(
    request: PersonsRequest, act: Callable[..., object], *, ended: bool
) -> HttpResponse:
    form = PauseEndForm(request.POST, today=today_of(request.user, timezone.now()))
    if not form.is_valid():
        return refuse(request, *form.errors.values())
    act(request.user, form.cleaned_data["day"])
    page = "logbook:today" if form.cleaned_data["page"] == PageField.TODAY else "logbook:pauses"
    return redirect(reverse(page) + ("?ended=1" if ended else ""))


def _form(
    request: PersonsRequest,
    kind: type[Form],
    initial: Mapping[str, object],
    *,
    begun: date = date.max,
) -> Form:
    """A pause that had `begun` before a first day that was set later may stay as it is."""
    today = today_of(request.user, timezone.now())
    sent = request.POST if request.method == "POST" else None
    earliest = Preferences.of(request.user).first_day_as_of(today)
    return kind(sent, initial=initial, earliest=min(earliest, begun), today=today)


def _back(key: UUID, *, was: str = "") -> HttpResponse:
    """`was` has the values before a change, with which the page offers to undo it."""
    return redirect(f"{reverse('logbook:pauses')}?{urlencode({'just': key, 'was': was})}")
