"""Guided sessions, and the acts: record a session or a round, take it back, put it back."""

from collections.abc import Callable
from datetime import date, datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import PersonsRequest, resumable
from accounts.models import User
from exercises.models import Exercise
from logbook.domain.rounds import PARTS
from logbook.forms.sessions import KeyForm, PageField, RoundForm, SessionForm
from logbook.models import Press, Session
from logbook.recording import presses, sessions
from logbook.recording.presses import NewPress, Wanted
from logbook.recording.rules import one_at_a_time
from logbook.report import day as day_report
from logbook.report import pain as pain_report
from logbook.report import press as press_report
from logbook.report import round_end, trial
from logbook.report import session as session_report
from logbook.report import today as today_report
from logbook.views.acts import back_to, key_form, refusable, refuse, resume
from logbook.views.parameters import check_reach, just_key, today_of
from outbox.once import once


@login_not_required
@require_safe
def session(request: HttpRequest, slug: str) -> HttpResponse:
    """The guided session of one exercise, due or not; without an account too."""
    exercise = get_object_or_404(Exercise, slug=slug)
    if not request.user.is_authenticated:
        return render(request, "logbook/session.html", {"report": trial.build(exercise)})
    day = today_of(request.user, timezone.now())
    page = session_report.build(request.user, exercise, today=day)
    return render(request, "logbook/session.html", {"report": page})


@require_safe
def run(request: PersonsRequest) -> HttpResponse:
    """The guided session of what is due next; when nothing is left, its round or Today says so."""
    day, just = today_of(request.user, timezone.now()), just_key(request)
    part = request.GET.get("round", "")
    part = part if part in PARTS else ""
    page = session_report.next_in_run(request.user, today=day, part=part, just=just)
    if page:
        return render(request, "logbook/session.html", {"report": page})
    end = round_end.build(request.user, today=day, part=part, just=just)
    if end:
        question = pain_report.question_after(request.user, end.day.just)
        return render(request, "logbook/round_end.html", {"report": end, "question": question})
    return redirect(reverse("logbook:today") + (f"?just={just}" if just else ""))


@resumable("exercise", "day", "key", "page", "source", "seconds", "round")
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: PersonsRequest) -> HttpResponse:
    """Record a session; a GET, after signing in anew, shows it with the button that sends it."""
    form = SessionForm(request.POST if request.method == "POST" else request.GET)
    return _act(
        request, "record", form, lambda now: sessions.record(request.user, form.new(), now=now)
    )


@resumable("day", "key", "round")
@require_http_methods(["GET", "HEAD", "POST"])
@refusable
def round_done(request: PersonsRequest) -> HttpResponse:
    """Record all that is left of a round; a GET, after signing in anew, shows the button."""
    form = RoundForm(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid():
        return refuse(request, *form.errors.values())
    if request.method != "POST":
        return resume(request, form, "round")
    now = timezone.now()
    today = today_of(request.user, now)
    day, part, key, ago = (form.cleaned_data[name] for name in ("day", "round", "key", "ago"))
    check_reach(request.user, day, today)
    with one_at_a_time(request.user):
        report = day_report.build(request.user, day, today=today)
        found = today_report.find_round(request.user, report, part)
        left = [Wanted(row.exercise, day, row.left) for row in found.rows] if found else []
        presses.record(request.user, NewPress(key=key, wanted=left, round=part, ago=ago), now=now)
    return back_to(request.user, PageField.TODAY, day, now, just=key)


@resumable("page")
@require_http_methods(["GET", "HEAD", "POST"])
@once
def undo(request: PersonsRequest, key: str) -> HttpResponse:
    """Take a session back; a GET shows the button that does."""
    return _act_on_key(request, "undo", key, sessions.undo)


@resumable("page")
@require_http_methods(["GET", "HEAD", "POST"])
@once
def put_back(request: PersonsRequest, key: str) -> HttpResponse:
    """Put a session back that was taken back; a GET shows the button that does."""
    return _act_on_key(request, "put-back", key, sessions.put_back)


@resumable("page")
@require_http_methods(["GET", "HEAD", "POST"])
@once
def undo_press(request: PersonsRequest, key: str) -> HttpResponse:
    """Take back what one press did; a GET shows the button that does."""
    return _act_on_key(request, "undo-press", key, presses.undo)


@resumable("page")
@require_http_methods(["GET", "HEAD", "POST"])
@once
def put_back_press(request: PersonsRequest, key: str) -> HttpResponse:
    """Do again what one press did, after it was taken back; a GET shows the button that does."""
    return _act_on_key(request, "put-back-press", key, presses.put_back)


def _act_on_key(
    request: PersonsRequest, name: str, key: str, act: Callable[..., Session | Press]
) -> HttpResponse:
    form = key_form(request, key)
    return _act(
        request, name, form, lambda now: act(request.user, form.cleaned_data["key"], now=now)
    )


@refusable
def _act(
    request: PersonsRequest,
    name: str,
    form: SessionForm | KeyForm,
    act: Callable[[datetime], Session | Press],
) -> HttpResponse:
    if not form.is_valid():
        return refuse(request, *form.errors.values())
    if request.method != "POST":
        return resume(request, form, name)
    now = timezone.now()
    done, page = act(now), form.cleaned_data["page"]
    day, part = _when(request.user, done)
    day = day or today_of(request.user, now)
    return back_to(request.user, page, day, now, just=done.key, part=part)


def _when(user: User, done: Session | Press) -> tuple[date | None, str]:
    """The day and the round of a session; of a press the first of its days."""
    if isinstance(done, Session):
        return done.day, done.round
    report = press_report.build(user, done.key)
    return (report.days[0] if report and report.days else None), ""
