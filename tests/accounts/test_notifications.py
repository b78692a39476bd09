"""What is told by mail after a change: in short plain words, with the device it came from."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.accounts.ways import (
    ACCOUNT,
    CODES,
    CONFIRM,
    add_passkey,
    code_in,
    confirm,
    stranger,
    turn_on,
)
from tests.make import PASSWORD
from tests.page import Page
from tests.passkey import Device

pytestmark = pytest.mark.usefixtures("mail_server")

NEW = {"password1": "quiet pebbles roll", "password2": "quiet pebbles roll"}
CHANGE = "/accounts/password/change/"


@pytest.fixture
def sam(person: User) -> Client:
    client = stranger(
        user_agent="Mozilla/5.0 (Linux; Android 16) Chrome/142.0 Mobile Safari/537.36"
    )
    client.force_login(person)
    confirm(client)
    return client


def test_the_old_address_is_told_of_the_new_one_without_its_name(
    sam: Client, mailoutbox: list[EmailMessage]
) -> None:
    sam.post("/accounts/email/", {"email": "new@example.org", "action_add": ""})
    sam.post("/accounts/confirm-email/", {"code": code_in(mailoutbox[0])})

    code, told = mailoutbox
    assert code.to == ["new@example.org"]
    assert told.to == ["sam@example.org"]
    assert told.subject == "Your Footcare account has another address"
    assert told.body == (
        "Hello,\n"
        "\n"
        "Your Footcare account has another email address from now on. This one no longer signs you "
        "in.\n"
        "Device: Chrome on Android\n"
        "\n"
        "It was you? Then all is well.\n"
        "\n"
        "It wasn’t you? Then tell whoever runs Footcare at once."
    )


def test_a_new_password_is_told_with_what_to_do_if_it_was_somebody_else(
    sam: Client, mailoutbox: list[EmailMessage]
) -> None:
    sam.post(CHANGE, NEW | {"oldpassword": PASSWORD})

    (told,) = mailoutbox
    assert (told.to, told.subject) == (["sam@example.org"], "Your Footcare password was changed")
    assert told.body == (
        "Hello,\n"
        "\n"
        "Your Footcare password was changed.\n"
        "Device: Chrome on Android\n"
        "\n"
        "It was you? Then all is well.\n"
        "\n"
        "It wasn’t you? Then choose a new password now:\n"
        "http://localhost/accounts/password/reset/\n"
        "After that, under Settings, My account, remove passkeys that aren’t yours, and sign out "
        "everywhere else."
    )


def add(sam: Client) -> None:
    add_passkey(sam, Device())


def remove(sam: Client) -> None:
    row = Authenticator.objects.get(type="webauthn")
    sam.post(f"/accounts/2fa/webauthn/keys/{row.pk}/remove/")


def on(sam: Client) -> None:
    turn_on(sam)


def off(sam: Client) -> None:
    sam.post("/accounts/2fa/totp/deactivate/")


def new_codes(sam: Client) -> None:
    sam.post(f"{CODES}generate/")


@pytest.mark.parametrize(
    ("before", "act", "subject", "sentence"),
    [
        ((), add, "A new passkey for Footcare", "A passkey was added to your Footcare account."),
        (
            (add,),
            remove,
            "A passkey was removed from Footcare",
            "A passkey was removed from your Footcare account.",
        ),
        (
            (),
            on,
            "Two-step sign-in is on",
            "Two-step sign-in was turned on for your Footcare account.",
        ),
        (
            (on,),
            off,
            "Two-step sign-in is off",
            "Two-step sign-in was turned off for your Footcare account.",
        ),
        (
            (on,),
            new_codes,
            "New recovery codes for Footcare",
            "New recovery codes were made for your Footcare account. The old ones no longer work.",
        ),
    ],
)
@pytest.mark.usefixtures("transactional_db")  # the app and its codes are told of on commit
def test_each_change_of_a_way_in_is_told(
    sam: Client,
    mailoutbox: list[EmailMessage],
    before: tuple[Callable[[Client], None], ...],
    act: Callable[[Client], None],
    subject: str,
    sentence: str,
) -> None:
    for step in before:
        step(sam)
    mailoutbox.clear()

    act(sam)

    (told,) = mailoutbox
    assert (told.to, told.subject) == (["sam@example.org"], subject)
    lines = str(told.body).splitlines()
    assert lines[:4] == ["Hello,", "", sentence, "Device: Chrome on Android"]


def test_a_first_password_is_told(
    sam: Client, person: User, mailoutbox: list[EmailMessage]
) -> None:
    person.set_unusable_password()
    person.save()
    sam.force_login(person)
    sam.post(f"{CONFIRM}code/", {"action": "send"})
    sam.post(f"{CONFIRM}code/", {"code": code_in(mailoutbox[0])})

    sam.post("/accounts/password/set/", NEW)

    _code, told = mailoutbox
    assert told.subject == "Your Footcare account has a password"
    assert "Your Footcare account has a password from now on." in told.body


@pytest.mark.enable_socket
def test_what_is_done_is_done_though_it_cannot_be_told(
    sam: Client, person: User, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    page = Page(sam.post(CHANGE, NEW | {"oldpassword": PASSWORD}, follow=True))

    assert "Your new password is saved." in page.words
    assert "We couldn’t send the mail" not in page.words
    assert [record.name for record in caplog.records] == ["accounts.mails"]
    person.refresh_from_db()
    assert person.check_password(NEW["password1"])


def test_without_mail_nothing_is_told(
    sam: Client, settings: Any, mailoutbox: list[EmailMessage]
) -> None:
    settings.ACCOUNT_EMAIL_NOTIFICATIONS = False

    sam.post(CHANGE, NEW | {"oldpassword": PASSWORD})

    assert mailoutbox == []
    assert sam.get(ACCOUNT).status_code == 200
