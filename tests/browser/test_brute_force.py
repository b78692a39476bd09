"""Passwords tried one after the other: the count holds across processes, whatever is claimed."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from http.cookies import SimpleCookie
from urllib.parse import urlencode

import pytest

from tests.browser.site import Answer, ask, manage, served, surroundings

FORM = "application/x-www-form-urlencoded"
EMAIL = "demo@example.org"
TOO_MANY = b"too often in a short time"


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[int]]:
    """Two processes that serve one site, with one person."""
    state = tmp_path_factory.mktemp("state")
    environments = [surroundings(state) for _ in range(2)]
    manage(environments[0], "prepare")
    manage(environments[0], "demo")
    with ExitStack() as stack:
        yield [stack.enter_context(served(each)) for each in environments]


def post(port: int, path: str, sent: dict[str, str], headers: dict[str, str]) -> Answer:
    """Fill in and send the form at that address, as a browser that has no cookie yet."""
    page = ask(port, path, {})
    (token,) = re.findall(rb'name="csrfmiddlewaretoken" value="(\w+)"', page.body)[:1]
    cookies = SimpleCookie(page.headers["Set-Cookie"])
    told = "; ".join(f"{name}={cookie.value}" for name, cookie in cookies.items())
    body = urlencode({**sent, "csrfmiddlewaretoken": token.decode()})
    headers = {"Cookie": told, "Content-Type": FORM, **headers}
    return ask(port, path, headers, method="POST", body=body)


def test_passwords_for_one_address_are_counted_across_processes(ports: list[int]) -> None:
    answers = [
        post(
            ports[number % 2],
            "/accounts/login/",
            {"login": EMAIL, "password": f"guess number {number}"},
            # What a guesser may claim, so as to look like somebody else elsewhere:
            {"X-Forwarded-For": f"203.0.113.{number}", "Host": f"127.0.0.1:{1000 + number}"},
        )
        for number in range(8)
    ]

    refused = [TOO_MANY in answer.body for answer in answers]
    assert refused == [False] * 5 + [True] * 3
    assert {answer.status for answer in answers} <= {200, 400, 429}
