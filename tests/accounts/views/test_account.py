"""My account: what it shows of the ways in, and where its forms lead."""

import pytest
from django.test import Client

from accounts.models import User
from tests.page import Page

ACCOUNT = "/settings/account/"


@pytest.mark.usefixtures("mail_server")
def test_the_account_shows_the_address_and_asks_for_another_one(signed_in: Client) -> None:
    page = Page(signed_in.get(ACCOUNT))

    assert "Email sam@example.org New email We send a code there first." in page.words
    assert page.find("form", action="/accounts/email/", method="post")
    assert page.find("button", name="action_add")


def test_without_mail_the_address_stays_and_the_page_says_why(signed_in: Client) -> None:
    page = Page(signed_in.get(ACCOUNT))

    assert "This Footcare sends no mail, so it can’t check a new address" in page.words
    assert not page.find("form", action="/accounts/email/")


def test_a_mistaken_password_is_put_right_on_the_page_about_it(signed_in: Client) -> None:
    (form,) = Page(signed_in.get(ACCOUNT)).find("form", action="/accounts/password/change/")

    page = Page(signed_in.post(form["action"], {"oldpassword": "not mine"}))

    assert page.words.startswith("Error: Change your password")
    assert "That isn’t your current password." in page.words


def test_who_has_no_password_can_choose_one(signed_in: Client, person: User) -> None:
    person.set_unusable_password()
    person.save()
    signed_in.force_login(person)

    page = Page(signed_in.get(ACCOUNT))

    assert "Password None Choose a password" in page.words
    assert page.find("a", href="/accounts/password/set/")
    assert not page.find("input", name="oldpassword")


def test_where_one_may_have_no_script_the_account_says_what_needs_it(signed_in: Client) -> None:
    page = Page(signed_in.get(ACCOUNT))

    assert "Passkeys need JavaScript. All else works without it." in page.words
    (way,) = page.find("p", data_when="able")
    assert "hidden" in way
    assert page.find("a", href="/accounts/2fa/totp/activate/")


@pytest.mark.parametrize(
    "path", ["/accounts/2fa/", "/accounts/2fa/webauthn/", "/accounts/sessions/"]
)
def test_lists_that_allauth_has_of_these_lead_here(signed_in: Client, path: str) -> None:
    assert signed_in.get(path).headers["Location"] == ACCOUNT
