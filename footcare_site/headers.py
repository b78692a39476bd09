"""Response headers that Django 5.2 does not set by itself."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

GetResponse = Callable[[HttpRequest], HttpResponse]


class ContentSecurityPolicyMiddleware:
    """Send the policy of `SECURE_CSP`, the name and form that Django 6 has built in."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = "; ".join(
            f"{directive} {' '.join(sources)}" for directive, sources in settings.SECURE_CSP.items()
        )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        return response


class PersonalPagesMiddleware:
    """Keep pages of a person out of every cache and every search.

    A person is whoever has a session: also a newcomer, whose address the page about the code tells.

    Going back then draws the page anew, with fresh keys: a second tick is a second session, and
    nobody reads a day from the memory of a shared browser.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # What never asked who it is for is the same for everybody; and after a failure there may
        # be no database to ask.
        session = request.session
        asked = session.accessed and response.status_code < 500
        if asked and (session.modified or not session.is_empty()):
            response.headers.setdefault("Cache-Control", "private, no-store")
            response.headers["X-Robots-Tag"] = "noindex"
        return response
