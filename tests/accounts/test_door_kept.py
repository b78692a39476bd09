"""What the door keeps of an answer: for ten seconds, for one browser, and unreadable."""

import time
from base64 import b64decode
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.db import connection
from time_machine import Traveller

from accounts import door
from accounts.models import AccountEvent, EventKind, User
from tests.accounts.steps import CODE, RESET, SIGN_UP, signed_in
from tests.accounts.visitor import Visitor
from tests.accounts.ways import CREDENTIALS, SIGN_IN, another_than, code_in, is_signed_in
from tests.make import NEWCOMER, PASSWORD
from tests.page import Page
from tests.redis_server import Redis

pytestmark = pytest.mark.usefixtures("person")
WRONG = CREDENTIALS | {"password": "not ten quiet toes"}
EXPIRED = "The tide took this form"


def failures() -> int:
    return AccountEvent.objects.filter(kind=EventKind.FAILED).count()


def test_another_browser_with_the_same_words_gets_nothing_of_it() -> None:
    visitor, other = Visitor(), Visitor()
    drawn = visitor.draw(SIGN_IN, **CREDENTIALS)
    other.draw(SIGN_IN)

    visitor.send(drawn)
    answer = other.send(drawn)

    assert EXPIRED in Page(answer).words
    assert is_signed_in(visitor.client)
    assert not is_signed_in(other.client)


@pytest.mark.parametrize("changed", [{"password": "another one"}, {"login": "al@example.org"}])
def test_the_same_browser_with_other_words_gets_nothing_of_it(changed: dict[str, str]) -> None:
    visitor = Visitor()
    drawn = visitor.draw(SIGN_IN, **CREDENTIALS)
    copy = visitor.twin()
    other = copy.draw_again(drawn)
    other.fields.update(changed)
    visitor.send(drawn)

    answer = copy.send(other)

    assert "don’t belong together" in Page(answer).words
    assert not is_signed_in(copy.client)


def test_another_page_with_the_same_words_gets_nothing_of_it() -> None:
    visitor = Visitor()
    drawn = visitor.draw(SIGN_IN, **CREDENTIALS)
    copy = visitor.twin()
    visitor.send(drawn)

    copy.client.post(f"{SIGN_IN}?next=/week/", drawn.fields)

    assert copy.session != visitor.session


@pytest.mark.parametrize(("seconds", "is_kept"), [(9, True), (11, False)])
def test_it_is_kept_for_ten_seconds(seconds: int, is_kept: bool, clock: Traveller) -> None:
    visitor = Visitor()
    drawn = visitor.draw(SIGN_IN, **CREDENTIALS)
    visitor.send(drawn)

    clock.shift(timedelta(seconds=seconds))

    assert (EXPIRED not in Page(visitor.send(drawn)).words) == is_kept


def test_it_lets_nobody_in_who_was_signed_out_since() -> None:
    visitor = Visitor()
    drawn = visitor.draw(SIGN_IN, **CREDENTIALS)
    copy = visitor.twin()
    visitor.send(drawn)
    visitor.leave()

    copy.send(drawn)

    assert is_signed_in(copy.client)  # by the password, anew
    assert not is_signed_in(visitor.client)
    assert copy.session != visitor.session


def test_the_next_form_ends_it(mail_server: None, mailoutbox: list[EmailMessage]) -> None:
    visitor = Visitor()
    drawn = visitor.draw(RESET, email="sam@example.org")
    visitor.send(drawn)
    visitor.fill_in(RESET, email="al@example.org")

    visitor.send(drawn)

    assert [mail.to for mail in mailoutbox] == [
        ["sam@example.org"],
        ["al@example.org"],
        ["sam@example.org"],
    ]


def test_a_wrong_password_counts_once_a_press_and_anew_on_the_next_page() -> None:
    visitor = Visitor()
    drawn = visitor.draw(SIGN_IN, **WRONG)
    copy = visitor.twin()

    words = [Page(browser.send(drawn)).words for browser in (visitor, visitor, copy)]
    assert failures() == 1
    assert len(set(words)) == 1
    assert "don’t belong together" in words[0]

    for _ in range(4):
        assert "too often" not in Page(visitor.fill_in(SIGN_IN, **WRONG)).words
    assert failures() == 5
    assert "too often" in Page(visitor.fill_in(SIGN_IN, **WRONG)).words


def test_a_wrong_code_costs_one_try_a_press(
    mail_server: None, mailoutbox: list[EmailMessage]
) -> None:
    visitor = Visitor()
    visitor.fill_in(CODE, email="sam@example.org")
    wrong = another_than(code_in(mailoutbox[0]))
    for _ in range(2):
        drawn = visitor.draw(f"{CODE}confirm/", code=wrong)
        for _ in range(3):
            assert "That isn’t the code." in Page(visitor.send(drawn)).words

    visitor.fill_in(f"{CODE}confirm/", code=code_in(mailoutbox[0]))

    assert is_signed_in(visitor.client)


def test_a_failure_is_not_kept() -> None:
    visitor = Visitor()
    visitor.client.raise_request_exception = False
    drawn = visitor.draw(SIGN_UP, **NEWCOMER)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE exercises_exercise RENAME TO mislaid")
    assert visitor.send(drawn).status_code >= 500
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE mislaid RENAME TO exercises_exercise")

    assert visitor.follow(visitor.send(drawn))[0] == "/welcome/hurts/"
    assert User.objects.filter(email=NEWCOMER["email"]).count() == 1


def test_who_reads_the_table_reads_neither_session_nor_words() -> None:
    visitor = Visitor()
    signed_in(visitor)

    with connection.cursor() as cursor:
        cursor.execute("SELECT value FROM cache WHERE cache_key LIKE '%door:%'")
        kept = [b64decode(value) for (value,) in cursor.fetchall()]

    assert len(kept) == 2  # for the browser as it was, and as it is
    for word in (visitor.session, PASSWORD, "sam@example.org", "/today/", "sessionid"):
        assert not [value for value in kept if word.encode() in value]


@pytest.mark.usefixtures("redis")
def test_it_is_kept_in_redis_where_there_is_one() -> None:
    visitor = Visitor()
    drawn = visitor.draw(SIGN_IN, **CREDENTIALS)
    copy = visitor.twin()
    visitor.send(drawn)

    copy.send(drawn)

    assert copy.session == visitor.session


def test_a_form_is_answered_where_nothing_can_be_kept() -> None:
    visitor = Visitor()
    signed_in(visitor)
    cache.clear()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE cache ADD COLUMN room integer CHECK (room IS NOT NULL)")
    begun = time.perf_counter()

    visitor.leave()

    assert not is_signed_in(visitor.client)
    assert time.perf_counter() - begun < door.LONGEST_TURN / 2


def test_signing_out_needs_no_redis(redis: Redis) -> None:
    visitor = Visitor()
    drawn = signed_in(visitor).draw("/accounts/logout/")
    redis.stop()

    visitor.send(drawn)

    assert not is_signed_in(visitor.client)
