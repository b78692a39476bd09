"""Guided sessions, and the acts: record a session, take it back, put it back."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.door import PersonsRequest, resumable
from exercises.models import Exercise
from logbook import recording, report
from logbook.forms import KeyForm, SessionForm
from logbook.models import Session
from logbook.rounds import PARTS
from logbook.views.acts import back_to, key_form, refusable, refuse, resume
from logbook.views.asked import just_key, today_of


@require_safe
def session(request: PersonsRequest, slug: str) -> HttpResponse:
    """The guided session of one exercise, due or not."""
    exercise = get_object_or_404(Exercise, slug=slug)
    day = today_of(request.user, timezone.now())
    page = report.of_session(request.user, exercise, today=day)
    return render(request, "logbook/session.html", {"report": page})


@require_safe
def run(request: PersonsRequest) -> HttpResponse:
    """The guided session of what is due next; when nothing is left, Today says so."""
    day = today_of(request.user, timezone.now())
    just = just_key(request)
    part = request.GET.get("round", "")
    page = report.of_run(request.user, today=day, part=part if part in PARTS else "", just=just)
    if page is None:
        query = f"?just={just}" if just else ""
        return redirect(reverse("logbook:today") + query)
    return render(request, "logbook/session.html", {"report": page})


@resumable("exercise", "day", "key", "page", "source", "seconds", "round")
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: PersonsRequest) -> HttpResponse:
    """Record a session; a GET, after signing in anew, shows it with the button that sends it."""
    form = SessionForm(request.POST if request.method == "POST" else request.GET)
    return _act(request, "record", form, recording.record)


@resumable("page")
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: PersonsRequest, key: str) -> HttpResponse:
    """Take a session back; a GET shows the button that does."""
    return _act(request, "undo", key_form(request, key), recording.undo)


@resumable("page")
@require_http_methods(["GET", "HEAD", "POST"])
def put_back(request: PersonsRequest, key: str) -> HttpResponse:
    """Record a session again that was taken back; a GET shows the button that does."""
    return _act(request, "put-back", key_form(request, key), recording.put_back)


@refusable
def _act(
    request: PersonsRequest, name: str, form: SessionForm | KeyForm, act: Callable[..., Session]
) -> HttpResponse:
    if not form.is_valid():
        return refuse(request, *form.errors.values())
    if request.method != "POST":
        return resume(request, form, name)
    now = timezone.now()
    page = form.cleaned_data.pop("page")
    session = act(user=request.user, now=now, **form.cleaned_data)
    day = session.day or today_of(request.user, now)
    return back_to(request.user, page, day, now, just=session.key, part=session.round)
