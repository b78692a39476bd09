"""allauth's pages to sign up and in where we do more than it does, or where there is no mail."""

from collections.abc import Callable
from http import HTTPStatus

from allauth.account import views as allauth
from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings as site
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.awaited import code_page
from accounts.rate_limits import JUST_SENT, expect_code
from accounts.sessions import forget_network

Page = Callable[[HttpRequest], HttpResponse]


@login_not_required
def sign_up(request: HttpRequest) -> HttpResponse:
    try:
        response = allauth.signup(request)
    except IntegrityError:
        # Sent twice at once, both found the address free; now the form finds it taken.
        response = allauth.signup(request)
    if response.status_code == HTTPStatus.FOUND:
        expect_code(request)
    return response


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_code(request: HttpRequest) -> HttpResponse:
    if not site.MAIL:
        return render(request, "accounts/code_without_mail.html")
    response = allauth.request_login_code(request)
    if request.method == "POST" and response.status_code == HTTPStatus.FOUND:
        stay_as_asked(request)
        expect_code(request)
    return response


def stay_as_asked(request: HttpRequest) -> None:
    """Whether the person is still signed in once the browser was closed: as they ticked it."""
    request.session.set_expiry(None if "remember" in request.POST else 0)


def forgets_network(page: Page) -> Page:
    """The page gives the session another key, with which allauth notes the network anew."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def answer(request: HttpRequest) -> HttpResponse:
        response = page(request)
        forget_network(request.session.session_key)
        return response

    return answer


password_change = forgets_network(allauth.password_change)
# allauth gives a password to whoever sits at a device that was left signed in.
password_set = forgets_network(reauthentication_required(allauth.password_set))


@require_http_methods(["GET", "HEAD", "POST"])
def email(request: HttpRequest) -> HttpResponse:
    if not site.MAIL:
        return render(request, "accounts/email_without_mail.html")
    try:
        return allauth.email(request)
    except ImmediateHttpResponse as refusal:  # the page about too many tries
        page = code_page(request)
        if page:
            messages.error(request, JUST_SENT)
        return redirect(page) if page else refusal.response


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def password_reset(request: HttpRequest) -> HttpResponse:
    if not site.MAIL:
        return render(request, "accounts/reset_without_mail.html")
    response = allauth.password_reset(request)
    if response.status_code == HTTPStatus.FOUND:
        expect_code(request)
    return response
