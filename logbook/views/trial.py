"""What somebody without an account is asked after a session: whether to keep it."""

from datetime import datetime, timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from exercises.models import Exercise
from logbook.forms.sessions import A_DAY
from logbook.forms.trial import JoiningForm, TrialForm
from logbook.report import trial


@login_not_required
@never_cache
@require_safe
def keep(request: HttpRequest, slug: str) -> HttpResponse:
    """The session is in the address, and nothing is stored, whoever looks at it."""
    person = request.user if request.user.is_authenticated else None
    exercise = get_object_or_404(Exercise, slug=slug)
    now = timezone.now()
    sent = {"ended": ended_at(request, now), **request.GET.dict(), "exercise": slug}
    form = TrialForm(sent, now=now)
    if not form.is_valid() and not form.is_over:
        return redirect("logbook:session", slug)
    if "ended" not in request.GET:
        return redirect(form.address)
    context = {"trial": form, "exercise": exercise, "toes": trial.first_toe(exercise)}
    if form.is_over:
        return render(request, "logbook/trial_over.html", context)
    if person:
        new = form.new_of(person)
        return render(request, "logbook/keep_as_mine.html", context | {"new": new})
    return render(request, "logbook/keep.html", context | {"form": JoiningForm(initial=form.sent)})


def ended_at(request: HttpRequest, now: datetime) -> int:
    """By this server's clock: the device tells how many seconds ago it was."""
    ago = request.GET.get("ago", "")
    seconds = min(int(ago), A_DAY) if ago.isdecimal() else 0
    return int((now - timedelta(seconds=seconds)).timestamp())
