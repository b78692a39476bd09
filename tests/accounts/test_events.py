"""What is written down of a person's account, for how long, and who reads it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from time_machine import Traveller

from accounts import events
from accounts.models import AccountEvent, EventKind, User
from tests.accounts.ways import (
    CREDENTIALS,
    SECOND_STEP,
    SIGN_IN,
    another_than,
    code_in,
    confirm,
    sign_in,
    stranger,
    turn_on,
)
from tests.attacks.rows import everything
from tests.make import PASSWORD, THURSDAY_MORNING, make_user
from tests.page import Page

NOW = THURSDAY_MORNING
EVENTS = "/settings/account/events/"
ON_ANDROID = "Mozilla/5.0 (Linux; Android 16) Chrome/142.0 Mobile Safari/537.36"
GUESS = "not this one"
NEW = {"password1": "quiet pebbles roll", "password2": "quiet pebbles roll"}


def kinds(user: User) -> list[str]:
    return [event.kind for event in events.recent(user, now=timezone.now())]


def test_a_sign_in_and_a_try_that_failed_are_written_down_with_their_device(
    person: User, clock: Traveller
) -> None:
    phone = stranger(user_agent=ON_ANDROID)
    sign_in(phone, password=GUESS)
    clock.shift(60)
    sign_in(phone)

    page = Page(phone.get(EVENTS))

    assert kinds(person) == ["sign_in", "failed"]
    assert "Signed in Thursday 19 November, 09:01, Chrome on Android" in page.words
    assert (
        "Somebody tried to sign in, and it didn’t work "
        "Thursday 19 November, 09:00, Chrome on Android" in page.words
    )


def test_a_changed_password_is_written_down_also_where_no_mail_is_sent(
    person: User, clock: Traveller
) -> None:
    client = stranger()
    sign_in(client)
    clock.shift(60)
    confirm(client)

    client.post("/accounts/password/change/", {"oldpassword": PASSWORD, **NEW})

    assert kinds(person) == ["password", "sign_in"]


def test_a_wrong_code_of_the_second_step_is_a_try_that_failed(
    person: User, clock: Traveller, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    client = stranger()
    sign_in(client)
    clock.shift(60)
    confirm(client)
    with django_capture_on_commit_callbacks(execute=True):
        turn_on(client)
    thief = stranger()
    sign_in(thief)
    clock.shift(60)

    thief.post(SECOND_STEP, {"code": "000000"})

    assert kinds(person) == ["failed", "second_step_on", "sign_in"]


@pytest.mark.usefixtures("mail_server")
def test_a_wrong_code_by_mail_is_a_try_that_failed(
    person: User, mailoutbox: list[EmailMessage]
) -> None:
    thief = stranger()
    thief.post("/accounts/login/code/", {"email": person.email})
    wrong = another_than(code_in(mailoutbox[0]))

    thief.post("/accounts/login/code/confirm/", {"code": wrong})

    assert kinds(person) == ["failed"]


def test_a_try_with_an_unknown_address_leaves_nothing(db: None) -> None:
    stranger().post(SIGN_IN, {"login": "nobody@example.org", "password": GUESS})

    assert not AccountEvent.objects.exists()


def test_events_are_seen_by_their_own_person_alone(signed_in: Client, person: User) -> None:
    alex = make_user(email="alex@example.org")
    events.record(alex, EventKind.DOWNLOADED, device="Alex’s Chrome", now=NOW)

    page = Page(signed_in.get(EVENTS))

    assert "Alex’s" not in page.words
    assert "Nothing yet." in page.words


@pytest.mark.parametrize(("days", "left"), [(90, 1), (91, 0)])
def test_events_are_forgotten_after_ninety_days(
    person: User, clock: Traveller, days: int, left: int
) -> None:
    events.record(person, EventKind.SIGN_IN, device="Firefox on Linux", now=NOW)
    clock.shift(timedelta(days=days))

    assert len(events.recent(person, now=NOW + timedelta(days=days))) == left
    call_command("tidy")
    assert AccountEvent.objects.count() == left


def test_a_new_event_forgets_the_old_ones(person: User) -> None:
    events.record(person, EventKind.SIGN_IN, device="a", now=NOW - timedelta(days=91))

    events.record(person, EventKind.SIGN_IN, device="b", now=NOW)

    assert [event.device for event in AccountEvent.objects.all()] == ["b"]


def test_no_table_keeps_from_where_somebody_came(person: User) -> None:
    client = stranger()
    for sent in ({"password": GUESS}, {}):
        client.post(SIGN_IN, CREDENTIALS | sent, REMOTE_ADDR="192.0.2.77")
    sent = {"oldpassword": PASSWORD, **NEW}
    client.post("/accounts/password/change/", sent, REMOTE_ADDR="192.0.2.77")

    assert sorted(kinds(person)) == ["failed", "password", "sign_in"]
    assert "192.0.2.77" not in str(everything())


def test_whoever_guesses_all_day_fills_no_disk(person: User) -> None:
    for _ in range(events.MOST_FAILED + 3):
        events.record(person, EventKind.FAILED, device="a", now=NOW)
    events.record(person, EventKind.SIGN_IN, device="a", now=NOW)

    assert kinds(person).count("failed") == events.MOST_FAILED
    assert kinds(person).count("sign_in") == 1


def test_there_are_words_for_each_mail_that_tells_of_a_change() -> None:
    told = {prefix.rpartition("/")[2] for prefix in events.KIND_OF_MAIL}

    assert {"password_changed", "email_changed", "webauthn_removed", "totp_deactivated"} <= told
