"""Every address, each method, every hostile body: an answer with a sentence, and never a 500."""

from collections import Counter
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.addresses import ADDRESSES
from tests.attacks.bodies import BODIES
from tests.page import Page

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")


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


@pytest.mark.parametrize("path", ADDRESSES)
def test_each_method_with_each_body_is_answered(
    visitor: Client, path: str, answers: Counter[int]
) -> None:
    for method in METHODS:
        for body in BODIES if method == "POST" else BODIES[:1]:
            response = visitor.generic(method, path, body.content, body.type)
            answers[response.status_code] += 1
            assert response.status_code < 500, f"{method} {path} with {body}"
            if response.status_code >= 400 and method != "HEAD":
                assert "." in Page(response).words, f"no sentence: {method} {path} with {body}"
