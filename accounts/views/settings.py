"""The page on which people choose how their days, weeks and pages are."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts import before
from accounts.changes import as_sent, changed, filled_in, overwritten, replaced
from accounts.door import PersonsRequest, resumable
from accounts.forms import SettingsForm
from accounts.models import User


@resumable("time_zone", "day_ends_at", "week_starts_on", "theme", "asks_during", "shows_streak")
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: PersonsRequest) -> HttpResponse:
    now = _stored(request.user)
    drawn = SettingsForm(initial=now)
    form = SettingsForm(filled_in(request, drawn), initial=now)
    if request.method == "POST" and form.is_valid():
        request.user.change(**changed(form))
        saved = as_sent(SettingsForm(initial=_stored(request.user)))
        newer = replaced(overwritten(form, now))
        before.keep(request, request.path, as_sent(drawn), saved, newer)
        return redirect(f"{request.path}?saved=1")
    context = {
        "form": form,
        "saved": "saved" in request.GET and not form.is_bound,
        "before": before.kept(request, request.path, as_sent(drawn)),
        "section": "settings",
    }
    return render(request, "accounts/settings.html", context, status=400 if form.errors else 200)


def _stored(user: User) -> dict[str, Any]:
    return {name: getattr(user, name) for name in SettingsForm.base_fields}
