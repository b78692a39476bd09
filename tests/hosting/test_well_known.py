"""robots.txt and security.txt."""

import re

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from tests.addresses import CLOSED
from tests.page import Page

SECURITY = "/.well-known/security.txt"


@pytest.fixture
def rules() -> list[tuple[str, str]]:
    """What robots.txt allows and disallows, in order."""
    lines = Client().get("/robots.txt").content.decode().splitlines()
    found = (line.partition(": ") for line in lines)
    return [(says, rule) for says, _, rule in found if says in {"Allow", "Disallow"}]


def searched(path: str, rules: list[tuple[str, str]]) -> bool:
    """RFC 9309: the longest rule that fits decides; * is anything, and $ the end."""
    fitting = [
        (len(rule), says == "Allow")
        for says, rule in rules
        if re.match(re.escape(rule).replace(r"\*", ".*").replace(r"\$", "$"), path)
    ]
    return max(fitting)[1]


def test_search_keeps_out_of_what_is_a_persons(rules: list[tuple[str, str]]) -> None:
    assert [path for path in CLOSED if searched(path, rules)] == []


def test_search_keeps_out_of_doors_and_of_what_nobody_named(rules: list[tuple[str, str]]) -> None:
    named = ["/accounts/login/", "/admin/login/", "/healthz", "/new/"]

    assert [path for path in named if searched(path, rules)] == []


def test_search_finds_the_leaflet_and_its_look(rules: list[tuple[str, str]]) -> None:
    found = ["/", "/exercises/", "/exercises/toe-walking/", "/care/", "/static/css/base.css"]

    assert [path for path in found if not searched(path, rules)] == []


def test_robots_are_told_in_plain_text_and_of_all_kinds() -> None:
    response = Client().get("/robots.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.startswith(b"User-agent: *\n")


def test_security_says_whom_to_tell_and_until_when(
    settings: Settings, clock: time_machine.Traveller
) -> None:
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    settings.SITE_URL = "https://foot.example.org"

    response = Client().get(SECURITY)

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "Contact: mailto:security@example.org",
        "Expires: 2027-05-18T00:00:00Z",
        "Preferred-Languages: en",
        "Canonical: https://foot.example.org/.well-known/security.txt",
    ]


def test_security_names_no_address_of_the_site_where_none_is_set(settings: Settings) -> None:
    settings.SECURITY_CONTACT = "https://example.org/report"

    assert b"Canonical" not in Client().get(SECURITY).content


def test_security_is_not_there_where_nobody_is_named(db: None) -> None:
    response = Client().get(SECURITY)

    assert response.status_code == 404
    assert "These footprints lead nowhere" in Page(response).words
