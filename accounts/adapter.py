"""What django-allauth asks of the site about people: words for its errors, and which way next."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.reauthentication import (
    get_reauthentication_flows,
    reauthenticate_by_password,
)
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.core.mail import EmailMultiAlternatives
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from accounts import mails, records
from accounts.confirmation import recently_confirmed
from accounts.devices import forget_network, name_of, user_agent_of
from accounts.models import EventKind, User
from accounts.second_step import APP

log = logging.getLogger(__name__)

WRONG_PASSWORD = _("That isn’t your current password. Please try again.")

TOO_OFTEN = _("That was too often in a short time. Please wait a few minutes, then try again.")
CONFIRM_WITH = {
    "reauthenticate": _("Use my password"),
    "mfa_reauthenticate": _("Use a code from the app"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}


class PeopleAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed. Ask whoever runs this Footcare."),
        "duplicate_email": _("That is the address you have now. Type another one."),
        "email_password_mismatch": _(
            "The email address and the password don’t belong together. Check both, and try again."
        ),
        "email_taken": _("There is an account with this address already. You can sign in to it."),
        "enter_current_password": WRONG_PASSWORD,
        "incorrect_password": WRONG_PASSWORD,
        "incorrect_code": _("That isn’t the code. Look for the newest mail, and try again."),
        # allauth says this too where somebody signs in before another code may be sent.
        "too_many_login_attempts": TOO_OFTEN,
        "rate_limited": TOO_OFTEN,
    }

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.time_zone = form.cleaned_data["time_zone"]
        user.offers_passkey = True
        super().save_user(request, user, form, commit=commit)
        return user

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Every way ends at a page that asks for a code, from where another one can be sent."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:  # all of smtplib's are such; their texts hold addresses
            log.error("A mail couldn't be sent (%s). Look at EMAIL_URL.", type(error).__name__)
            if "device" in context:  # it tells of what is done, and nobody waits for it
                return
            sentence = _(
                "We couldn’t send the mail just now. Wait a few minutes, then ask for a new code."
            )
            messages.error(self.request, sentence)

    def render_mail(
        self,
        template_prefix: str,
        email: str,
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMultiAlternatives:
        told = mails.of_site(context)
        mail: EmailMultiAlternatives = super().render_mail(template_prefix, email, told, headers)
        mail.attach_alternative(mails.html(str(mail.subject), str(mail.body), told), "text/html")
        return mail

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: str) -> str:
        """By the address alone: allauth also counts by host and port, which a guesser chooses."""
        return credentials["email"].lower()

    def send_notification_mail(
        self, template_prefix: str, user: User, context: Any = None, email: str | None = None
    ) -> None:
        self.keep_record(user, records.TOLD_OF[template_prefix])
        told = {
            "device": name_of(user_agent_of(self.request)),
            "reset_url": self.request.build_absolute_uri(reverse("account_reset_password")),
        }
        super().send_notification_mail(template_prefix, user, told | (context or {}), email)

    def keep_record(self, user: User, kind: EventKind) -> None:
        forget_network(self.request.session.session_key)
        device = name_of(user_agent_of(self.request))
        records.keep(user, kind, device=device, now=timezone.now())

    def authentication_failed(self, request: HttpRequest, **credentials: str) -> None:
        email = User.objects.normalize_email(credentials.get("email"))
        if user := User.objects.filter(email=email).first():
            self.keep_record(user, EventKind.FAILED)

    def get_login_stages(self) -> list[str]:
        """Without allauth's page about trust, which the page before has asked about."""
        return [stage for stage in super().get_login_stages() if not stage.endswith("TrustStage")]

    def login(self, request: HttpRequest, user: User) -> None:
        # On the request, since allauth makes an adapter for each question.
        request.is_newcomer = user.offers_passkey and user.last_login is None  # type: ignore[attr-defined]
        super().login(request, user)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Whoever signed up, broke off and comes back is welcomed now."""
        if getattr(request, "is_newcomer", False):
            return resolve_url(settings.ACCOUNT_SIGNUP_REDIRECT_URL)
        return resolve_url(settings.LOGIN_REDIRECT_URL)

    def post_login(
        self, request: HttpRequest, user: User, *, signup: bool, **details: Any
    ) -> HttpResponse:
        """Whoever has just chosen a password isn't asked for it again to add a passkey."""
        response: HttpResponse = super().post_login(request, user, signup=signup, **details)
        self.keep_record(user, EventKind.SIGN_IN)
        if signup:
            reauthenticate_by_password(request)
        return response

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        """allauth's, the first of which is asked for, and a code by mail unless the app is on."""
        methods: list[dict[str, Any]] = [
            method | {"description": CONFIRM_WITH[method["id"]]}
            for method in super().get_reauthentication_methods(user)
        ]
        if user.is_authenticated and settings.MAIL and not is_mfa_enabled(user, [APP]):
            address = reverse("account_reauthenticate_by_code")
            methods.append({"id": "code", "description": _("Send me a code"), "url": address})
        return methods

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """allauth asks nothing of those who have neither password nor passkey; we send a code."""
        user, methods = self.request.user, []
        if user.is_authenticated and not get_reauthentication_flows(user):
            methods = self.get_reauthentication_methods(user)
        if methods and not recently_confirmed(self.request):
            raise ReauthenticationRequired
        return bool(super().is_reauthentication_required(app=app, **kwargs))

    def is_safe_url(self, url: str) -> bool:
        """Only this site: allauth would also follow `next` to every other allowed host."""
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={self.request.get_host()}, require_https=self.request.is_secure()
        )

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        return reverse("accounts:account")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:account")
