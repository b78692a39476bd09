"""The settings: how days, weeks and pages are, my rounds, and my first day."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.access import PersonsRequest, resumable
from accounts.models import User
from logbook.forms.changes import as_sent, changed, filled_in
from logbook.forms.settings import FirstDayForm, MyRoundsForm, RoundSettingsForm, SettingsForm
from logbook.models import Preferences
from logbook.recording import programme
from logbook.recording.preferences import change_settings, stored_settings
from logbook.recording.rules import Refused
from logbook.report import today as today_report
from logbook.views import form_undo
from logbook.views.consent import asks_first, question
from logbook.views.parameters import today_of

AnyForm = TypeVar("AnyForm", bound=Form)


@resumable("time_zone", "day_ends_at", "week_starts_on", "theme", "asks_during", "shows_streak")
@require_http_methods(["GET", "HEAD", "POST"])
@asks_first("logbook:consent")
def settings(request: PersonsRequest) -> HttpResponse:
    def form_with(sent: QueryDict | None) -> SettingsForm:
        stored = stored_settings(request.user, SettingsForm.base_fields)
        return SettingsForm(sent, initial=stored, may_note=Preferences.of(request.user).may_note)

    def context_of(form: SettingsForm) -> dict[str, object]:
        return {"form": form, "consent": question(request)}

    return _page(request, "logbook/settings.html", form_with, context_of)


@resumable(*RoundSettingsForm.NAMES, "shows_rounds")
@require_http_methods(["GET", "HEAD", "POST"])
def my_rounds(request: PersonsRequest) -> HttpResponse:
    def form_with(sent: QueryDict | None) -> MyRoundsForm:
        return rounds_form(request.user, RoundSettingsForm, sent)

    def context_of(form: MyRoundsForm) -> dict[str, object]:
        return rounds_context(request, form)

    return _page(request, "logbook/my_rounds.html", form_with, context_of)


def _page(
    request: PersonsRequest,
    template: str,
    form_with: Callable[[QueryDict | None], AnyForm],
    context_of: Callable[[AnyForm], dict[str, object]],
) -> HttpResponse:
    """`form_with` makes the form, drawn with what is stored at that time."""
    drawn = form_with(None)
    form = form_with(filled_in(request, drawn))
    if request.method == "POST" and form.is_valid():
        change_settings(request.user, changed(form))
        form_undo.remember(request, request.path, form, as_sent(drawn), as_sent(form_with(None)))
        return redirect(f"{request.path}?saved=1")
    context = context_of(form) | {
        "saved": "saved" in request.GET and not form.is_bound,
        "before": form_undo.last(request, request.path, as_sent(drawn)),
        "section": "settings",
    }
    return render(request, template, context, status=400 if form.errors else 200)


def rounds_form(
    user: User, kind: type[MyRoundsForm], sent: QueryDict | None = None
) -> MyRoundsForm:
    stored = stored_settings(user, (*MyRoundsForm.NAMES, "shows_rounds"))
    return kind(sent, initial=stored, day_ends_at=user.day_ends_at)


def rounds_context(request: PersonsRequest, form: MyRoundsForm) -> dict[str, object]:
    """The form's rounds, each with what falls in it at present."""
    today = today_of(request.user, timezone.now())
    summaries = today_report.round_summaries(request.user, today=today)
    groups = [(group, summaries.get(group.part, "")) for group in form.groups()]
    return {"form": form, "groups": groups}


@resumable("first_day")
@require_http_methods(["GET", "HEAD", "POST"])
def first_day(request: PersonsRequest) -> HttpResponse:
    """Set earlier for weeks that were kept on paper, and back again."""
    now = timezone.now()
    today = today_of(request.user, now)
    between = programme.first_day_between(request.user, today=today)
    was = Preferences.of(request.user).first_day_as_of(today)
    form = FirstDayForm(between=between, initial={"first_day": was})
    form = FirstDayForm(filled_in(request, form), between=between, initial=form.initial)
    if request.method == "POST" and form.is_valid():
        try:
            programme.set_first_day(request.user, form.cleaned_data["first_day"], now=now)
        except Refused as refusal:
            form.add_error("first_day", str(refusal))
        else:
            return redirect(f"{reverse('logbook:first-day')}?was={was.isoformat()}")
    context = {"form": form, "between": between, "first_day": was, "was": _was(request, was)}
    context["section"] = "settings"
    return render(request, "logbook/first_day.html", context, status=400 if form.errors else 200)


def _was(request: PersonsRequest, first_day: date) -> date | None:
    """The first day before it was changed; None where the address has none."""
    try:
        was = date.fromisoformat(request.GET.get("was", ""))
    except ValueError:
        return None
    return was if was != first_day and request.method != "POST" else None
