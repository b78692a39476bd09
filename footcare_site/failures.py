"""What a person reads when something went wrong, and what the operator should look at."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

log = logging.getLogger(__name__)


def answer(template: str, status: int, **context: object) -> HttpResponse:
    """A page that needs neither database nor session, so that it can always be shown."""
    return HttpResponse(render_to_string(f"failures/{template}.html", context), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    host_refused = isinstance(exception, DisallowedHost)
    return answer("bad_request", 400, host_refused=host_refused)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer("forbidden", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer("not_found", 404)


def broken(request: HttpRequest) -> HttpResponse:
    return answer("broken", 500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The CSRF failure page; Django's own reason goes to the log that the page names."""
    return answer("form_expired", 403, reason=reason, site_url=settings.SITE_URL)


class DatabaseGoneMiddleware:
    """Answer 503 with a page of our own while the database is locked or away."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, (OperationalError, InterfaceError)):
            return None
        log.error("The database did not answer: %s", exception)
        response = answer("database_gone", 503)
        response.headers["Retry-After"] = "60"
        return response
