"""Pages about the person: sign-up, settings, and what needs mail to a site that sends none."""

from collections.abc import Callable

from allauth.account import views as allauth
from django.conf import settings as site
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.changes import changed, filled_in, overwritten, replaced
from accounts.door import PersonsRequest, resumable
from accounts.forms import SettingsForm

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
    now = {name: getattr(request.user, name) for name in SettingsForm.base_fields}
    form = SettingsForm(filled_in(request, SettingsForm(initial=now)), initial=now)
    if request.method == "POST" and form.is_valid():
        newer = replaced(overwritten(form, now))
        request.user.change(**changed(form))
        messages.success(request, " ".join(filter(None, (_("Your settings are saved."), newer))))
        return redirect("accounts:settings")
    context = {"form": form, "section": "settings", "mail": bool(site.MAIL)}
    return render(request, "accounts/settings.html", context, status=400 if form.errors else 200)


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
