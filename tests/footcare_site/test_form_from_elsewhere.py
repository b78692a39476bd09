"""A form that came from a strange address: the page names the setting that made it strange."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.page import Page

SITE = "https://foot.example.org"
STRANGE = "This form drifted in from elsewhere"
EXPIRED = "The tide took this form"

pytestmark = pytest.mark.django_db


def sent(settings: Settings, site_url: str, **headers: str) -> Page:
    """The answer to the form of signing out, from somebody who got it a moment ago."""
    settings.SITE_URL = site_url
    settings.CSRF_TRUSTED_ORIGINS = [site_url] if site_url else []
    settings.ALLOWED_HOSTS = ["localhost", "foot.example.org", "www.foot.example.org"]
    client = Client(enforce_csrf_checks=True)
    secure = headers.pop("asked_by", "http") == "https"
    headers = {"host": "foot.example.org"} | headers
    token = Page(client.get("/accounts/login/", headers={"host": headers["host"]}, secure=secure))
    form = {"csrfmiddlewaretoken": token.hidden("csrfmiddlewaretoken")[0]}
    response = client.post("/accounts/logout/", form, headers=headers, secure=secure)
    if response.status_code == 302:
        assert response.headers["Location"] == "/"
    else:
        assert response.status_code == 403
    return Page(response)


@pytest.mark.parametrize(
    ("site_url", "headers", "told"),
    [
        (
            "",
            {"origin": SITE},
            "SITE_URL is not set, and the browser came from https://foot.example.org. If that is "
            "your site, set SITE_URL=https://foot.example.org and start Footcare anew.",
        ),
        (
            "http://foot.example.org",
            {"origin": SITE},
            "SITE_URL is http://foot.example.org, and the browser came from "
            "https://foot.example.org. If that is your site, set SITE_URL=https://foot.example.org",
        ),
        (
            SITE,
            {"origin": "https://www.foot.example.org", "host": "localhost:8000"},
            "Host and X-Forwarded-Proto: Footcare was asked for http://localhost:8000.",
        ),
        (
            SITE,
            {"referer": "https://foot.example.org:8443/accounts/login/?a=b", "asked_by": "https"},
            "SITE_URL is https://foot.example.org, and the browser came from "
            "https://foot.example.org:8443. If that",
        ),
    ],
)
def test_a_form_from_a_strange_address_names_the_setting(
    settings: Settings, site_url: str, headers: dict[str, str], told: str
) -> None:
    words = sent(settings, site_url, **headers).words

    assert STRANGE in words
    assert EXPIRED not in words
    assert told in words


def test_a_form_from_the_address_that_people_type_is_taken(settings: Settings) -> None:
    """The proxy says neither by which name nor that it was asked by https."""
    assert sent(settings, SITE, origin=SITE, host="localhost:8000").words == ""


@pytest.mark.parametrize("origin", ["null", "http://[", "ftp://foot.example.org", "//", "feet"])
def test_a_form_whose_origin_is_hidden_is_an_old_form(settings: Settings, origin: str) -> None:
    words = sent(settings, SITE, origin=origin).words

    assert EXPIRED in words
    assert STRANGE not in words


def test_a_strange_address_is_shown_as_text(settings: Settings) -> None:
    page = sent(settings, SITE, origin="https://evil.example<script>")

    assert "the browser came from https://evil.example<script>." in page.words
    assert [each for each in page.find("script") if "src" not in each] == []
