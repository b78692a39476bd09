"""The page about too many tries leads back to the form, or to where a code is typed."""

from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.http import HttpResponse
from pytest_django import Settings
from time_machine import Traveller

from accounts.models import User
from tests.accounts.steps import (
    ADDRESS,
    BY_CODE,
    CONFIRM_EMAIL,
    DEVICES,
    EMAIL,
    NEW_ADDRESS,
    RESET,
    SIGN_UP,
    signed_in,
    sure,
)
from tests.accounts.visitor import Visitor
from tests.accounts.ways import ACCOUNT, code_in
from tests.page import Page

pytestmark = pytest.mark.usefixtures("person")
STILL_WORKS = "The code that we sent you last still works."


def led_back(answer: HttpResponse) -> tuple[str, bool]:
    """Where its button leads, and whether it speaks of a code."""
    assert answer.status_code == 429
    page = Page(answer)
    (button,) = page.find("a", **{"class": "btn btn--primary btn--big"})
    return button["href"], STILL_WORKS in page.words


@pytest.mark.usefixtures("mail_server")
def test_it_leads_to_the_code_of_a_forgotten_password(
    clock: Traveller, mailoutbox: list[EmailMessage]
) -> None:
    visitor = Visitor()
    for _ in range(5):
        visitor.fill_in(RESET, **ADDRESS)
        clock.shift(timedelta(seconds=11))

    answer = visitor.fill_in(RESET, **ADDRESS)

    assert led_back(answer) == (f"{RESET}confirm/", True)
    answer = visitor.fill_in(f"{RESET}confirm/", code=code_in(mailoutbox[-1]))
    assert answer.headers["Location"] == f"{RESET}complete/"


@pytest.mark.usefixtures("mail_server")
def test_it_leads_to_the_code_that_shows_that_it_is_you(
    clock: Traveller, mailoutbox: list[EmailMessage]
) -> None:
    visitor = signed_in(Visitor())
    for _ in range(5):
        visitor.fill_in(BY_CODE, action="send")
        clock.shift(timedelta(seconds=11))

    answer = visitor.fill_in(BY_CODE, action="send")

    assert led_back(answer) == (BY_CODE, True)
    visitor.fill_in(BY_CODE, code=code_in(mailoutbox[-1]), next=ACCOUNT)
    assert visitor.get(f"{ACCOUNT}delete/").status_code == 200


@pytest.mark.usefixtures("mail_server")
def test_a_code_that_has_only_just_gone_is_typed_where_another_is_asked_for(
    mailoutbox: list[EmailMessage],
) -> None:
    visitor = sure(Visitor())
    visitor.fill_in(ACCOUNT, EMAIL, **NEW_ADDRESS)
    visitor.fill_in(ACCOUNT, f"{DEVICES}stay/", remember="on")

    address, words = visitor.follow(visitor.fill_in(ACCOUNT, EMAIL, **NEW_ADDRESS))

    assert address == CONFIRM_EMAIL
    assert "A code has only just gone. Wait ten seconds" in words
    (mail,) = mailoutbox
    visitor.fill_in(CONFIRM_EMAIL, code=code_in(mail))
    assert User.objects.get().email == "new@example.org"


@pytest.mark.parametrize("mail", [True, False])
def test_it_leads_back_to_the_form_where_no_code_is_waited_for(
    settings: Settings, request: pytest.FixtureRequest, mail: bool
) -> None:
    if mail:
        request.getfixturevalue("mail_server")
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/d/ip"}
    visitor = Visitor()
    visitor.fill_in(SIGN_UP)

    answer = visitor.fill_in(SIGN_UP)

    assert led_back(answer) == (SIGN_UP, False)
