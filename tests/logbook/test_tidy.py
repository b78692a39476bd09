"""`tidy`: what was kept for a while is forgotten, whoever comes or doesn't."""

from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.management import call_command
from pytest_django import Settings

from accounts.models import User
from logbook import recording
from logbook.models import BroughtFile
from logbook.recording.files import KEPT
from tests.make import THURSDAY_MORNING as NOW
from tests.make import make_user


@pytest.mark.parametrize(("after", "left"), [(KEPT - timedelta(seconds=1), 1), (KEPT, 0)])
def test_a_file_that_somebody_looked_at_is_forgotten_after_a_day(
    person: User, clock: time_machine.Traveller, after: timedelta, left: int
) -> None:
    recording.keep_file(user=person, packed=b"a", now=NOW)
    clock.shift(after)

    call_command("tidy", verbosity=0)

    assert BroughtFile.objects.count() == left


def test_undo_of_a_file_ends_after_its_day_whatever_is_looked_at_since(
    person: User, clock: time_machine.Traveller
) -> None:
    recording.keep_undo(user=person, undo=b"u", now=NOW)

    recording.keep_file(user=person, packed=b"a", now=NOW + KEPT / 2)

    kept = recording.kept_file(user=person, now=NOW + KEPT / 2)
    assert kept
    assert (kept.packed, kept.undo) == (b"a", b"u")
    assert recording.kept_file(user=person, now=NOW + KEPT) is None


def test_undo_of_a_file_leaves_the_one_that_is_looked_at(person: User) -> None:
    recording.keep_undo(user=person, undo=b"u", now=NOW)
    recording.keep_file(user=person, packed=b"a", now=NOW)

    recording.forget_undo(user=person)

    kept = recording.kept_file(user=person, now=NOW)
    assert kept
    assert (kept.packed, kept.undo) == (b"a", b"")


@pytest.mark.parametrize(
    ("mail", "days", "left"), [(True, 7, 1), (True, 8, 0), (False, 8, 1)], ids=str
)
def test_an_account_that_nobody_confirmed_is_forgotten_after_a_week(
    db: None, clock: time_machine.Traveller, settings: Settings, mail: bool, days: int, left: int
) -> None:
    nobody = make_user(email="typo@example.org", offers_passkey=True)
    EmailAddress.objects.filter(user=nobody).update(verified=False)
    settings.MAIL = {"EMAIL_HOST": "mail.example.org"} if mail else {}
    clock.shift(timedelta(days=days))

    call_command("tidy", verbosity=0)

    assert User.objects.count() == left


@pytest.mark.usefixtures("mail_server")
def test_whoever_has_signed_in_is_not_forgotten(
    person: User, clock: time_machine.Traveller
) -> None:
    EmailAddress.objects.filter(user=person).update(verified=False)
    person.change(offers_passkey=True, last_login=NOW)
    clock.shift(timedelta(days=100))

    call_command("tidy", verbosity=0)

    assert User.objects.get() == person
