"""A way in for a newcomer: what hurts, who should ask first, when the rounds are; then Today."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import PersonsRequest
from exercises.leaflet import ask_first_page
from exercises.models import Source
from logbook.forms.changes import changed
from logbook.forms.settings import HurtsForm, MyRoundsForm
from logbook.models import Preferences
from logbook.recording.preferences import change_settings
from logbook.views.consent import asks_first, question
from logbook.views.settings import rounds_context, rounds_form


@require_http_methods(["GET", "HEAD", "POST"])
@asks_first("logbook:welcome-ask-first")
def welcome_hurts(request: PersonsRequest) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = HurtsForm(sent, initial={"hurts": Preferences.of(request.user).hurts})
    if form.is_valid():
        change_settings(request.user, changed(form))
        return redirect("logbook:welcome-ask-first")
    context = {"form": form, "step": 1, "consent": question(request)}
    status = 400 if form.errors else 200
    return render(request, "logbook/welcome_hurts.html", context, status=status)


@require_safe
def welcome_ask_first(request: PersonsRequest) -> HttpResponse:
    """To be read; nothing of it is stored."""
    page = ask_first_page(Source.objects.in_bulk(field_name="key"))
    return render(request, "logbook/welcome_ask_first.html", {"page": page, "step": 2})


@require_http_methods(["GET", "HEAD", "POST"])
def welcome_rounds(request: PersonsRequest) -> HttpResponse:
    sent = request.POST if request.method == "POST" else None
    form = rounds_form(request.user, MyRoundsForm, sent)
    if form.is_valid():
        change_settings(request.user, changed(form))
        return redirect("logbook:today")
    context = rounds_context(request, form) | {"step": 3}
    status = 400 if form.errors else 200
    return render(request, "logbook/welcome_rounds.html", context, status=status)
