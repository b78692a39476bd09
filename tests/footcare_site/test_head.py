"""HEAD is answered as GET is, without the page. (The test client would drop the page itself.)"""

import pytest
from django.core.handlers.base import BaseHandler
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from footcare_site.middleware import NoBodyMiddleware


def answer(method: str, address: str, **headers: str) -> HttpResponse:
    handler = BaseHandler()
    handler.load_middleware()
    return handler.get_response(RequestFactory().generic(method, address, headers=headers))


@pytest.mark.parametrize("address", ["/healthz", "/care/", "/nowhere/"])
def test_head_has_the_headers_and_no_body(db: None, address: str) -> None:
    got, asked = answer("GET", address), answer("HEAD", address)

    assert asked.status_code == got.status_code
    assert asked.headers["Content-Length"] == str(len(got.content))
    assert len(got.content) > 0
    assert asked.content == b""


def test_head_with_a_strange_host_has_no_body_either() -> None:
    asked = answer("HEAD", "/", host="evil.example")

    assert asked.status_code == 400
    assert asked.content == b""
    assert int(asked.headers["Content-Length"]) > 0


def test_of_what_is_streamed_nothing_is_made() -> None:
    made = []

    def stream(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(made.append(number) or b"a" for number in range(3))

    asked = NoBodyMiddleware(stream)(RequestFactory().head("/"))

    assert asked.headers["Content-Type"] == "text/html; charset=utf-8"
    assert (asked.getvalue(), made) == (b"", [])
