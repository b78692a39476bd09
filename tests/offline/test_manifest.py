"""What a phone is told about the installed app, and the pictures that it names."""

import struct
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.finders import find
from django.test import Client
from pytest_django import Settings

from tests.page import Page

Told = dict[str, Any]

ADDRESS = "/manifest.webmanifest"


@pytest.fixture
def told() -> Told:
    """What the manifest says; no table is asked for it."""
    found: Told = Client().get(ADDRESS).json()
    return found


def size_of(address: str) -> str:
    """The size of a picture of ours, as its first bytes tell it."""
    path = find(address.removeprefix("/static/"))
    assert isinstance(path, str)
    head = BytesIO(Path(path).read_bytes()[:24])
    assert head.read(8) == b"\x89PNG\r\n\x1a\n"
    head.seek(16)
    width, height = struct.unpack(">II", head.read(8))
    return f"{width}x{height}"


def test_it_is_a_manifest_that_anyone_may_keep_for_an_hour() -> None:
    response = Client().get(ADDRESS)

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/manifest+json"
    assert response.headers["Cache-Control"] == "public, max-age=3600"
    assert response.cookies == {}


def test_it_names_the_app_and_opens_today(told: Told) -> None:
    assert (told["name"], told["short_name"]) == ("Footcare", "Footcare")
    assert (told["id"], told["start_url"], told["scope"]) == ("/today/", "/today/", "/")
    assert told["display"] == "standalone"
    assert (told["lang"], told["dir"]) == ("en-gb", "ltr")


def test_it_has_the_name_that_the_host_gave_the_site(settings: Settings) -> None:
    settings.SITE_NAME = "Feet of Bern"

    assert Client().get(ADDRESS).json()["name"] == "Feet of Bern"


def test_its_colours_are_those_of_the_pages(told: Told, db: None) -> None:
    light = Page(Client().get("/")).find("meta", name="theme-color")[0]["content"]

    assert told["theme_color"] == told["background_color"] == light


def test_its_icons_are_pictures_of_the_size_that_it_says(told: Told) -> None:
    assert [(icon["sizes"], icon["purpose"]) for icon in told["icons"]] == [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ]
    assert [size_of(icon["src"]) for icon in told["icons"]] == [
        icon["sizes"] for icon in told["icons"]
    ]


def test_its_shortcuts_lead_to_today_and_to_the_next_round(told: Told, signed_in: Client) -> None:
    assert [(each["name"], each["url"]) for each in told["shortcuts"]] == [
        ("Today", "/today/"),
        ("Next round", "/today/session/"),
    ]
    for each in told["shortcuts"]:
        assert signed_in.get(each["url"]).status_code == 200
