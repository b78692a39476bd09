"""`manage.py demo`: somebody to look at."""

import re

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session, Target

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def told(printed: str) -> re.Match[str]:
    found = re.fullmatch(
        r"(\d+) sessions on 365 days. Sign in with the e-mail (\S+) and the password (\S+)\n",
        printed,
    )
    assert found
    return found


def test_the_demo_person_can_sign_in_with_what_is_printed(demo: str) -> None:
    count, email, password = told(demo).groups()

    answer = Client().post(reverse("account_login"), {"login": email, "password": password})

    assert answer.url == reverse("logbook:today")
    assert Session.objects.of(User.objects.get()).count() == int(count) > 2000


@pytest.mark.usefixtures("demo")
def test_the_demo_persons_first_day_is_a_year_ago() -> None:
    user = User.objects.get()
    begun = Exercise.objects.to_start_with().count()
    assert str(user.preferences.first_day) == "2025-11-20"
    assert (
        Target.objects.filter(user=user, from_day=user.preferences.first_day, per_day=1).count()
        == begun
    )
    assert user.preferences.morning_cue == "after breakfast, at the sink"


def test_the_demo_made_twice_is_one_person_with_one_logbook(
    demo: str, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("demo")

    first, second = told(demo), told(capsys.readouterr().out)
    assert first[1] == second[1]
    assert User.objects.count() == 1
    assert Session.objects.count() == int(second[1])


def test_the_demo_can_be_made_in_the_hour_when_the_london_winter_day_ends(
    capsys: pytest.CaptureFixture[str], clock: time_machine.Traveller
) -> None:
    """A year before, and in summer, the same moment may be another day."""
    clock.move_to("2026-11-22T02:30:00+00:00")

    call_command("demo")

    assert told(capsys.readouterr().out)
    assert str(User.objects.get().preferences.first_day) == "2025-11-22"
