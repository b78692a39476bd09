"""Addresses that browsers ask for by themselves, and the pages about the installed app."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from tests.make import THURSDAY_MORNING
from tests.page import Page


@pytest.mark.parametrize(
    ("address", "picture"),
    [
        ("/favicon.ico", "/static/img/icon-192.png"),
        ("/apple-touch-icon.png", "/static/img/icon-180.png"),
        ("/apple-touch-icon-precomposed.png", "/static/img/icon-180.png"),
    ],
)
def test_the_site_s_picture_is_where_browsers_look_for_it(address: str, picture: str) -> None:
    response = Client().get(address)

    assert response.status_code == 302
    assert response.headers["Location"] == picture
    assert response.headers["Cache-Control"] == "public, max-age=3600"


def test_programs_that_keep_passwords_find_where_to_change_one(signed_in: Client) -> None:
    response = signed_in.get("/.well-known/change-password", follow=True)

    assert response.redirect_chain == [("/accounts/password/change/", 302)]
    assert "Change your password" in Page(response).words


@pytest.mark.parametrize("address", ["/", "/exercises/", "/accounts/login/", "/nowhere/"])
def test_each_page_names_the_manifest_and_the_sign_for_phones(address: str, db: None) -> None:
    page = Page(Client().get(address))

    assert [link["href"] for link in page.find("link", rel="manifest")] == ["/manifest.webmanifest"]
    assert [link["href"] for link in page.find("link", rel="apple-touch-icon")] == [
        "/static/img/icon-180.png"
    ]


def test_the_page_about_installing_has_words_for_each_device(client: Client, db: None) -> None:
    page = Page(client.get("/install/"))

    devices = [each for each in page.find("details") if "data-device" in each]
    assert [each["data-device"] for each in devices] == ["apple", "android", "computer"]
    assert not any("open" in each for each in devices)
    assert "Sign in once more there" in page.words
    assert "Make the account first" in page.words


def test_whoever_has_an_account_is_not_told_to_make_one(signed_in: Client) -> None:
    assert "Make the account first" not in Page(signed_in.get("/install/")).words


def test_the_page_for_what_is_not_kept_leads_to_today(client: Client, db: None) -> None:
    page = Page(client.get("/away/"))

    assert "This page isn’t kept on this device." in page.words
    assert "/today/" in [link["href"] for link in page.find("a")]


@pytest.mark.parametrize(("days", "cards"), [(0, 0), (2, 0), (3, 1), (4, 1)])
def test_today_offers_the_home_screen_after_three_days(
    signed_in: Client, person: User, clock: time_machine.Traveller, days: int, cards: int
) -> None:
    """The person began on Monday; the script shows it, so that it can be answered for good."""
    clock.move_to(THURSDAY_MORNING + timedelta(days=days - 3))
    page = Page(signed_in.get("/today/"))

    found = [each for each in page.find("section") if "data-install-card" in each]

    assert len(found) == cards
    assert all("hidden" in each for each in found)


def test_settings_lead_there_too_once_the_offer_was_answered(signed_in: Client) -> None:
    page = Page(signed_in.get("/settings/"))

    assert "/install/" in [link["href"] for link in page.find("a")]
