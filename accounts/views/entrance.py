"""allauth's pages at the door where we do more than it does, or where there is no mail."""

from collections.abc import Callable

from allauth.account import views as allauth
from django.conf import settings as site
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

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
