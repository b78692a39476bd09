"""What django-allauth asks of the site about people: words for its errors, and which way next."""

import time
from copy import copy
from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter
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

from accounts import events, mails
from accounts.models import EventKind, User
from accounts.rate_limits import ONE_HOST
from accounts.second_step import APP
from accounts.sessions import TYPED_EMAIL, device_of, forget_network, keep_signed_in

if TYPE_CHECKING:
    from accounts.sign_in_forms import SignUpForm

WRONG_PASSWORD = _("That isn’t your current password. Please try again.")

TOO_OFTEN = _("That was too often in a short time. Please wait a few minutes, then try again.")
CONFIRMED_AT = "confirmed_at"
CONFIRM_WITH = {
    "reauthenticate": _("Use my password"),
    "mfa_reauthenticate": _("Use a code from the app"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}


class PeopleAdapter(DefaultAccountAdapter):
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

    def save_user(
        self, request: HttpRequest, user: User, form: "SignUpForm", commit: bool = True
    ) -> User:
        user.time_zone = form.cleaned_data["time_zone"]
        user.email_as_typed = form.typed_email()
        user.offers_passkey = True
        super().save_user(request, user, form, commit=commit)
        return user

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Every way ends at a page that asks for a code, from where another one can be sent."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:
            mails.log_unsent(error)
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
        context: dict[str, object],
        headers: dict[str, str] | None = None,
    ) -> EmailMultiAlternatives:
        context = mails.context_with_site(context)
        mail: EmailMultiAlternatives = super().render_mail(template_prefix, email, context, headers)
        mail.attach_alternative(mails.html(str(mail.subject), str(mail.body), context), "text/html")
        return mail

    def pre_authenticate(self, request: HttpRequest, **credentials: str) -> None:
        """Count by the address alone: allauth also counts by host, which a guesser chooses."""
        counted = copy(request)
        counted.META = {**request.META, "HTTP_HOST": ONE_HOST}
        super().pre_authenticate(counted, **credentials)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, object] | None = None,
        email: str | None = None,
    ) -> None:
        self.record_event(user, events.KIND_OF_MAIL[template_prefix])
        given = {
            "device": device_of(self.request),
            "reset_url": self.request.build_absolute_uri(reverse("account_reset_password")),
        }
        super().send_notification_mail(template_prefix, user, given | (context or {}), email)

    def record_event(self, user: User, kind: EventKind) -> None:
        forget_network(self.request.session.session_key)
        device = device_of(self.request)
        events.record(user, kind, device=device, now=timezone.now())

    def authentication_failed(self, request: HttpRequest, **credentials: str) -> None:
        email = User.objects.stored_email(credentials.get("email"))
        if user := User.objects.filter(email=email).first():
            self.record_event(user, EventKind.FAILED)

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
        self, request: HttpRequest, user: User, *, signup: bool, **details: object
    ) -> HttpResponse:
        """Whoever has just chosen a password isn't asked for it again to add a passkey."""
        response: HttpResponse = super().post_login(request, user, signup=signup, **details)
        self.record_event(user, EventKind.SIGN_IN)
        if signup:
            self.confirm(request)
        return response

    def confirm(self, request: HttpRequest) -> None:
        """They showed that it's them: from now on they aren't asked again for a while."""
        request.session[CONFIRMED_AT] = time.time()

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, object]]:
        """allauth's, the first of which is asked for, and a code by mail unless the app is on."""
        methods: list[dict[str, object]] = [
            method | {"description": CONFIRM_WITH[method["id"]]}
            for method in super().get_reauthentication_methods(user)
        ]
        if user.is_authenticated and settings.MAIL and not is_mfa_enabled(user, [APP]):
            address = reverse("account_reauthenticate_by_code")
            methods.append({"id": "code", "description": _("Send me a code"), "url": address})
        return methods

    def is_reauthentication_required(self, *, app: str, **kwargs: object) -> bool:
        """allauth asks nothing of those who have neither password nor passkey; we send a code."""
        confirmed_at: float = self.request.session.get(CONFIRMED_AT, 0)
        if time.time() - confirmed_at < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return False
        methods = self.get_reauthentication_methods(self.request.user)
        if [method["id"] for method in methods] == ["code"]:
            raise ReauthenticationRequired
        return True

    def reauthenticate(self, user: User, password: str) -> bool:
        if is_theirs := bool(super().reauthenticate(user, password)):
            keep_signed_in(self.request, user)
        return is_theirs

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        if is_confirmed := bool(super().confirm_email(request, email_address)):
            typed = request.session.pop(TYPED_EMAIL, email_address.user.email_as_typed)
            email_address.user.change(email_as_typed=typed)
        return is_confirmed

    def is_safe_url(self, url: str) -> bool:
        """Only this site: allauth would also follow `next` to every other allowed host."""
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={self.request.get_host()}, require_https=self.request.is_secure()
        )

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        return reverse("accounts:account")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:account")
