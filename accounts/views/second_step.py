"""Passkeys, and the app's second step: to add, to use and to take away."""

from textwrap import wrap

from allauth.account.adapter import get_adapter
from allauth.account.mixins import NextRedirectMixin
from allauth.account.utils import passthrough_next_redirect_url
from allauth.mfa.base.views import AuthenticateView, trust
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn import views as webauthn
from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.views.decorators.http import require_http_methods

from accounts.access import PersonsRequest
from accounts.second_step import APP, PASSKEY, PASSKEY_FAILED, turn_off
from accounts.views.sign_in import stay_as_asked

TEN_MINUTES = 10 * 60


class SecondStep(AuthenticateView):
    """allauth asks on one more page whether to ask again on this device; we ask on this one."""

    def form_valid(self, form: Form) -> HttpResponse:
        super().form_valid(form)  # leads to that page, which is answered here
        self.request.POST = QueryDict("action=trust" if "trust" in self.request.POST else "")
        return trust(self.request)


class TurnOn(ActivateTOTPView):
    """Sent twice, it leads to the codes as it does when sent once."""

    success_url = reverse_lazy("mfa_view_recovery_codes")

    def dispatch(self, request: PersonsRequest, **kwargs: object) -> HttpResponseBase:
        if is_mfa_enabled(request.user, [APP]):
            return redirect("mfa_view_recovery_codes")
        try:
            return super().dispatch(request, **kwargs)
        except IntegrityError:
            return redirect("mfa_view_recovery_codes")

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """With the app's key as people read one out: four letters, and four more."""
        context = super().get_context_data(**kwargs)
        return context | {"key": " ".join(wrap(context["form"].secret, 4))}


class TurnOff(DeactivateTOTPView):
    success_url = reverse_lazy("accounts:account")

    def dispatch(self, request: PersonsRequest, **kwargs: object) -> HttpResponseBase:
        if not is_mfa_enabled(request.user, [APP]):
            return redirect("accounts:account")
        return super().dispatch(request, **kwargs)

    @transaction.atomic
    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        turn_off(self.request.user)  # allauth would keep the codes of whoever has a passkey
        return response


class AddPasskey(NextRedirectMixin, webauthn.AddWebAuthnView):
    """allauth also adds keys that are only good after a password; ours always sign in alone."""

    def get_success_url(self) -> str:
        return self.get_next_url() or reverse("accounts:account")

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        context = super().get_context_data(**kwargs)
        asked = context["js_data"]["creation_options"]["publicKey"]["authenticatorSelection"]
        asked |= {"residentKey": "required", "requireResidentKey": True}
        return context

    def form_valid(self, form: Form) -> HttpResponse:
        # Not as allauth does, which also makes the recovery codes of a second step.
        user, adapter = self.request.user, get_adapter()
        data = {name: form.cleaned_data[name] for name in ("name", "credential")}
        Authenticator.objects.create(user=user, type=PASSKEY, data=data)
        adapter.add_message(self.request, messages.SUCCESS, "mfa/messages/webauthn_added.txt")
        adapter.send_notification_mail("mfa/email/webauthn_added", user)
        user.change(offers_passkey=False)
        return redirect(self.get_success_url())


class RenamePasskey(webauthn.EditWebAuthnView):
    success_url = reverse_lazy("accounts:account")


class RemovePasskey(webauthn.RemoveWebAuthnView):
    """Removed twice is removed once."""

    success_url = reverse_lazy("accounts:account")

    def dispatch(self, request: PersonsRequest, **kwargs: object) -> HttpResponseBase:
        if not Authenticator.objects.filter(pk=kwargs["pk"]).exists():
            return redirect("accounts:account")
        return super().dispatch(request, **kwargs)


class SignInWithPasskey(webauthn.LoginWebAuthnView):
    def get(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """What the browser is asked waits ten minutes for its answer, and no longer."""
        response: HttpResponse = super().get(request, *args, **kwargs)
        if not request.user.is_authenticated:
            request.session.set_expiry(TEN_MINUTES)
        return response

    def form_valid(self, form: Form) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        stay_as_asked(self.request)
        return response

    def form_invalid(self, form: Form) -> HttpResponse:
        return _again(self.request, "account_login")


class ConfirmWithPasskey(webauthn.ReauthenticateWebAuthnView):
    def form_invalid(self, form: Form) -> HttpResponse:
        return _again(self.request, "mfa_reauthenticate_webauthn")


def _again(request: HttpRequest, name: str) -> HttpResponse:
    messages.error(request, PASSKEY_FAILED)
    return redirect(passthrough_next_redirect_url(request, reverse(name), "next"))


@require_http_methods(["GET", "HEAD", "POST"])
def decline_passkey(request: PersonsRequest) -> HttpResponse:
    """For good: nothing offers one again, and the account page still has them."""
    if request.method == "POST":
        request.user.change(offers_passkey=False)
    return redirect(settings.LOGIN_REDIRECT_URL)
