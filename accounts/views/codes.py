"""The pages that ask for a code by mail: allauth's, with tries that are counted across requests."""

from typing import Any

from allauth.account import views as allauth
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.counted import may_try
from accounts.models import EventKind, User
from accounts.second_step import distrust

OTHER_ACTIONS = {"resend", "change"}


class ThreeTries:
    request: Any
    _process: Any

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        tried = request.POST.get("action") not in OTHER_ACTIONS
        if tried and not may_try(request, self._process):
            self._process.abort()
            messages.error(request, get_adapter().error_messages["too_many_login_attempts"])
            signed_in = request.user.is_authenticated
            return redirect("account_email" if signed_in else "account_login")
        response: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]
        return response


class AtTheDoor(ThreeTries):
    """Whoever comes in by the mail alone is the person; who signed up before need not have been."""

    def form_valid(self, form: Any) -> HttpResponse:
        person = self._process.user
        sent = self.request.POST.get("action") not in OTHER_ACTIONS
        if sent and person and _is_unconfirmed(person):
            distrust(person)
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        if person := self._process.user:
            get_adapter().keep_record(person, EventKind.FAILED)
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        return response


def _is_unconfirmed(person: User) -> bool:
    own = EmailAddress.objects.filter(user=person, email=person.email, verified=False)
    return bool(own.exists())


class SignInCode(AtTheDoor, allauth.ConfirmLoginCodeView):  # type: ignore[misc]
    pass


class PasswordCode(AtTheDoor, allauth.ConfirmPasswordResetCodeView):  # type: ignore[misc]
    pass


class EmailCode(ThreeTries, allauth.ConfirmEmailVerificationCodeView):  # type: ignore[misc]
    pass


confirm_sign_in_code = login_not_required(SignInCode.as_view())
confirm_password_code = login_not_required(PasswordCode.as_view())
email_code = EmailCode.as_view()


@login_not_required
def confirm_email_code(request: HttpRequest) -> HttpResponse:
    """Without mail, allauth's page, which has no form."""
    page = email_code if settings.MAIL else allauth.email_verification_sent
    response: HttpResponse = page(request)
    return response
