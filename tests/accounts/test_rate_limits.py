"""Tries of codes are counted once for all requests, and what is counted is forgotten."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.db import connection
from django.test import Client
from time_machine import Traveller

from accounts import rate_limits
from accounts.models import User
from tests.accounts.ways import (
    SIGN_IN,
    add_passkey,
    another_than,
    code_in,
    confirm,
    is_signed_in,
    stranger,
)
from tests.make import NEWCOMER, PASSWORD
from tests.page import Page
from tests.passkey import Device

DOORS = {
    "/accounts/login/code/": "/accounts/login/code/confirm/",
    "/accounts/password/reset/": "/accounts/password/reset/confirm/",
}
USED_UP = "That code no longer counts, after three tries. Please ask for a new one."
at_each_door = pytest.mark.parametrize(("asking", "answering"), DOORS.items())


def names() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM cache")
        return [name for (name,) in cursor.fetchall()]


@pytest.mark.usefixtures("person", "mail_server")
@at_each_door
def test_a_fourth_try_is_refused_though_the_session_was_read_before(
    mailoutbox: list[EmailMessage], asking: str, answering: str
) -> None:
    guesser = Client()
    guesser.post(asking, {"email": "sam@example.org"})
    before = guesser.session
    key, fresh = before.session_key, dict(before.items())
    wrong = another_than(code_in(mailoutbox[0]))
    for _ in range(2):
        guesser.post(answering, {"code": wrong})
        before.update(fresh)  # as a request that came at the same time would have it
        before.save()
    guesser.post(answering, {"code": wrong})
    guesser.cookies["sessionid"] = key
    revived = type(before)(key)
    revived.update(fresh)
    revived.save(must_create=not revived.exists(key))

    page = Page(guesser.post(answering, {"code": code_in(mailoutbox[0])}, follow=True))

    assert USED_UP in page.words
    assert not is_signed_in(guesser)


@pytest.fixture
def overtaken(db: None, clock: Traveller) -> tuple[User, Client, Device]:
    """Somebody's address, with which a stranger signed up while the site had no mail."""
    thief, device = stranger(), Device()
    thief.post("/accounts/signup/", NEWCOMER)
    confirm(thief)
    add_passkey(thief, device)
    assert Authenticator.objects.count() == 1
    return User.objects.get(), thief, device


def test_who_reads_the_mail_is_rid_of_whoever_signed_up_with_the_address(
    overtaken: tuple[User, Client, Device],
    request: pytest.FixtureRequest,
    mailoutbox: list[EmailMessage],
) -> None:
    user, thief, _ = overtaken
    request.getfixturevalue("mail_server")
    owner = Client()
    owner.post("/accounts/login/code/", {"email": user.email})

    owner.post("/accounts/login/code/confirm/", {"code": code_in(mailoutbox[0])})

    assert is_signed_in(owner)
    assert not is_signed_in(thief)
    assert not Authenticator.objects.exists()
    sent = {"login": user.email, "password": NEWCOMER["password1"]}
    assert "don’t belong together" in Page(thief.post(SIGN_IN, sent)).words


def test_who_chooses_a_new_password_is_rid_of_a_stranger_s_passkey(
    overtaken: tuple[User, Client, Device],
    request: pytest.FixtureRequest,
    mailoutbox: list[EmailMessage],
) -> None:
    user, thief, _ = overtaken
    request.getfixturevalue("mail_server")
    owner = Client()
    owner.post("/accounts/password/reset/", {"email": user.email})
    owner.post("/accounts/password/reset/confirm/", {"code": code_in(mailoutbox[0])})

    new = {"password1": PASSWORD, "password2": PASSWORD}
    owner.post("/accounts/password/reset/complete/", new)

    assert is_signed_in(owner)
    assert not is_signed_in(thief)
    assert not Authenticator.objects.exists()


@pytest.mark.django_db
def test_tidy_forgets_what_has_run_out(clock: Traveller) -> None:
    cache.set("short", 1, timeout=60)
    cache.set("long", 1, timeout=3600)
    clock.shift(timedelta(minutes=2))

    call_command("tidy", verbosity=0)

    assert names() == [cache.make_key("long")]


def test_which_codes_were_used_is_forgotten_with_their_person(person: User) -> None:
    cache.set(f"code-used:{person.pk}:123456", 1)
    cache.set("another's", 1)

    rate_limits.forget_codes_of(person)

    assert names() == [cache.make_key("another's")]


@pytest.mark.django_db
def test_many_that_are_counted_push_no_count_out() -> None:
    cache.set("a-count", 5)

    for number in range(400):
        cache.set(f"z{number}", 1)

    assert cache.get("a-count") == 5
