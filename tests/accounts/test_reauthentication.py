"""A code by mail with which somebody who is signed in shows that it's them."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client

from accounts.models import User
from tests.accounts.ways import (
    ADD,
    CONFIRM,
    TURN_OFF,
    TURN_ON,
    another_than,
    code_in,
    confirm,
    turn_on,
)
from tests.page import Page

BY_CODE = f"{CONFIRM}code/"
SET_PASSWORD = "/accounts/password/set/"
NEW = {"password1": "quiet pebbles roll", "password2": "quiet pebbles roll"}
SEND = {"action": "send", "next": TURN_ON}

with_mail = pytest.mark.usefixtures("mail_server")


@pytest.fixture
def without_password(person: User, client_of: Callable[[User], Client]) -> Client:
    """Somebody who has neither a password nor anything else, and is signed in."""
    person.set_unusable_password()
    person.save()
    return client_of(person)


@with_mail
def test_who_has_forgotten_the_password_gets_a_code(
    signed_in: Client, mailoutbox: list[EmailMessage]
) -> None:
    page = Page(signed_in.get(TURN_ON, follow=True))
    way = f"{BY_CODE}?next={quote(TURN_ON, safe='')}"
    assert page.find("a", href=way)
    assert "We send it to sam@example.org." in Page(signed_in.get(way)).words
    assert mailoutbox == []  # following a link sends nothing

    page = Page(signed_in.post(BY_CODE, SEND, follow=True))
    assert "A mail to sam@example.org is on its way." in page.words
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["sam@example.org"], "Your code for Footcare")
    assert "Then somebody uses Footcare on a device where you are signed in." in mail.body
    assert signed_in.get(TURN_ON).headers["Location"].startswith(CONFIRM)

    response = signed_in.post(BY_CODE, {"code": code_in(mail), "next": TURN_ON})
    assert response.headers["Location"] == TURN_ON
    assert signed_in.get(TURN_ON).status_code == 200


@with_mail
def test_who_has_the_app_on_is_not_sent_a_code(
    signed_in: Client, clock: time_machine.Traveller
) -> None:
    confirm(signed_in)
    turn_on(signed_in)
    clock.shift(timedelta(minutes=6))

    page = Page(signed_in.get(TURN_OFF, follow=True))

    assert page.find("a", href=f"/accounts/2fa/reauthenticate/?next={quote(TURN_OFF, safe='')}")
    assert "Send me a code" not in page.words
    assert signed_in.post(BY_CODE, SEND).headers["Location"].startswith(CONFIRM)


@with_mail
def test_a_wrong_code_is_told_and_three_end_it(
    signed_in: Client, mailoutbox: list[EmailMessage]
) -> None:
    signed_in.post(BY_CODE, SEND)
    code = code_in(mailoutbox[0])
    wrong = {"code": another_than(code), "next": TURN_ON}

    for _ in range(2):
        page = Page(signed_in.post(BY_CODE, wrong))
        assert "That isn’t the code. Look for the newest mail, and try again." in page.words
    page = Page(signed_in.post(BY_CODE, wrong, follow=True))
    assert "That was too often in a short time." in page.words
    assert page.hidden("next") == [TURN_ON]

    signed_in.post(BY_CODE, {"code": code})
    assert signed_in.get(TURN_ON).headers["Location"].startswith(CONFIRM)


@with_mail
@pytest.mark.parametrize(("minutes", "works"), [(9, True), (11, False)])
def test_a_code_works_for_ten_minutes(
    signed_in: Client,
    mailoutbox: list[EmailMessage],
    clock: time_machine.Traveller,
    minutes: int,
    works: bool,
) -> None:
    signed_in.post(BY_CODE, SEND)
    clock.shift(timedelta(minutes=minutes))

    signed_in.post(BY_CODE, {"code": code_in(mailoutbox[0])})

    assert (signed_in.get(TURN_ON).status_code == 200) == works


@with_mail
def test_five_codes_an_hour_are_the_most(
    signed_in: Client, mailoutbox: list[EmailMessage], clock: time_machine.Traveller
) -> None:
    answers = [signed_in.post(BY_CODE, SEND).status_code for _ in range(6)]

    assert answers == [302] * 5 + [429]
    assert len(mailoutbox) == 5


@with_mail
@pytest.mark.parametrize(
    "path", [ADD, TURN_ON, SET_PASSWORD, "/accounts/2fa/recovery-codes/generate/"]
)
def test_who_has_nothing_to_show_is_asked_for_a_code(
    without_password: Client, person: User, path: str
) -> None:
    for response in (without_password.get(path), without_password.post(path, NEW)):
        assert response.headers["Location"] == f"{BY_CODE}?next={quote(path, safe='')}"

    person.refresh_from_db()
    assert not person.has_usable_password()


@with_mail
def test_a_code_is_fresh_for_five_minutes(
    without_password: Client,
    person: User,
    mailoutbox: list[EmailMessage],
    clock: time_machine.Traveller,
) -> None:
    without_password.post(BY_CODE, SEND)
    without_password.post(BY_CODE, {"code": code_in(mailoutbox[0])})

    clock.shift(timedelta(minutes=6))
    assert without_password.post(SET_PASSWORD, NEW).headers["Location"].startswith(BY_CODE)
    clock.shift(timedelta(minutes=-2))
    assert without_password.post(SET_PASSWORD, NEW).headers["Location"] == "/settings/account/"

    person.refresh_from_db()
    assert person.check_password(NEW["password1"])


@with_mail
def test_signing_in_by_code_is_not_yet_showing_that_it_is_you(
    client: Client, person: User, mailoutbox: list[EmailMessage]
) -> None:
    person.set_unusable_password()
    person.save()
    client.post("/accounts/login/code/", {"email": "sam@example.org"})
    client.post("/accounts/login/code/confirm/", {"code": code_in(mailoutbox[0])})

    assert client.get(TURN_ON).headers["Location"].startswith(BY_CODE)


def test_without_mail_nobody_is_offered_a_code(signed_in: Client) -> None:
    page = Page(signed_in.get(TURN_ON, follow=True))

    assert "Your password, please" in page.words
    assert "Send me a code" not in page.words
    assert signed_in.get(BY_CODE).headers["Location"] == CONFIRM
