"""Where a code is typed that was sent by mail, as long as it is waited for."""

from copy import copy
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest
from django.urls import resolve, reverse

PAGES = (
    "account_email_verification_sent",
    "account_confirm_login_code",
    "account_confirm_password_reset_code",
    "account_reauthenticate_by_code",
)


def code_page(request: HttpRequest) -> str:
    """The page that waits for the code that this browser asked for, or ''."""
    if not settings.MAIL:
        return ""
    return next((page for page in map(reverse, PAGES) if _waits(page, request)), "")


def _waits(page: str, request: HttpRequest) -> bool:
    """allauth leads away from a page that waits for none."""
    asked = copy(request)
    asked.method = "GET"
    answer = resolve(page).func(asked)
    shown = getattr(answer, "context_data", None) or {}
    return bool(answer.status_code == HTTPStatus.OK and shown.get("sent", True))
