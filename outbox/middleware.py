"""One answer to each act that a browser's outbox sends, in JSON, where a form gets pages.

An act is a form that a page would send, with two headers: `Outbox` has the act's key, `Outbox-Who`
the mark of the person who did it. Whatever answer lacks that key (a page of a hotel's network, a
server in trouble, half an answer) is none, and the act is sent again.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.urls import resolve, reverse
from django.utils.translation import gettext as _

from accounts.models import User
from outbox.once import key_of

MOST_STEPS = 3  # redirects from page to page


class OutboxMiddleware:
    """Says that an act was done, is refused, or waits for whoever did it to sign in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.door = reverse(settings.LOGIN_URL)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = key_of(request)
        if not key:
            return self.get_response(request)
        who = request.user.mark if isinstance(request.user, User) else ""
        if who != request.headers.get("Outbox-Who", ""):
            return told(key, 409 if who else 401, who=who)
        response = self.get_response(request)
        return self.answer(request, response, key) or response

    def answer(self, request: HttpRequest, response: HttpResponse, key: str) -> HttpResponse | None:
        """What the outbox is told; None where the act has to be sent once more."""
        status = response.status_code
        if status in (301, 302, 303):
            return self.done(request, response, key)
        if status == 403:
            return told(key, 403, token=get_token(request))
        if 400 <= status < 500 and status != 429:
            missing = [_("What it belongs to isn’t here any more.")] if status == 404 else []
            reasons = getattr(response, "reasons", missing)
            return told(key, status, refused=True, reasons=reasons)
        return told(key, 200, asked=True) if status == 200 else None

    def done(self, request: HttpRequest, response: HttpResponse, key: str) -> HttpResponse:
        """With the page that the form would have led to, which saves a way to here and back."""
        to = response.headers["Location"]
        if urlsplit(to).path == self.door:
            return told(key, 401, who="")
        shown: dict[str, str] = {}
        if "Outbox-Page" in request.headers:
            to, page = page_at(request, to)
            shown = {"page": page}
        answer = told(key, 200, done=True, to=to, **shown)
        answer.cookies = response.cookies
        return answer


def told(key: str, status: int, **answer: object) -> JsonResponse:
    response = JsonResponse({"key": key, **answer}, status=status)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def page_at(request: HttpRequest, address: str) -> tuple[str, str]:
    """Where a redirect leads in the end, and that page, drawn for the same person."""
    for _step in range(MOST_STEPS):
        parts = urlsplit(address)
        found = resolve(parts.path)
        request.method, request.GET = "GET", QueryDict(parts.query)
        request.path = request.path_info = parts.path
        request.resolver_match = found
        response: HttpResponse = found.func(request, *found.args, **found.kwargs)
        if response.status_code != 302:
            break
        address = response.headers["Location"]
    return address, response.text
