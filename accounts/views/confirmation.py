"""The page that sends somebody who is signed in a code, and asks for it."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.views import BaseReauthenticateView
from allauth.core.ratelimit import consume_or_429
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from accounts.confirmation import CodeByMail
from accounts.counted import may_try
from accounts.entrance import SignInCodeForm


class ConfirmWithCode(BaseReauthenticateView):  # type: ignore[misc]
    form_class = SignInCodeForm
    template_name = "account/reauthenticate_by_code.html"

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        process = CodeByMail.under_way(request)
        if request.POST.get("action") != "send" and process:
            if not may_try(request, process):
                process.abort()
                return self._too_often()
            response: HttpResponse = super().post(request, *args, **kwargs)
            return response
        if refusal := consume_or_429(request, action="request_login_code", key=request.user.email):
            refused: HttpResponse = refusal
            return refused
        CodeByMail.begin(request)
        return self._again()

    def get_form_kwargs(self) -> dict[str, Any]:
        process = CodeByMail.under_way(self.request)
        given: dict[str, Any] = super().get_form_kwargs()
        return given | {"code": process.code if process else ""}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"sent": CodeByMail.under_way(self.request) is not None}

    def form_valid(self, form: Any) -> HttpResponse:
        if process := CodeByMail.under_way(self.request):
            process.finish()
        response: HttpResponse = super().form_valid(form)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        process = CodeByMail.under_way(self.request)
        if process is None or process.record_invalid_attempt():
            response: HttpResponse = super().form_invalid(form)
            return response
        return self._too_often()

    def _too_often(self) -> HttpResponse:
        messages.error(self.request, get_adapter().error_messages["too_many_login_attempts"])
        return self._again()

    def _again(self) -> HttpResponse:
        return redirect(self.passthrough_next_url(self.request.path))


confirm_with_code = ConfirmWithCode.as_view()
