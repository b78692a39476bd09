"""Passkeys: to add one, to call it something, to remove it, and to sign in or confirm with it."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.mixins import NextRedirectMixin
from allauth.account.utils import passthrough_next_redirect_url
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as allauth
from allauth.mfa.webauthn.internal import auth, flows
from django.conf import settings as site
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.views.decorators.http import require_http_methods

from accounts.door import PersonsRequest
from accounts.second_step_forms import PASSKEY_FAILED
from accounts.views.entrance import stay_as_asked

TEN_MINUTES = 10 * 60


class AddPasskey(NextRedirectMixin, allauth.AddWebAuthnView):  # type: ignore[misc]
    """allauth also adds keys that are only good after a password; ours always sign in alone."""

    def get_success_url(self) -> str:
        return self.get_next_url() or reverse("accounts:account")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, passwordless=True)
        return context | {"js_data": {"creation_options": options}}

    def form_valid(self, form: Any) -> HttpResponse:
        # As somebody who signs up with one: without the recovery codes of a second step.
        user, sent = self.request.user, form.cleaned_data
        flows.signup_authenticator(self.request, user, sent["name"], sent["credential"])
        get_adapter().send_notification_mail("mfa/email/webauthn_added", user)
        user.change(offers_passkey=False)
        return redirect(self.get_success_url())


class RenamePasskey(allauth.EditWebAuthnView):  # type: ignore[misc]
    success_url = reverse_lazy("accounts:account")


class RemovePasskey(allauth.RemoveWebAuthnView):  # type: ignore[misc]
    """Removed twice is removed once."""

    success_url = reverse_lazy("accounts:account")

    def dispatch(self, request: PersonsRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not Authenticator.objects.filter(pk=kwargs["pk"]).exists():
            return redirect("accounts:account")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class SignInWithPasskey(allauth.LoginWebAuthnView):  # type: ignore[misc]
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What the browser is asked waits ten minutes for its answer, and no longer."""
        response: HttpResponse = super().get(request, *args, **kwargs)
        if not request.user.is_authenticated:
            request.session.set_expiry(TEN_MINUTES)
        return response

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        stay_as_asked(self.request)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        return _again(self.request, "account_login")


class ConfirmWithPasskey(allauth.ReauthenticateWebAuthnView):  # type: ignore[misc]
    def form_invalid(self, form: Any) -> HttpResponse:
        return _again(self.request, "mfa_reauthenticate_webauthn")


def _again(request: HttpRequest, name: str) -> HttpResponse:
    messages.error(request, PASSKEY_FAILED)
    return redirect(passthrough_next_redirect_url(request, reverse(name), "next"))


@require_http_methods(["GET", "HEAD", "POST"])
def decline_passkey(request: PersonsRequest) -> HttpResponse:
    """For good: nothing offers one again, and the account page still has them."""
    if request.method == "POST":
        request.user.change(offers_passkey=False)
    return redirect(site.LOGIN_REDIRECT_URL)


add_passkey = AddPasskey.as_view()
rename_passkey = RenamePasskey.as_view()
remove_passkey = RemovePasskey.as_view()
sign_in_with_passkey = SignInWithPasskey.as_view()
confirm_with_passkey = ConfirmWithPasskey.as_view()
