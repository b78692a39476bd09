"""What django-allauth asks of the site about people: words for its errors, and which way next."""

import logging
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from accounts.models import User

log = logging.getLogger(__name__)

WRONG_PASSWORD = _("That isn’t your current password. Please try again.")


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
        "too_many_login_attempts": _(
            "That was too often in a short time. Please wait a few minutes, then try again."
        ),
    }

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.time_zone = form.cleaned_data["time_zone"]
        super().save_user(request, user, form, commit=commit)
        return user

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Every way ends at a page that asks for a code, from where another one can be sent."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError as error:  # all of smtplib's are such; their texts hold addresses
            log.error("A mail couldn't be sent (%s). Look at EMAIL_URL.", type(error).__name__)
            sentence = _(
                "We couldn’t send the mail just now. Wait a few minutes, then ask for a new code."
            )
            messages.error(self.request, sentence)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: str) -> str:
        """By the address alone: allauth also counts by host and port, which a guesser chooses."""
        return credentials["email"].lower()

    def is_safe_url(self, url: str) -> bool:
        """Only this site: allauth would also follow `next` to every other allowed host."""
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts={self.request.get_host()}, require_https=self.request.is_secure()
        )

    def get_email_verification_redirect_url(self, email_address: EmailAddress) -> str:
        return reverse("accounts:account")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:account")
