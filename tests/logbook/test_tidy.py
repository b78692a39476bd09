"""`tidy`: what was kept for a while is forgotten, whoever comes or doesn't."""

from datetime import timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core.management import call_command
from pytest_django import Settings

from accounts.models import User
from tests.make import THURSDAY_MORNING as NOW
from tests.make import make_user


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
