"""The page that deletes an account: what it says before, what it asks for, and what comes after."""

import logging
import smtplib
from collections.abc import Callable

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.accounts.ways import confirm
from tests.make import PASSWORD, make_user
from tests.page import Page

DELETE, CONFIRM = "/settings/account/delete/", "/accounts/reauthenticate/"


@pytest.fixture
def sure(signed_in: Client) -> Client:
    confirm(signed_in)
    return signed_in


def there() -> list[str]:
    return list(User.objects.order_by("email").values_list("email", flat=True))


def test_my_account_leads_there(signed_in: Client) -> None:
    assert Page(signed_in.get("/settings/account/")).find("a", href=DELETE)


def test_the_page_asks_first_who_it_is(signed_in: Client, person: User) -> None:
    response = signed_in.post(DELETE, {"email": person.email}, follow=True)

    assert response.request["PATH_INFO"] == CONFIRM
    words = Page(response).words
    assert "we ask once more that it’s you. Nothing has happened yet." in words
    assert there() == [person.email]


def test_typing_the_password_for_a_late_press_deletes_nothing(
    sure: Client, person: User, clock: time_machine.Traveller
) -> None:
    clock.shift(600)
    sure.post(DELETE, {"email": person.email})

    response = sure.post(CONFIRM, {"password": PASSWORD, "next": DELETE}, follow=True)

    assert response.request["PATH_INFO"] == DELETE
    assert there() == [person.email]


def test_what_goes_and_what_backups_hold_is_said_before(sure: Client, settings: Settings) -> None:
    settings.BACKUP_DAYS = 12

    page = Page(sure.get(DELETE))

    assert "Your sessions, pain scores, notes, pauses, programme and settings are deleted." in (
        page.words
    )
    assert "You are signed out on all devices." in page.words
    assert "(backups) still hold it, and are kept for 12 days." in page.words
    assert "We tell you" not in page.words
    assert "rights to run" not in page.words


@pytest.mark.usefixtures("mail_server")
def test_with_mail_it_says_that_they_are_told(sure: Client) -> None:
    assert "We tell you at sam@example.org that it is done." in Page(sure.get(DELETE)).words


@pytest.mark.parametrize(
    "typed", ["", " ", "alex@example.org", "sam@example.or", "\x00", "sam@example.org" * 99]
)
def test_another_address_deletes_nothing_and_stays_in_the_field(
    sure: Client, person: User, typed: str
) -> None:
    response = sure.post(DELETE, {"email": typed})

    page = Page(response)
    assert response.status_code == 400
    assert "That isn’t the address you sign in with. Type sam@example.org." in page.words
    assert page.filled_in["email"] == typed
    assert there() == [person.email]


@pytest.mark.parametrize("typed", ["sam@example.org", "  Sam@Example.ORG "])
def test_their_address_deletes_the_account(sure: Client, typed: str) -> None:
    alex = make_user(email="alex@example.org")

    response = sure.post(DELETE, {"email": typed}, follow=True)

    assert there() == [alex.email]
    assert response.request["PATH_INFO"] == "/goodbye/"
    words = Page(response).words
    assert "The account is gone, with all that was in it" in words
    assert "Backups that were made before are kept for 30 days." in words
    assert "Sign in" in words


def test_a_second_press_finds_nobody(sure: Client, person: User) -> None:
    sure.post(DELETE, {"email": person.email})

    again = sure.post(DELETE, {"email": person.email})

    assert again.headers["Location"] == f"/accounts/login/?next={DELETE}"


def test_they_can_sign_up_anew_and_nothing_of_before_is_there(sure: Client, person: User) -> None:
    sure.post(DELETE, {"email": person.email})

    fields = {"email": person.email, "password1": PASSWORD, "time_zone": "Europe/Berlin"}
    response = sure.post("/accounts/signup/", fields)

    assert response.status_code == 302
    assert User.objects.get(email=person.email).pk != person.pk


@pytest.mark.usefixtures("mail_server")
def test_they_are_told_by_mail_once_it_is_done(
    sure: Client, person: User, mailoutbox: list[EmailMessage]
) -> None:
    sure.post(DELETE, {"email": person.email})

    (mail,) = mailoutbox
    assert mail.to == ["sam@example.org"]
    assert mail.subject == "Your Footcare account is deleted"
    body = str(mail.body)
    assert "Your Footcare account is deleted, with all that was in it." in body
    assert "Backups that were made before are kept for 30 days." in body
    assert "choose a new password" not in body


@pytest.mark.usefixtures("mail_server")
def test_a_mail_server_that_is_gone_keeps_nobody(
    sure: Client, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise smtplib.SMTPServerDisconnected

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", fail)

    response = sure.post(DELETE, {"email": person.email}, follow=True)

    assert there() == []
    assert "The account is gone" in Page(response).words


def test_the_log_has_one_line_with_nothing_personal(
    sure: Client, person: User, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        sure.post(DELETE, {"email": person.email})

    assert caplog.messages == ["An account was deleted by its person."]


def test_the_last_one_with_rights_is_told_and_may_go(
    client_of: Callable[[User], Client], db: None, clock: time_machine.Traveller
) -> None:
    ada = make_user(email="ada@example.org", is_staff=True, is_superuser=True)
    client = client_of(ada)
    confirm(client)
    other = make_user(email="ben@example.org", is_staff=True, is_superuser=True)
    assert "rights to run this Footcare" not in Page(client.get(DELETE)).words

    other.change(is_active=False)

    assert "You are the only one with rights to run this Footcare." in (
        Page(client.get(DELETE)).words
    )
    client.post(DELETE, {"email": ada.email})
    assert there() == ["ben@example.org"]


def test_a_page_that_was_forged_deletes_nobody(person: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person)

    assert strict.post(DELETE, {"email": person.email}).status_code == 403
    assert there() == [person.email]


def test_whoever_has_an_account_is_not_told_that_it_is_gone(signed_in: Client) -> None:
    assert signed_in.get("/goodbye/").headers["Location"] == "/settings/account/"
