"""The pages that ask for a code by mail: allauth's, with tries that are counted across requests."""

from typing import Any

from allauth.account import views as allauth
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from accounts.counted import may_try
from accounts.models import EventKind, User
from accounts.second_step import distrust

OTHER_ACTIONS = {"resend", "change"}
USED_UP = _("That code no longer counts, after three tries. Please ask for a new one.")
JUST_SENT = _("A code has only just gone. Wait ten seconds before you ask for another one.")


class ThreeTries:
    request: Any
    _process: Any

    anew = "account_login"
    """Where another code is asked for, once this one is used up."""

    def is_tried(self) -> bool:
        return self.request.POST.get("action") not in OTHER_ACTIONS

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.is_tried() and not may_try(request, self._process):
            self._process.abort()
            return self._used_up()
        response: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        if not self.is_tried() or self._process.record_invalid_attempt():
            page: HttpResponse = FormView.form_invalid(self, form)  # type: ignore[arg-type]
            return page
        return self._used_up()

    def _used_up(self) -> HttpResponse:
        messages.error(self.request, USED_UP)
        return redirect("account_email" if self.request.user.is_authenticated else self.anew)


class AtTheDoor(ThreeTries):
    """Whoever comes in by the mail alone is the person; who signed up before need not have been."""

    def form_valid(self, form: Any) -> HttpResponse:
        person = self._process.user
        if self.is_tried() and person and _is_unconfirmed(person):
            distrust(person)
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        if person := self._process.user:
            get_adapter().keep_record(person, EventKind.FAILED)
        return super().form_invalid(form)


def _is_unconfirmed(person: User) -> bool:
    own = EmailAddress.objects.filter(user=person, email=person.email, verified=False)
    return bool(own.exists())


class SignInCode(AtTheDoor, allauth.ConfirmLoginCodeView):  # type: ignore[misc]
    anew = "account_request_login_code"


class PasswordCode(AtTheDoor, allauth.ConfirmPasswordResetCodeView):  # type: ignore[misc]
    anew = "account_reset_password"


class EmailCode(ThreeTries, allauth.ConfirmEmailVerificationCodeView):  # type: ignore[misc]
    def form_valid(self, form: Any) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)
        except ImmediateHttpResponse:  # the page about too many tries
            messages.error(self.request, JUST_SENT)
            return redirect("account_email_verification_sent")
        if not self.is_tried():
            messages.success(self.request, _("A new code is on its way."))
        return response


confirm_sign_in_code = login_not_required(SignInCode.as_view())
confirm_password_code = login_not_required(PasswordCode.as_view())
email_code = EmailCode.as_view()


@login_not_required
def confirm_email_code(request: HttpRequest) -> HttpResponse:
    """Without mail, allauth's page, which has no form."""
    page = email_code if settings.MAIL else allauth.email_verification_sent
    response: HttpResponse = page(request)
    return response
