"""Middleware that Django 5.2 does not have: headers of every page, and HEAD without a body."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

Response = HttpResponse | StreamingHttpResponse
GetResponse = Callable[[HttpRequest], Response]


class ContentSecurityPolicyMiddleware:
    """Send the policy of `SECURE_CSP`, the name and form that Django 6 has built in."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.policy = "; ".join(
            f"{directive} {' '.join(sources)}" for directive, sources in settings.SECURE_CSP.items()
        )

    def __call__(self, request: HttpRequest) -> Response:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        return response


class PersonalPagesMiddleware:
    """Keep pages of a person out of every cache and every search.

    A person is whoever has a session: also a newcomer, whose address the page about the code tells.

    Going back mostly draws the page anew then, with fresh keys: a second tick is a second session.
    A browser may all the same show it from its back/forward memory, as it was left: then
    `static/js/from-memory.js` loads it anew, and hides it first where somebody else may be signed
    in. Without script it stays as it was left.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Response:
        response = self.get_response(request)
        # What never asked who it is for is everybody's; after a failure no database may be there.
        session = request.session
        is_asked = session.accessed and response.status_code < 500
        if is_asked and (session.modified or not session.is_empty()):
            response.headers.setdefault("Cache-Control", "private, no-store")
            response.headers["X-Robots-Tag"] = "noindex"
        return response


class NoBodyMiddleware:
    """Answer HEAD with the headers of the page and no body.

    gunicorn drops the body too, but writes a warning to the log for each.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> Response:
        response = self.get_response(request)
        if request.method != "HEAD":
            return response
        if isinstance(response, StreamingHttpResponse):
            response.streaming_content = ()
        else:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response
