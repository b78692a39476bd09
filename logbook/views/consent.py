"""Consent: the question before anything that hurts is stored, and how a yes is taken back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings as site
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import PersonsRequest
from accounts.identifiers import uuid7
from logbook.forms.consent import PREFIX, ConsentForm
from logbook.models import Preferences
from logbook.recording import consent as answers
from logbook.recording.rules import NoConsent, NotYours
from logbook.report import consent as consent_report
from logbook.views import form_undo
from logbook.views.acts import key_form, pressed_on, refusable, refuse, telling

P = ParamSpec("P")
Act = Callable[Concatenate[PersonsRequest, P], HttpResponse]


@dataclass(frozen=True, slots=True)
class Question:
    """What a page needs to know of the consent: without `form`, they answered already."""

    may_note: bool
    form: ConsentForm | None


def question(request: PersonsRequest) -> Question:
    asked = ConsentForm(initial={"key": uuid7()}) if consent_report.is_asked(request.user) else None
    return Question(Preferences.of(request.user).may_note, asked)


def asks_first(otherwise: str) -> Callable[[Act[P]], Act[P]]:
    """Mark a view that may store what hurts. Where it may not, the question comes with what was
    typed; the answer is sent to the same address with all of it. A no leads to that other page.
    """

    def mark(view: Act[P]) -> Act[P]:
        @wraps(view)
        def answer(request: PersonsRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if request.method == "POST" and f"{PREFIX}key" in request.POST:
                reply = _keep_answer(request, otherwise)
                if reply:
                    return reply
            try:
                return view(request, *args, **kwargs)
            except NoConsent:
                page = _page(request, status=409)
                return telling(page, [_("What hurts is kept only once you have agreed to it.")])

        return answer

    return mark


def _keep_answer(request: PersonsRequest, otherwise: str) -> HttpResponse | None:
    """None where they said yes to what they typed, which is stored next."""
    form = ConsentForm(request.POST)
    if not form.is_valid():
        return _page(request, form=form, status=400)
    try:
        row = answers.answer(request.user, form.answer(), now=timezone.now())
    except NotYours as error:
        raise Http404 from error
    if row.withdrawn_at:
        messages.error(request, _("You took this answer back. Nothing is kept: answer once more."))
        return redirect("logbook:consent")
    if row.is_given and any(_typed(request)):
        return None
    if row.is_given:
        messages.success(request, _("Your choice is saved: what you note is kept."))
        return redirect(request.path)
    messages.success(request, _("Your choice is saved: nothing of your pain is kept."))
    if consent_report.build(request.user).is_anything_noted:
        return redirect("logbook:take-back")
    return redirect(otherwise)


@require_http_methods(["GET", "HEAD", "POST"])
@asks_first("logbook:consent")
def consent(request: PersonsRequest) -> HttpResponse:
    """What they answered, or the question."""
    return _page(request)


def _page(
    request: PersonsRequest, *, form: ConsentForm | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "report": consent_report.build(request.user),
        "form": form or ConsentForm(initial={"key": uuid7()}),
        "typed": list(_typed(request)),
        "section": "settings",
    }
    return render(request, "logbook/consent.html", context, status=status)


def _typed(request: HttpRequest) -> Iterator[tuple[str, str]]:
    """What was sent along with the answer, or instead of it."""
    for name, values in request.POST.lists():
        if not name.startswith(PREFIX) and name != "csrfmiddlewaretoken":
            yield from ((name, value) for value in values)


@pressed_on("logbook:consent")
@refusable
def stop(request: PersonsRequest) -> HttpResponse:
    """Note nothing more, and keep what is there."""
    form = key_form(request, request.POST.get("key", ""))
    if not form.is_valid():
        return refuse(request, *form.errors.values())
    answers.stop(request.user, form.cleaned_data["key"], now=timezone.now())
    messages.success(request, _("Nothing more is noted. What is there stays."))
    return redirect("logbook:consent")


@require_http_methods(["GET", "HEAD", "POST"])
@refusable
def take_back(request: PersonsRequest) -> HttpResponse:
    """What is deleted, and the file first; a POST deletes."""
    report = consent_report.build(request.user)
    if request.method != "POST":
        if report.answer is None or report.answer.withdrawn_at:
            return redirect("logbook:consent")
        page = {"report": report, "backup_days": site.BACKUP_DAYS, "section": "settings"}
        return render(request, "logbook/take_back.html", page)
    form = key_form(request, request.POST.get("key", ""))
    if not form.is_valid():
        return refuse(request, *form.errors.values())
    answers.withdraw(request.user, form.cleaned_data["key"], now=timezone.now())
    form_undo.forget(request)
    messages.success(request, _("Your consent is taken back, and what you noted is deleted."))
    return redirect("logbook:consent")
