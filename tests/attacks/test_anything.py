"""Anything at all, sent to any address: found by Hypothesis, and never a 500."""

from collections import defaultdict
from urllib.parse import quote_from_bytes, urlencode

import hypothesis
import pytest
from django.test import Client
from hypothesis import strategies as some
from pytest_django import Settings

from accounts.models import User
from tests.addresses import ADDRESSES, PATTERNS, address
from tests.attacks.bodies import FIELDS, FORM, PARTS
from tests.page import Page

pytestmark = pytest.mark.slow

PLACE = "\N{WHITE SQUARE}"
PLACES = sorted({address(route, defaultdict(lambda: PLACE)) for route, _ in PATTERNS})
METHODS = some.sampled_from(["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS"])
TYPES = some.one_of(
    some.sampled_from([FORM, PARTS, "application/json", "text/plain; charset=utf-7", ""]),
    some.text(some.characters(max_codepoint=126, min_codepoint=32), max_size=40),
)
NAMES = some.one_of(some.sampled_from(FIELDS), some.text(max_size=12))
FILLED = some.dictionaries(NAMES, some.text(max_size=80), max_size=12).map(
    lambda fields: urlencode(fields, errors="surrogatepass").encode()
)
BODIES = some.one_of(FILLED, some.binary(max_size=300))
PIECES = some.one_of(some.binary(min_size=1, max_size=40), some.text(min_size=1).map(str.encode))


@hypothesis.settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture],
)
@hypothesis.given(
    route=some.sampled_from([*PLACES, *ADDRESSES]),
    piece=PIECES,
    method=METHODS,
    kind=TYPES,
    body=BODIES,
    query=some.binary(max_size=60),
)
def test_whatever_is_sent_is_answered_with_a_sentence(
    person: User,
    settings: Settings,
    route: str,
    piece: bytes,
    method: str,
    kind: str,
    body: bytes,
    query: bytes,
) -> None:
    if settings.ACCOUNT_RATE_LIMITS:  # once, since each change lies on top of the one before
        settings.ACCOUNT_RATE_LIMITS = False
    path = route.replace(PLACE, quote_from_bytes(piece))

    for somebody in (None, person):
        visitor = Client(raise_request_exception=False)
        if somebody:
            visitor.force_login(somebody)
        response = visitor.generic(
            method, path, body, kind, QUERY_STRING=quote_from_bytes(query, safe="=&%+")
        )
        assert response.status_code < 500
        if response.status_code >= 400 and method != "HEAD":
            assert "." in Page(response).words
