"""A form at the door that is sent twice: the person ends where one press leads, with one mail."""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.mail import EmailMessage
from django.db import connection
from django.http import HttpResponse
from time_machine import Traveller

from accounts.models import AccountEvent, BrowserSession, User
from tests.accounts.doors import Door, every_door
from tests.accounts.visitor import Visitor

GAPS = (0, 0.12, 0.4, 1, 3)  # seconds


@pytest.fixture
def visitor(person: User, mail: bool, request: pytest.FixtureRequest) -> Visitor:
    """Nobody yet, on a site with mail or without."""
    if mail:
        request.getfixturevalue("mail_server")
    return Visitor()


def rows() -> dict[str, int]:
    tables = (AccountEvent, Authenticator, BrowserSession, EmailAddress, User, UserSession)
    return {table.__name__: table.objects.count() for table in tables}


@every_door
def test_every_copy_ends_where_the_first_press_led(
    door: Door, mail: bool, visitor: Visitor, mailoutbox: list[EmailMessage], clock: Traveller
) -> None:
    tabs = door.tabs(visitor)
    as_it_was, sent_before = visitor.twin(), len(mailoutbox)

    first = visitor.send(tabs[0])
    as_it_is = visitor.twin()
    led_to = visitor.twin().follow(first)
    mails, then, now = mailoutbox[sent_before:], rows(), datetime.now(UTC)

    assert led_to[0] == door.leads_to
    assert len(mails) == (door.mails if mail and not door.on_commit else 0)
    for gap in GAPS:
        clock.move_to(now + timedelta(seconds=gap))
        for form in tabs:
            for browser in (as_it_was.twin(), as_it_is.twin()):
                assert browser.follow(browser.send(form)) == led_to
    assert mailoutbox[sent_before:] == mails
    assert rows() == then


@pytest.mark.slow
@pytest.mark.usefixtures("transactional_db")
@every_door
def test_six_presses_at_once_are_one(
    door: Door, mail: bool, visitor: Visitor, mailoutbox: list[EmailMessage]
) -> None:
    tabs = door.tabs(visitor)
    sent_before = len(mailoutbox)
    browsers = [visitor.twin() for _ in range(6)]

    answers = at_once(
        lambda browser=browser, form=form: browser.send(form)
        for browser, form in zip(browsers, tabs * 6, strict=False)
    )

    ends = {browser.follow(answer) for browser, answer in zip(browsers, answers, strict=True)}
    assert {address for address, _ in ends} == {door.leads_to}
    assert len(ends) == 1
    assert len(mailoutbox[sent_before:]) == (door.mails if mail else 0)
    assert len({browser.session for browser in browsers}) == 1


def at_once(acts: Iterable[Callable[[], HttpResponse]]) -> list[HttpResponse]:
    """Each in a thread of its own, and all begin together."""
    acts = list(acts)
    ready = threading.Barrier(len(acts))

    def act(number: int) -> HttpResponse:
        ready.wait()
        try:
            return acts[number]()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act, range(len(acts))))
