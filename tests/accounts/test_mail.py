"""Where the site can send mail: addresses are confirmed, and forgotten passwords replaced."""

import logging
from datetime import timedelta

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.accounts.ways import another_than, code_in
from tests.make import NEWCOMER, PASSWORD, make_user
from tests.page import Page

SIGN_UP, SIGN_IN = "/accounts/signup/", "/accounts/login/"
CONFIRM, RESET = "/accounts/confirm-email/", "/accounts/password/reset/"
NEW = {"password1": "quiet pebbles roll", "password2": "quiet pebbles roll"}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_server")]


def test_a_newcomer_confirms_the_address_and_sees_today(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    page = Page(client.post(SIGN_UP, NEWCOMER | {"next": "/week/"}, follow=True))
    assert "A mail to margit@example.org is on its way." in page.words
    assert client.get("/settings/").status_code == 302

    (mail,) = mailoutbox
    assert mail.to == ["margit@example.org"]
    assert mail.subject == "Your code for Footcare"
    code = code_in(mail)
    response = client.post(CONFIRM, {"code": f" {code[:3]} {code[3:]} "}, follow=True)

    assert response.request["PATH_INFO"] == "/week/"
    assert "Your email address is confirmed." in Page(response).words
    assert User.objects.get().targets.count() == 4


def test_a_code_may_be_pasted_with_spaces_between(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    page = Page(client.post(SIGN_UP, NEWCOMER, follow=True))
    (field,) = page.find("input", name="code")
    assert "maxlength" not in field

    response = client.post(CONFIRM, {"code": " ".join(code_in(mailoutbox[0]))})

    assert response.headers["Location"] == "/welcome/hurts/"


def test_a_wrong_code_is_told_and_three_end_it(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    client.post(SIGN_UP, NEWCOMER)
    wrong = {"code": another_than(code_in(mailoutbox[0]))}

    page = Page(client.post(CONFIRM, wrong))
    assert page.words.startswith("Error: Enter your code")
    assert "That isn’t the code. Look for the newest mail, and try again." in page.words

    client.post(CONFIRM, wrong)
    page = Page(client.post(CONFIRM, wrong, follow=True))
    assert "That code no longer counts, after three tries." in page.words
    assert "Welcome back" in page.words


def test_signing_in_before_confirming_sends_a_new_code_and_leads_to_the_welcome(
    client: Client, mailoutbox: list[EmailMessage], clock: time_machine.Traveller
) -> None:
    client.post(SIGN_UP, NEWCOMER)
    clock.shift(timedelta(hours=1))
    other_browser = Client()

    sent = {"login": NEWCOMER["email"], "password": NEWCOMER["password1"]}
    assert other_browser.post(SIGN_IN, sent).headers["Location"] == CONFIRM
    response = other_browser.post(CONFIRM, {"code": code_in(mailoutbox[1])})

    assert response.headers["Location"] == "/welcome/hurts/"


def test_signing_in_seconds_after_signing_up_is_not_called_wrong(client: Client) -> None:
    client.post(SIGN_UP, NEWCOMER)

    sent = {"login": NEWCOMER["email"], "password": NEWCOMER["password1"]}
    words = Page(Client().post(SIGN_IN, sent)).words

    assert "That was too often in a short time. Please wait a few minutes" in words
    assert "wrong" not in words


@pytest.mark.parametrize(("minutes", "works"), [(9, True), (11, False)])
def test_a_code_works_for_ten_minutes(
    client: Client,
    mailoutbox: list[EmailMessage],
    clock: time_machine.Traveller,
    minutes: int,
    works: bool,
) -> None:
    client.post(SIGN_UP, NEWCOMER)

    clock.shift(timedelta(minutes=minutes))
    client.post(CONFIRM, {"code": code_in(mailoutbox[0])})

    assert (client.get("/settings/").status_code == 200) == works


def test_another_code_comes_when_asked_for_but_not_at_once(
    client: Client, mailoutbox: list[EmailMessage], clock: time_machine.Traveller
) -> None:
    client.post(SIGN_UP, NEWCOMER)

    page = Page(client.post(CONFIRM, {"action": "resend"}, follow=True))
    assert "A code has only just gone. Wait ten seconds before you ask" in page.words
    assert "A mail to margit@example.org is on its way." in page.words

    clock.shift(timedelta(seconds=11))
    page = Page(client.post(CONFIRM, {"action": "resend"}, follow=True))
    assert "A new code is on its way." in page.words
    assert (
        client.post(CONFIRM, {"code": code_in(mailoutbox[1])}).headers["Location"]
        == "/welcome/hurts/"
    )


def test_a_mistyped_address_can_be_left_for_another_one(client: Client) -> None:
    client.post(SIGN_UP, NEWCOMER)
    page = Page(client.get(CONFIRM))
    assert page.hidden("next") == [SIGN_UP, SIGN_IN]

    response = client.post("/accounts/logout/", {"next": SIGN_UP}, follow=True)

    assert "Create your account" in Page(response).words


def test_who_has_an_account_already_leaves_for_signing_in(client: Client) -> None:
    make_user(email="margit@example.org")
    client.post(SIGN_UP, NEWCOMER)

    response = client.post("/accounts/logout/", {"next": SIGN_IN}, follow=True)

    assert "Welcome back" in Page(response).words


def test_nobody_learns_here_who_has_an_account(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    make_user(email="margit@example.org")

    page = Page(client.post(SIGN_UP, NEWCOMER, follow=True))

    assert "A mail to margit@example.org is on its way." in page.words
    (mail,) = mailoutbox
    assert mail.subject == "You have an account at Footcare already"
    assert "http://testserver/accounts/password/reset/" in mail.body
    assert User.objects.count() == 1


def test_a_forgotten_password_is_replaced_with_a_code(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    make_user()

    page = Page(client.post(RESET, {"email": "SAM@example.org"}, follow=True))
    assert "If sam@example.org has an account, a code with six digits" in page.words
    (mail,) = mailoutbox
    assert mail.subject == "Choose a new password for Footcare"
    page = Page(client.post(f"{RESET}confirm/", {"code": code_in(mail)}, follow=True))
    assert "Choose a new password" in page.words
    response = client.post(f"{RESET}complete/", NEW, follow=True)

    assert response.request["PATH_INFO"] == "/today/"
    assert "Your new password is saved." in Page(response).words
    assert User.objects.get().check_password(NEW["password1"])
    assert [told.subject for told in mailoutbox[1:]] == ["Your Footcare password was changed"]


def test_a_wrong_code_replaces_no_password(client: Client, mailoutbox: list[EmailMessage]) -> None:
    make_user()
    client.post(RESET, {"email": "sam@example.org"})

    page = Page(client.post(f"{RESET}confirm/", {"code": another_than(code_in(mailoutbox[0]))}))
    assert "That isn’t the code." in page.words
    assert client.post(f"{RESET}complete/", NEW).headers["Location"] == f"{RESET}confirm/"

    assert User.objects.get().check_password(PASSWORD)


def test_a_reset_for_a_strange_address_looks_the_same_and_helps_by_mail(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    page = Page(client.post(RESET, {"email": "nobody@example.org"}, follow=True))

    assert "If nobody@example.org has an account, a code with six digits" in page.words
    (mail,) = mailoutbox
    assert mail.subject == "No account at Footcare with this address"
    assert "http://testserver/accounts/signup/" in mail.body


def test_five_codes_an_hour_are_the_most_for_one_address(
    client: Client, mailoutbox: list[EmailMessage], clock: time_machine.Traveller
) -> None:
    make_user()

    answers = [client.post(RESET, {"email": "sam@example.org"}).status_code for _ in range(6)]

    assert answers == [302] * 5 + [429]
    assert len(mailoutbox) == 5


def test_people_made_on_the_command_line_need_no_code(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    make_user()

    response = client.post(SIGN_IN, {"login": "sam@example.org", "password": PASSWORD})

    assert response.headers["Location"] == "/today/"
    assert mailoutbox == []


@pytest.fixture
def mail_server_gone(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


@pytest.mark.enable_socket
@pytest.mark.usefixtures("mail_server_gone")
@pytest.mark.parametrize(("path", "sent"), [(SIGN_UP, NEWCOMER), (RESET, {"email": "a@b.org"})])
def test_a_mail_that_cannot_be_sent_is_told_where_another_can_be_asked_for(
    client: Client, caplog: pytest.LogCaptureFixture, path: str, sent: dict[str, str]
) -> None:
    page = Page(client.post(path, sent, follow=True))

    assert page.find("div", role="alert", **{"class": "notice notice--bad"})
    assert "We couldn’t send the mail just now. Wait a few minutes, then ask" in page.words
    assert "Send another code" in page.words
    (line,) = caplog.record_tuples
    assert line[:2] == ("accounts.mails", logging.ERROR)
    assert "ConnectionRefusedError" in line[2]


@pytest.mark.enable_socket
@pytest.mark.usefixtures("mail_server_gone")
def test_a_newcomer_goes_on_once_mail_can_be_sent_again(
    client: Client,
    settings: Settings,
    mailoutbox: list[EmailMessage],
    clock: time_machine.Traveller,
) -> None:
    client.post(SIGN_UP, NEWCOMER)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    clock.shift(timedelta(minutes=4))
    client.post(CONFIRM, {"action": "resend"})

    (mail,) = mailoutbox
    assert client.post(CONFIRM, {"code": code_in(mail)}).headers["Location"] == "/welcome/hurts/"
