"""Preferences of the version before: each value comes along, and goes back."""

from datetime import date, time
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from accounts.models import User
from logbook.models import Preferences
from tests.logbook.test_migrations import BEFORE, version_before

SAM: dict[str, Any] = {
    "first_day": date(2025, 11, 3),
    "hurts": ["knee", "foot"],
    "shows_rounds": False,
    "shows_streak": True,
    "asks_during": True,
    "morning": False,
    "morning_cue": "after breakfast, at the “sink” 🦶",
    "morning_around": time(7, 30),
    "midday": True,
    "midday_cue": "",
    "midday_around": time(13),
    "evening": False,
    "evening_cue": "x" * 60,
    "evening_around": time(21, 45),
}
DEFAULTS: dict[str, Any] = {
    "first_day": None,
    "hurts": [],
    "shows_rounds": True,
    "shows_streak": False,
    "asks_during": False,
    "morning": True,
    "morning_cue": "",
    "morning_around": time(8),
    "midday": True,
    "midday_cue": "",
    "midday_around": time(13),
    "evening": True,
    "evening_cue": "",
    "evening_around": time(19),
}

pytestmark = pytest.mark.usefixtures("transactional_db")


def stored(email: str) -> dict[str, Any]:
    return Preferences.objects.values(*SAM).get(user__email=email)


def test_every_value_comes_along() -> None:
    with version_before() as apps:
        people = apps.get_model("accounts", "User")._base_manager
        people.create(email="sam@example.org", theme="dark", time_zone="Asia/Tokyo", **SAM)
        people.create(email="kim@example.org")

    assert stored("sam@example.org") == SAM
    assert stored("kim@example.org") == DEFAULTS
    sam = User.objects.get(email="sam@example.org")
    assert (sam.theme, sam.time_zone) == ("dark", "Asia/Tokyo")


def test_every_value_goes_back() -> None:
    for email in ("sam@example.org", "kim@example.org"):
        User.objects.create(email=email)
    Preferences.objects.create(user=User.objects.get(email="sam@example.org"), **SAM)

    with version_before() as apps:
        people = apps.get_model("accounts", "User")._base_manager
        assert people.values(*SAM).get(email="sam@example.org") == SAM
        assert people.values(*SAM).get(email="kim@example.org") == DEFAULTS

    assert stored("sam@example.org") == SAM


def test_the_version_before_still_serves() -> None:
    """It reads and writes its columns until it is stopped."""
    state = MigrationLoader(connection).project_state(BEFORE[0])
    people = state.apps.get_model("accounts", "User")._base_manager
    User.objects.create(email="kim@example.org")
    people.create(email="sam@example.org", **SAM)

    assert people.values(*SAM).get(email="kim@example.org") == DEFAULTS
    assert people.values(*SAM).get(email="sam@example.org") == SAM
    assert Preferences.of(User.objects.get(email="sam@example.org")).hurts == []
