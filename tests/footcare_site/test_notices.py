"""robots.txt and security.txt."""

import re

import pytest
import time_machine
from django.test import Client
from pytest_django import Settings

from tests.addresses import CLOSED
from tests.page import Page

SECURITY = "/.well-known/security.txt"


def searched(path: str) -> bool:
    """RFC 9309: the longest rule that fits decides; * is anything, and $ the end."""
    lines = Client().get("/robots.txt").content.decode().splitlines()
    rules = [tuple(line.split(": ")) for line in lines if "llow: " in line]
    fitting = [
        (len(rule), says == "Allow")
        for says, rule in rules
        if re.match(re.escape(rule).replace(r"\*", ".*").replace(r"\$", "$"), path)
    ]
    return max(fitting)[1]


@pytest.mark.parametrize("path", CLOSED)
def test_search_keeps_out_of_what_is_a_persons(path: str) -> None:
    assert not searched(path)


@pytest.mark.parametrize("path", ["/accounts/login/", "/admin/login/", "/healthz", "/new/"])
def test_search_keeps_out_of_doors_and_of_what_nobody_named(path: str) -> None:
    assert not searched(path)


@pytest.mark.parametrize("path", ["/", "/exercises/", "/exercises/toe-walking/", "/care/"])
def test_search_finds_the_leaflet_and_its_look(path: str) -> None:
    assert searched(path)
    assert searched("/static/css/base.css")


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
