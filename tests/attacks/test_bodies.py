"""Every address, each method, every hostile body: an answer with a sentence, and never a 500."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.addresses import ADDRESSES, CLOSED, PATTERNS, address, undone
from tests.attacks.bodies import BROKEN, FILLED, NOTHING, Body
from tests.page import Page

pytestmark = pytest.mark.slow

METHODS = ("HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


# What was typed is kept over the sign-in only where a view asks for that.
KEEPS = {address(route) for route, each in PATTERNS if hasattr(each.callback, "resumable_fields")}


def is_read(path: str, shown: HttpResponse, answer: HttpResponse) -> bool:
    """Whether a POST's body is looked at: not by a page that takes none, is closed, or leads on."""
    led_to = answer.headers.get("Location", "")
    closed = path in CLOSED and "login/" in led_to
    leads_on = led_to and led_to == shown.headers.get("Location")
    return answer.status_code != 405 and (path in KEEPS or not (closed or leads_on))


@pytest.fixture(scope="module")
def answers() -> Iterator[Counter[int]]:
    """How often each status came back; told at the end, for whoever runs it with -s."""
    counted: Counter[int] = Counter()
    yield counted
    print("\nHostile requests by status:", dict(sorted(counted.items())), counted.total())


@pytest.fixture(params=["stranger", "person"])
def visitor(
    request: pytest.FixtureRequest, client: Client, person: User, settings: Settings
) -> Client:
    """Errors come back as a browser would see them, and tries aren't counted: each one counts."""
    settings.ACCOUNT_RATE_LIMITS = False
    client.raise_request_exception = False
    if request.param == "person":
        client.force_login(person)
    return client


def test_each_method_with_each_body_is_answered(
    visitor: Client, answers: Counter[int], subtests: pytest.Subtests
) -> None:
    def send(method: str, path: str, body: Body) -> HttpResponse:
        response = visitor.generic(method, path, body.content, body.type)
        answers[response.status_code] += 1
        assert response.status_code < 500, f"{method} with {body}"
        if response.status_code >= 400 and method != "HEAD":
            assert "." in Page(response).words, f"no sentence: {method} with {body}"
        return response

    for number, path in enumerate(ADDRESSES):
        with subtests.test(path), undone(visitor):
            shown, answer = (send(method, path, NOTHING) for method in ("GET", "POST"))
            for method in METHODS:
                send(method, path, NOTHING)
            if is_read(path, shown, answer):
                # Each broken one goes to every third address: Django handles it the same at all.
                for body in (*FILLED, *BROKEN[number % 3 :: 3]):
                    send("POST", path, body)
