"""Joining: the logbook opens with the account, or at the first sign-in."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client

from accounts.models import User
from logbook.models import Preferences, Target
from tests.make import MONDAY, PASSWORD, make_user

TODAY = date(2026, 11, 19)
DEFAULT = {
    "resisted-plantar-flexion": 2,
    "ankle-circles": 3,
    "toe-presses": 3,
    "toe-walking": 2,
}

pytestmark = pytest.mark.django_db


def sign_up(client: Client, **changes: Any) -> User:
    sent = {
        "email": "margit@example.org",
        "password1": "three plain words",
        "time_zone": "Europe/Berlin",
    }
    client.post("/accounts/signup/", sent | changes)
    return User.objects.get(email="margit@example.org")


def programme(user: User) -> dict[str, int]:
    assert all(target.from_day <= user.preferences.first_day for target in user.targets.all())
    of_the_four = Target.objects.filter(user=user, exercise__slug__in=DEFAULT)
    return dict(of_the_four.values_list("exercise__slug", "per_day"))


def test_signing_up_opens_the_logbook_with_the_default_programme(
    client: Client, clock: time_machine.Traveller
) -> None:
    margit = sign_up(client)

    assert margit.preferences.first_day == TODAY
    assert programme(margit) == DEFAULT


@pytest.mark.parametrize(
    ("time_zone", "first_day"),
    [("Pacific/Pago_Pago", date(2026, 11, 18)), ("Pacific/Kiritimati", TODAY)],
)
def test_the_first_day_is_the_day_where_the_person_is(
    client: Client, clock: time_machine.Traveller, time_zone: str, first_day: date
) -> None:
    assert sign_up(client, time_zone=time_zone).preferences.first_day == first_day


def test_people_made_on_the_command_line_begin_when_they_first_sign_in(
    client: Client, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", email="sam@example.org", interactive=False, verbosity=0)
    sam = User.objects.get()
    assert Preferences.of(sam).first_day is None

    client.post("/accounts/login/", {"login": "sam@example.org", "password": PASSWORD})

    sam.refresh_from_db()
    assert sam.preferences.first_day == TODAY
    assert programme(sam) == DEFAULT


def test_a_later_sign_in_leaves_the_logbook_as_it_is(
    client: Client, clock: time_machine.Traveller
) -> None:
    sam = make_user(first_day=MONDAY)

    client.post("/accounts/login/", {"login": "sam@example.org", "password": PASSWORD})

    sam.refresh_from_db()
    assert sam.preferences.first_day == MONDAY
    assert programme(sam) == {}
