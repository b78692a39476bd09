"""Pages about the person: sign-up, settings, and what needs mail to a site that sends none."""

from collections.abc import Callable
from typing import Any

from allauth.account import views as allauth
from django.conf import settings as site
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts import before
from accounts.changes import as_sent, changed, filled_in, overwritten, replaced
from accounts.door import PersonsRequest, resumable
from accounts.forms import SettingsForm
from accounts.models import User

Page = Callable[[HttpRequest], HttpResponse]
allauth_sign_up: Page = allauth.signup
allauth_email: Page = allauth.email
allauth_password_reset: Page = allauth.password_reset


@login_not_required
def sign_up(request: HttpRequest) -> HttpResponse:
    try:
        return allauth_sign_up(request)
    except IntegrityError:
        # Sent twice at once, both found the address free; now the form finds it taken.
        return allauth_sign_up(request)


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
        "mail": bool(site.MAIL),
    }
    return render(request, "accounts/settings.html", context, status=400 if form.errors else 200)


def _stored(user: User) -> dict[str, Any]:
    return {name: getattr(user, name) for name in SettingsForm.base_fields}


@require_http_methods(["GET", "HEAD", "POST"])
def email(request: HttpRequest) -> HttpResponse:
    if site.MAIL:
        return allauth_email(request)
    return render(request, "accounts/email_without_mail.html")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def password_reset(request: HttpRequest) -> HttpResponse:
    if site.MAIL:
        return allauth_password_reset(request)
    return render(request, "accounts/reset_without_mail.html")
