"""A new address to sign in with: it counts once the code that was sent there is typed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client

from accounts.models import User
from tests.accounts.ways import ACCOUNT, CONFIRM, code_in
from tests.make import PASSWORD, make_user
from tests.page import Page

CHANGE, CODE = "/accounts/email/", "/accounts/confirm-email/"
SENT = {"email": "new@example.org", "action_add": ""}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_server")]


def test_the_address_changes_once_the_new_one_is_confirmed(
    client_of: Callable[[User], Client], mailoutbox: list[EmailMessage]
) -> None:
    client = client_of(make_user())
    assert Page(client.get(ACCOUNT)).find("form", action=CHANGE)

    page = Page(client.post(CHANGE, SENT, follow=True))
    assert "Your password, please" in page.words
    sent = {"password": PASSWORD, "next": page.hidden("next")[0]}
    page = Page(client.post(CONFIRM, sent, follow=True))
    assert "A mail to new@example.org is on its way." in page.words
    assert User.objects.get().email == "sam@example.org"
    (mail,) = mailoutbox
    assert mail.to == ["new@example.org"]
    page = Page(client.get(ACCOUNT))
    assert "We sent a code to new@example.org. Until you type it in, sam@example.org stays." in (
        page.words
    )
    assert page.find("a", href=CODE)
    response = client.post(CODE, {"code": code_in(mail)})

    assert response.headers["Location"] == ACCOUNT
    assert User.objects.get().email == "new@example.org"
    assert "We sent a code" not in Page(client.get(ACCOUNT)).words


def test_an_address_whose_code_is_too_old_is_not_waited_for_any_more(
    client_of: Callable[[User], Client],
    mailoutbox: list[EmailMessage],
    clock: time_machine.Traveller,
) -> None:
    client = client_of(make_user())
    client.post(CHANGE, SENT)
    client.post(CONFIRM, {"password": PASSWORD, "next": CHANGE})
    assert "We sent a code" in Page(client.get(ACCOUNT)).words

    clock.shift(timedelta(minutes=11))

    assert "We sent a code" not in Page(client.get(ACCOUNT)).words
