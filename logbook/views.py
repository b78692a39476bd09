"""The logbook's pages: today, a day, a week; and the two acts, record and undo."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.door import PersonsRequest, resumable
from accounts.models import User
from exercises.models import Exercise
from logbook import days, recording, report
from logbook.forms import PageField, SessionForm, UndoForm
from logbook.models import Session, SessionSource


@require_safe
def today(request: PersonsRequest) -> HttpResponse:
    today = _today(request.user)
    page = report.of_day(request.user, today, today=today, just=_just(request))
    return render(request, "logbook/today.html", {"report": page, "section": "today"})


@require_safe
def day(request: PersonsRequest, day: date) -> HttpResponse:
    today = _today(request.user)
    _check_reach(request.user, day, today)
    page = report.of_day(request.user, day, today=today, just=_just(request))
    return render(request, "logbook/day.html", {"report": page, "section": "week"})


@require_safe
def this_week(request: PersonsRequest) -> HttpResponse:
    user = request.user
    return _week(request, days.first_of_week(_today(user), user.week_starts_on))


@require_safe
def week(request: PersonsRequest, day: date) -> HttpResponse:
    _check_reach(request.user, day, _today(request.user))
    first = days.first_of_week(day, request.user.week_starts_on)
    if first != day:
        return redirect("logbook:week", first)
    return _week(request, first)


@resumable("exercise", "day", "key", "again", "page")
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: PersonsRequest) -> HttpResponse:
    """Record a session; a GET, after signing in anew, shows it with the button that sends it."""
    sent = request.POST if request.method == "POST" else request.GET
    form = SessionForm(sent)
    if not form.is_valid():
        return _refuse(request, *form.errors.values())
    if request.method != "POST":
        return render(request, "logbook/resume.html", {"form": form})
    try:
        session = _record(request.user, **form.cleaned_data)
    except recording.Refused as refusal:
        return _refuse(request, [str(refusal)])
    except recording.NotYours as error:
        raise Http404 from error
    return _back(request.user, session, form.cleaned_data["page"])


@resumable("page")
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: PersonsRequest, key: str) -> HttpResponse:
    """Take a session back; a GET, after signing in anew, shows the button that does."""
    sent = request.POST if request.method == "POST" else request.GET
    form = UndoForm({"key": key, "page": sent.get("page", "")})
    if not form.is_valid():
        return _refuse(request, *form.errors.values())
    if request.method != "POST":
        return render(request, "logbook/resume.html", {"form": form, "undo": True})
    try:
        session = recording.undo(
            user=request.user, key=form.cleaned_data["key"], now=timezone.now()
        )
    except recording.NotYours as error:
        raise Http404 from error
    return _back(request.user, session, form.cleaned_data["page"])


def _record(
    user: User,
    *,
    exercise: Exercise,
    day: date,
    key: UUID,
    again: UUID | None,
    page: str,
) -> Session:
    now = timezone.now()
    if again:
        return recording.put_back(user=user, undone=again, key=key, now=now)
    # A page of today that stayed open over midnight still sends a tick made just now.
    source = SessionSource.TICK if page == PageField.TODAY else None
    return recording.record(user=user, exercise=exercise, day=day, key=key, now=now, source=source)


def _today(user: User) -> date:
    return days.day_of(timezone.now(), user.zone, user.day_ends_at)


def _check_reach(user: User, day: date, today: date) -> None:
    if not report.within_reach(day, user.first_day or today, today):
        raise Http404


def _just(request: HttpRequest) -> UUID | None:
    """The key of the session that was just recorded or taken back; anything else is ignored."""
    try:
        return UUID(request.GET.get("just", ""))
    except ValueError:
        return None


def _week(request: PersonsRequest, first: date) -> HttpResponse:
    page = report.of_week(request.user, first, today=_today(request.user))
    return render(request, "logbook/week.html", {"report": page, "section": "week"})


def _back(user: User, session: Session, page: str) -> HttpResponse:
    """To the page that the form stood on; to the session's day where Today has moved on."""
    day = session.day or _today(user)
    if page == PageField.DAY or day != _today(user):
        address = reverse("logbook:day", args=[day])
    else:
        address = reverse("logbook:today")
    return redirect(f"{address}?just={session.key}")


def _refuse(request: HttpRequest, *reasons: Iterable[object]) -> HttpResponse:
    sentences = [sentence for reason in reasons for sentence in reason]
    return render(request, "logbook/refused.html", {"sentences": sentences}, status=400)
