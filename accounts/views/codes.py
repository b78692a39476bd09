"""The pages that ask for a code by mail: allauth's, with tries that are counted across requests."""

import time
from http import HTTPStatus

from allauth.account import views as allauth
from allauth.account.adapter import get_adapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.ratelimit import consume_or_429
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from accounts.access import PersonsRequest
from accounts.models import EventKind, User
from accounts.rate_limits import JUST_SENT, expect_code, expected_code, may_try
from accounts.second_step import distrust_unconfirmed
from accounts.sign_in_forms import SignInCodeForm

USED_UP = _("That code no longer counts, after three tries. Please ask for a new one.")
CONFIRMATION_CODE = "confirmation_code"


class ThreeTries(FormView):
    """Whatever allauth itself counts in the session, a code is tried three times."""

    anew = "account_login"
    """Where another code is asked for, once this one is used up."""

    def is_tried(self) -> bool:
        """Whether allauth is going to check a code, whatever the form was sent as."""
        return "code" in self.get_form_class().base_fields

    @cached_property
    def sent_to(self) -> str:
        return self.get_context_data()["email"]

    def post(self, request: HttpRequest, *args: str, **kwargs: str) -> HttpResponse:
        if not self.is_tried():
            expect_code(request)
        elif not may_try(request, self.sent_code()):
            return self.run_out()
        return super().post(request, *args, **kwargs)

    def sent_code(self) -> str:
        """What tells this code from others, also where no mail was sent to a strange address."""
        code = self.get_form_kwargs()["code"]
        return f"{self.sent_to}:{code}:{expected_code(self.request)}"

    def run_out(self) -> HttpResponse:
        """Let allauth count up to its end as well, where it forgets the code."""
        form = self.get_form()
        while super().form_invalid(form).status_code == HTTPStatus.OK:
            pass
        return self.used_up()

    def form_invalid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)
        return response if response.status_code == HTTPStatus.OK else self.used_up()

    def used_up(self) -> HttpResponse:
        list(messages.get_messages(self.request))  # without allauth's, which says to wait
        messages.error(self.request, USED_UP)
        return redirect("account_email" if self.request.user.is_authenticated else self.anew)


class AtTheDoor(ThreeTries):
    """Whoever comes in by the mail alone is the person; who signed up before need not have been."""

    def form_valid(self, form: Form) -> HttpResponse:
        if self.is_tried() and (person := self.person):
            distrust_unconfirmed(person)
        return super().form_valid(form)

    def form_invalid(self, form: Form) -> HttpResponse:
        if person := self.person:
            get_adapter().record_event(person, EventKind.FAILED)
        return super().form_invalid(form)

    @property
    def person(self) -> User | None:
        return User.objects.filter(email=self.sent_to).first()


class SignInCode(AtTheDoor, allauth.ConfirmLoginCodeView):
    anew = "account_request_login_code"

    @property
    def person(self) -> User | None:
        return self.stage.login.user  # whom allauth signs in: their password is new


class PasswordCode(AtTheDoor, allauth.ConfirmPasswordResetCodeView):
    anew = "account_reset_password"


class EmailCode(ThreeTries, allauth.ConfirmEmailVerificationCodeView):
    def form_valid(self, form: Form) -> HttpResponse:
        try:
            response: HttpResponse = super().form_valid(form)
        except ImmediateHttpResponse:  # the page about too many tries
            messages.error(self.request, JUST_SENT)
            return redirect("account_email_verification_sent")
        if not self.is_tried():
            messages.success(self.request, _("A new code is on its way."))
        return response


email_code = EmailCode.as_view()


def address_to_confirm(request: HttpRequest) -> str:
    """The new address that waits for its code; empty where none does."""
    page = email_code(request)  # not rendered; allauth leads away where it waits for none
    return str(getattr(page, "context_data", {}).get("email", ""))


@login_not_required
def confirm_email_code(request: HttpRequest) -> HttpResponseBase:
    """Without mail, allauth's page, which has no form."""
    page = email_code if settings.MAIL else allauth.email_verification_sent
    return page(request)


class ConfirmWithCode(allauth.ReauthenticateView):
    """Sends a code to somebody who is signed in and shows with it that it's them.

    allauth asks for a password, a passkey or the app. Whoever has none of these at hand, or has
    forgotten it, gets a code, as they would at the door. The session keeps it.
    """

    template_name = "account/reauthenticate_by_code.html"

    @property
    def code(self) -> str:
        """The one that was sent and still counts; empty where none does."""
        sent = self.request.session.get(CONFIRMATION_CODE)
        if sent and time.time() - sent["at"] <= settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT:
            return str(sent["code"])
        return ""

    def post(self, request: PersonsRequest) -> HttpResponse:
        if request.POST.get("action") != "send" and self.code:
            return super().post(request) if self.may_try() else self.too_often()
        if refusal := consume_or_429(request, action="request_login_code", key=request.user.email):
            return refusal
        adapter = get_adapter()
        code = adapter.generate_login_code()
        adapter.send_mail("account/email/confirmation", request.user.email, {"code": code})
        request.session[CONFIRMATION_CODE] = {"code": code, "at": time.time()}
        return self.again()

    def may_try(self, *, counts: bool = True) -> bool:
        return may_try(self.request, f"{self.request.user.email}:{self.code}", counts=counts)

    def get_form_class(self) -> type[SignInCodeForm]:
        return SignInCodeForm

    def get_form_kwargs(self) -> dict[str, object]:
        given = super().get_form_kwargs()
        del given["user"]
        return given | {"code": self.code}

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(**kwargs) | {"sent": bool(self.code)}

    def form_valid(self, form: Form) -> HttpResponse:
        del self.request.session[CONFIRMATION_CODE]
        get_adapter().confirm(self.request)
        return super().form_valid(form)

    def form_invalid(self, form: Form) -> HttpResponse:
        return super().form_invalid(form) if self.may_try(counts=False) else self.too_often()

    def too_often(self) -> HttpResponse:
        del self.request.session[CONFIRMATION_CODE]
        messages.error(self.request, get_adapter().error_messages["too_many_login_attempts"])
        return self.again()

    def again(self) -> HttpResponse:
        return redirect(self.passthrough_next_url(self.request.path))
