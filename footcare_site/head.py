"""HEAD: the headers that a page would have, without the page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class NoBodyMiddleware:
    """gunicorn drops the body too, but writes a warning to the log for each."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "HEAD" and not response.streaming:  # of a file only the headers come
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response
