"""A code by mail with which somebody who is signed in shows that it's them.

allauth asks for a password, a passkey or the app. Whoever has none of these at hand, or has
forgotten it, gets a code, as they would at the door.
"""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.conf import settings

from accounts.door import PersonsRequest

KEY = "confirmation_code"
METHOD = "code"


class CodeByMail(AbstractCodeVerificationProcess):  # type: ignore[misc]
    """Kept in the session: three tries, ten minutes."""

    def __init__(self, request: PersonsRequest, state: dict[str, Any]) -> None:
        super().__init__(
            max_attempts=settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS,
            timeout=settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT,
            state=state,
            user=request.user,
        )
        self.request = request

    @classmethod
    def begin(cls, request: PersonsRequest) -> None:
        process = cls(request, cls.initial_state(request.user, request.user.email))
        process.send()
        process.persist()

    @classmethod
    def under_way(cls, request: PersonsRequest) -> "CodeByMail | None":
        state = request.session.get(KEY)
        process: CodeByMail | None = cls(request, state).abort_if_invalid() if state else None
        return process

    def send(self) -> None:
        adapter = get_adapter()
        self.state["code"] = adapter.generate_login_code()
        adapter.send_mail("account/email/confirmation", self.state["email"], {"code": self.code})

    def persist(self) -> None:
        self.request.session[KEY] = self.state

    def abort(self) -> None:
        self.request.session.pop(KEY, None)

    def finish(self) -> None:
        self.abort()
        record_authentication(self.request, self.request.user, METHOD, reauthenticated=True)


def recently_confirmed(request: PersonsRequest) -> bool:
    """Whether a code was typed not longer ago than allauth takes a password for fresh."""
    records = get_authentication_records(request, request.user)
    return any(
        each["method"] == METHOD
        and each.get("reauthenticated")
        and time.time() - each["at"] < app_settings.REAUTHENTICATION_TIMEOUT
        for each in records
    )
