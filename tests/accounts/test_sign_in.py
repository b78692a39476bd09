"""Signing in and out."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.make import PASSWORD, make_user
from tests.page import Page

SIGN_IN = "/accounts/login/"
NINETY_DAYS = 90 * 24 * 3600


def is_signed_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


@pytest.mark.django_db
def test_sign_in_stays_for_ninety_days_unless_the_person_says_no(client: Client) -> None:
    make_user()
    sent = {"login": "sam@example.org", "password": PASSWORD}
    assert Page(client.get(SIGN_IN)).find("input", name="remember", checked="")

    client.post(SIGN_IN, sent | {"remember": "on"})
    assert client.cookies["sessionid"]["max-age"] == NINETY_DAYS

    shared = Client()
    shared.post(SIGN_IN, sent)
    assert shared.cookies["sessionid"]["max-age"] == ""


@pytest.mark.django_db
def test_sign_in_takes_the_address_in_any_case(client: Client) -> None:
    make_user()

    response = client.post(SIGN_IN, {"login": "SAM@Example.org", "password": PASSWORD})

    assert response.headers["Location"] == "/today/"
    assert is_signed_in(client)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("login", "password"),
    [("sam@example.org", "ten-quiet-toez"), ("nobody@example.org", PASSWORD)],
)
def test_a_wrong_password_and_a_strange_address_look_the_same(
    client: Client, login: str, password: str
) -> None:
    make_user()

    page = Page(client.post(SIGN_IN, {"login": login, "password": password}))

    assert "One thing to put right" in page.words
    assert "The email address and the password don’t belong together." in page.words
    assert "Please type your password again." in page.words
    assert not is_signed_in(client)


@pytest.mark.django_db
def test_after_five_wrong_passwords_the_right_one_has_to_wait(client: Client) -> None:
    make_user()
    for _ in range(5):
        client.post(SIGN_IN, {"login": "sam@example.org", "password": "not-my-password"})

    page = Page(client.post(SIGN_IN, {"login": "sam@example.org", "password": PASSWORD}))

    assert "That was too often in a short time. Please wait a few minutes, then" in page.words
    assert not is_signed_in(client)


@pytest.mark.django_db
def test_wrong_passwords_count_together_however_the_address_is_written(client: Client) -> None:
    make_user()
    for written in ("sam", "Sam", "SAM", "sAm", "saM"):
        sent = {"login": f"{written}@example.org", "password": "not-my-password"}
        client.post(SIGN_IN, sent)

    page = Page(client.post(SIGN_IN, {"login": "sam@example.org", "password": PASSWORD}))

    assert "That was too often in a short time." in page.words
    assert not is_signed_in(client)


@pytest.mark.django_db
def test_too_many_tries_get_a_page_of_our_own(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    client.post(SIGN_IN)

    response = client.post(SIGN_IN)

    page = Page(response)
    assert response.status_code == 429
    assert len(page.find("h1")) == 1
    assert "Please wait a little while, then try again. Nothing is lost." in page.words


@pytest.mark.django_db
def test_a_closed_account_is_told_so(client: Client) -> None:
    make_user(is_active=False)

    response = client.post(SIGN_IN, {"login": "sam@example.org", "password": PASSWORD}, follow=True)

    assert "This account is closed" in Page(response).words
    assert not is_signed_in(client)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "javascript:alert(1)",
        "http://localhost/",  # an allowed host, but not the one that the person is at
    ],
)
def test_sign_in_never_leads_away_from_the_site(client: Client, elsewhere: str) -> None:
    make_user()
    sent = {"login": "sam@example.org", "password": PASSWORD, "next": elsewhere}

    assert client.post(SIGN_IN, sent).headers["Location"] == "/today/"


@pytest.mark.django_db
def test_the_admin_is_entered_through_the_same_door(client: Client) -> None:
    make_user(is_staff=True, is_superuser=True)

    response = client.get("/admin/login/?next=/admin/")
    assert response.headers["Location"] == "/accounts/login/?next=%2Fadmin%2F"

    sent = {"login": "sam@example.org", "password": PASSWORD, "next": "/admin/"}
    assert client.post(SIGN_IN, sent).headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_sign_out_asks_first_and_then_says_so(signed_in: Client) -> None:
    assert "Sign out?" in Page(signed_in.get("/accounts/logout/")).words
    assert is_signed_in(signed_in)

    response = signed_in.post("/accounts/logout/", follow=True)

    assert response.request["PATH_INFO"] == "/"
    assert "You are signed out." in Page(response).words
    assert not is_signed_in(signed_in)
