"""What a person reads when something went wrong, and what the operator should look at."""

import sys
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.middleware.csrf import REASON_BAD_ORIGIN, REASON_BAD_REFERER
from django.template.loader import render_to_string

from hosting import database_errors
from hosting.environment.addresses import parts_of

STRANGE = tuple(
    reason.rpartition("%s")[2] for reason in (REASON_BAD_ORIGIN, REASON_BAD_REFERER)
)  # how Django's reason ends where it names the address that a form came from


def answer(
    template: str, status: int, request: HttpRequest | None = None, **context: object
) -> HttpResponse:
    """A page as the person who asked sees every page: with their tabs, in their theme.

    Where the person can't be loaded, the database is gone, and Django asks for `broken` instead:
    without a request a page needs neither database nor session, so that it can always be shown.
    A message waits for the page that it was meant for: a browser also asks for things unseen.
    """
    page = render_to_string(f"failures/{template}.html", {"messages": (), **context}, request)
    return HttpResponse(page, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    host_refused = isinstance(exception, DisallowedHost)
    return answer("bad_request", 400, request, host_refused=host_refused)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer("forbidden", 403, request)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return answer("not_found", 404, request)


class WrongWayMiddleware:
    """Django has a handler for each other refusal, and an empty answer for a wrong method."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            response.content = answer("wrong_way", 405, request).content
        return response


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The CSRF failure page; Django writes the reason to the log that the page names.

    A form that came from a strange address was mostly sent from a page of this very site, which a
    proxy or SITE_URL calls by another name: then the page says what each of them says.
    """
    came_from = _came_from(request) if reason.endswith(STRANGE) else ""
    return answer(
        "form_from_elsewhere" if came_from else "form_expired",
        403,
        request,
        site_url=settings.SITE_URL,
        came_from=came_from,
        asked_for=f"{request.scheme}://{request.get_host()}",
    )


def _came_from(request: HttpRequest) -> str:
    """The site that the browser names, as SITE_URL is written; '' where it hides that."""
    named = request.headers.get("Origin") or request.headers.get("Referer", "")
    parts = parts_of(named, query=True)
    known = parts and parts.scheme in {"http", "https"} and parts.hostname
    return f"{parts.scheme}://{parts.netloc}" if parts and known else ""


def too_many_tries(request: HttpRequest) -> HttpResponse:
    """allauth counts tries in the database, and says 'too many' also where it can't write.

    On SQLite, beginning a transaction raises where the database is locked: then it wasn't the
    tries. PostgreSQL makes writers wait, and needs no such question.
    """
    with transaction.atomic():
        return answer("too_many_tries", 429, request)


def broken(request: HttpRequest) -> HttpResponse:
    """The answer to every exception that nobody expected.

    Django asks for it while it handles the exception, wherever that was raised: in a view, or in
    a middleware that loads the session, for which no `process_exception` is called.
    """
    if not database_errors.is_gone(sys.exc_info()[1]):
        return answer("broken", 500)
    response = answer("database_gone", 503)
    response.headers["Retry-After"] = "60"
    return response
