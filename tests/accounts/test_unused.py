"""Accounts that nobody uses go after the host's months and two mails, and never without mail."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from allauth.account.adapter import get_adapter
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from accounts import unused
from accounts.models import UnusedNotice, User
from exercises.models import Exercise
from tests.make import THURSDAY_MORNING, make_session, make_user

A_DAY = timedelta(days=1)
A_YEAR = timedelta(days=366)

pytestmark = pytest.mark.usefixtures("mail_server")


@pytest.fixture(autouse=True)
def after_a_year(settings: Settings) -> None:
    settings.UNUSED_MONTHS = 12
    settings.SITE_URL = "https://feet.example.org"


@pytest.fixture
def sleeper(db: None, clock: time_machine.Traveller) -> User:
    """Who joined, signed in, and has not been seen for a year."""
    user = make_user(last_login=THURSDAY_MORNING, date_joined=THURSDAY_MORNING)
    clock.shift(A_YEAR)
    return user


def tidy_daily(clock: time_machine.Traveller, days: int) -> None:
    for _ in range(days):
        call_command("tidy", verbosity=0)
        clock.shift(A_DAY)


def test_two_mails_then_it_goes(
    sleeper: User, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    tidy_daily(clock, 23)
    assert len(mailoutbox) == 1
    tidy_daily(clock, 1)
    assert len(mailoutbox) == 2
    tidy_daily(clock, 6)
    assert User.objects.get() == sleeper

    tidy_daily(clock, 1)

    assert not User.objects.exists()
    first, second = mailoutbox
    assert first.to == second.to == [sleeper.email]
    assert first.subject == "Your Footcare account will be deleted"
    assert "It will be deleted on 20 December 2027 or soon after" in first.body
    assert "It will be deleted on 20 December 2027 or soon after" in second.body
    assert "https://feet.example.org/accounts/login/" in second.body


def test_a_day_before_the_time_nobody_is_written_to(
    clock: time_machine.Traveller, mailoutbox: list[EmailMessage], db: None
) -> None:
    make_user(last_login=THURSDAY_MORNING, date_joined=THURSDAY_MORNING)
    clock.shift(timedelta(days=364))

    call_command("tidy", verbosity=0)

    assert mailoutbox == []


def test_the_second_mail_comes_a_week_before_however_late_it_is(
    sleeper: User, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    call_command("tidy", verbosity=0)
    clock.shift(timedelta(days=200))  # the daily command didn't run

    tidy_daily(clock, 7)
    assert len(mailoutbox) == 2
    assert User.objects.exists()

    tidy_daily(clock, 1)
    assert not User.objects.exists()


def test_whoever_signs_in_again_stays_and_is_written_to_anew(
    sleeper: User, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    tidy_daily(clock, 29)
    sleeper.change(last_login=THURSDAY_MORNING + A_YEAR + 29 * A_DAY)

    tidy_daily(clock, 10)

    assert User.objects.get() == sleeper
    assert not UnusedNotice.objects.exists()
    clock.shift(A_YEAR)
    tidy_daily(clock, 30)
    assert len(mailoutbox) == 4
    assert User.objects.exists()


def test_a_notice_from_before_the_last_sign_in_counts_for_nothing(
    sleeper: User, clock: time_machine.Traveller, mailoutbox: list[EmailMessage]
) -> None:
    tidy_daily(clock, 25)
    sleeper.change(last_login=THURSDAY_MORNING + A_YEAR + 25 * A_DAY)
    clock.shift(2 * A_YEAR)  # the daily command didn't run

    tidy_daily(clock, 2)

    assert len(mailoutbox) == 3
    assert User.objects.exists()


def test_whoever_comes_back_while_it_runs_stays(
    sleeper: User, clock: time_machine.Traveller
) -> None:
    tidy_daily(clock, 30)
    found = list(User.objects.all())
    sleeper.change(last_login=THURSDAY_MORNING + A_YEAR + 30 * A_DAY)

    for user in found:
        unused._delete(user, THURSDAY_MORNING + A_YEAR + 31 * A_DAY)

    assert User.objects.get() == sleeper


def test_whoever_records_or_is_signed_in_uses_it(
    sleeper: User, circles: Exercise, client_of: Callable[[User], Client]
) -> None:
    kim = make_user(email="kim@example.org", date_joined=THURSDAY_MORNING)
    now = THURSDAY_MORNING + A_YEAR
    make_session(user=sleeper, exercise=circles, recorded_at=now - A_DAY)
    client_of(kim)
    kim.change(last_login=THURSDAY_MORNING)

    assert not unused.unused(now).exists()


def test_whoever_runs_the_site_is_never_deleted(db: None, clock: time_machine.Traveller) -> None:
    make_user(date_joined=THURSDAY_MORNING, is_staff=True)
    make_user(email="root@example.org", date_joined=THURSDAY_MORNING, is_superuser=True)

    assert not unused.unused(THURSDAY_MORNING + 2 * A_YEAR).exists()


@pytest.mark.parametrize(("months", "mail"), [(0, True), (12, False)])
def test_without_months_or_mail_nothing_goes(
    sleeper: User,
    clock: time_machine.Traveller,
    settings: Settings,
    mailoutbox: list[EmailMessage],
    months: int,
    mail: bool,
) -> None:
    tidy_daily(clock, 25)
    settings.UNUSED_MONTHS = months
    settings.MAIL = settings.MAIL if mail else {}

    tidy_daily(clock, 40)

    assert User.objects.get() == sleeper
    assert len(mailoutbox) == 2
    assert not UnusedNotice.objects.exists()


def test_a_mail_that_fails_is_none_and_ends_the_run(
    sleeper: User,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    make_user(email="kim@example.org", date_joined=THURSDAY_MORNING)
    tried: list[str] = []

    def refuse(_adapter: object, _template: str, email: str, _context: object) -> None:
        tried.append(email)
        raise ConnectionRefusedError

    monkeypatch.setattr(type(get_adapter()), "render_mail", refuse)

    call_command("tidy", verbosity=0)

    assert len(tried) == 1
    assert not UnusedNotice.objects.exists()
    assert "A mail couldn't be sent" in caplog.text


def test_a_run_writes_to_so_many_and_the_next_goes_on(
    sleeper: User, monkeypatch: pytest.MonkeyPatch, mailoutbox: list[EmailMessage]
) -> None:
    make_user(email="kim@example.org", date_joined=THURSDAY_MORNING)
    monkeypatch.setattr(unused, "MOST", 1)

    call_command("tidy", verbosity=0)
    assert len(mailoutbox) == 1
    call_command("tidy", verbosity=0)

    assert {mail.to[0] for mail in mailoutbox} == {sleeper.email, "kim@example.org"}


def test_a_start_waits_for_no_mail_server(sleeper: User, mailoutbox: list[EmailMessage]) -> None:
    call_command("tidy", verbosity=0, without_mail=True)

    assert mailoutbox == []
