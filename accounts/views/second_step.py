"""The second step of signing in: asked for, turned on and turned off."""

from textwrap import wrap
from typing import Any

from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.internal.flows.trust import trust_browser
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from django.db import IntegrityError, transaction
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse_lazy

from accounts.door import PersonsRequest
from accounts.second_step import APP, turn_off


class SecondStep(AuthenticateView):  # type: ignore[misc]
    """allauth asks on one more page whether to ask again on this device; we ask on this one."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        if "trust" in self.request.POST:
            trust_browser(self.request, self.stage.login.user, response)
        return response


class TurnOn(ActivateTOTPView):  # type: ignore[misc]
    """Sent twice, it leads to the codes as it does when sent once."""

    success_url = reverse_lazy("mfa_view_recovery_codes")

    def dispatch(self, request: PersonsRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if is_mfa_enabled(request.user, [APP]):
            return redirect("mfa_view_recovery_codes")
        try:
            response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        except IntegrityError:
            return redirect("mfa_view_recovery_codes")
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the app's key as people read one out: four letters, and four more."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"key": " ".join(wrap(context["form"].secret, 4))}


class TurnOff(DeactivateTOTPView):  # type: ignore[misc]
    success_url = reverse_lazy("accounts:account")

    def dispatch(self, request: PersonsRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_mfa_enabled(request.user, [APP]):
            return redirect("accounts:account")
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        turn_off(self.request.user)  # allauth would keep the codes of whoever has a passkey
        return response


second_step = SecondStep.as_view()
turn_on_second_step = TurnOn.as_view()
turn_off_second_step = TurnOff.as_view()
