"""allauth's pages at the door where we do more than it does, or where there is no mail."""

from collections.abc import Callable
from http import HTTPStatus

from allauth.account import views as allauth
from allauth.account.decorators import reauthentication_required
from django.conf import settings as site
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from accounts.devices import forget_network

Page = Callable[[HttpRequest], HttpResponse]
allauth_sign_up: Page = allauth.signup
allauth_email: Page = allauth.email
allauth_password_reset: Page = allauth.password_reset
allauth_sign_in_code: Page = allauth.request_login_code
allauth_password_change: Page = allauth.password_change
# allauth gives a password to whoever sits at a device that was left signed in.
allauth_password_set: Page = reauthentication_required(allauth.password_set)


@login_not_required
def sign_up(request: HttpRequest) -> HttpResponse:
    try:
        return allauth_sign_up(request)
    except IntegrityError:
        # Sent twice at once, both found the address free; now the form finds it taken.
        return allauth_sign_up(request)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_code(request: HttpRequest) -> HttpResponse:
    if not site.MAIL:
        return render(request, "accounts/code_without_mail.html")
    response = allauth_sign_in_code(request)
    if request.method == "POST" and response.status_code == HTTPStatus.FOUND:
        stay_as_asked(request)
    return response


def stay_as_asked(request: HttpRequest) -> None:
    """Whether the person is still signed in once the browser was closed: as they ticked it."""
    request.session.set_expiry(None if "remember" in request.POST else 0)


@require_http_methods(["GET", "HEAD", "POST"])
def password_change(request: HttpRequest) -> HttpResponse:
    response = allauth_password_change(request)
    forget_network(request.session.session_key)  # the session has another key now
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def password_set(request: HttpRequest) -> HttpResponse:
    response = allauth_password_set(request)
    forget_network(request.session.session_key)
    return response


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
