"""The file's fields are those of the tables, with the same names and limits."""

from typing import Any

import pytest
from django.db import models

from accounts.models import DayEnd, Theme, User, WeekStart
from exchange import records
from exchange.fields import Integer, Nullable, Text, fields_of
from exchange.records import Consent, Note, Pain, Pause, Profile, Session, Target
from logbook.choices import During, Reason, SessionSource, Side, Site
from logbook.consent import Consent as ConsentRow
from logbook.forms.pauses import FARTHEST_AHEAD
from logbook.forms.sessions import A_DAY
from logbook.models import MOST_A_DAY, MOST_PAIN, DayNote, PainEntry, Preferences
from logbook.models import Pause as PauseRow
from logbook.models import Session as SessionRow
from logbook.models import Target as TargetRow
from logbook.recording.preferences import FIELDS

# What isn't in the file: the person, and what a press did or took back.
LEFT_OUT = {"user", "press", "removed_by", "undone_at"}
# How somebody signs in, and what they may do, is the account's.
ACCOUNT = {
    "id", "password", "last_login", "is_superuser", "is_active", "is_staff", "date_joined",
    "offers_passkey", "email_as_typed",
}  # fmt: skip
TABLES: list[tuple[type, type[models.Model]]] = [
    (Target, TargetRow),
    (Pause, PauseRow),
    (Session, SessionRow),
    (Pain, PainEntry),
    (Note, DayNote),
    (Consent, ConsentRow),
]


def columns(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields if field.column}


@pytest.mark.parametrize(("row_type", "model"), TABLES)
def test_a_row_has_every_column(row_type: type, model: type[models.Model]) -> None:
    assert {*fields_of(row_type)} == columns(model) - LEFT_OUT


def test_the_profile_has_every_column_of_a_person() -> None:
    person = columns(User) - ACCOUNT | columns(Preferences) - {"user", "consent"}
    assert {*fields_of(Profile)} == person | {"joined"}


@pytest.mark.parametrize(("row_type", "model"), TABLES)
def test_a_text_may_be_as_long_as_its_column(row_type: Any, model: type[models.Model]) -> None:
    longest = {
        name: kind.longest
        for name, kind in fields_of(row_type).items()
        if isinstance(kind, Text) and name != "exercise"
    }

    assert longest == {name: model._meta.get_field(name).max_length for name in longest}


def test_the_settings_may_be_as_long_as_their_columns() -> None:
    longest = {
        name: kind.longest for name, kind in fields_of(Profile).items() if isinstance(kind, Text)
    }

    assert longest == {
        name: (Preferences if name in FIELDS else User)._meta.get_field(name).max_length
        for name in longest
    }


def test_names_and_limits_are_those_of_the_tables() -> None:
    assert [*records.SITES] == Site.values
    assert [*records.SIDES] == Side.values
    assert [*records.SOURCES] == SessionSource.values
    assert [*records.DURING] == During.values
    assert [*records.REASONS] == Reason.values
    assert ["", *records.THEMES] == Theme.values
    assert {*records.WEEK_STARTS} == {*WeekStart.values}
    assert fields_of(Profile)["day_ends_at"] == Integer(min(DayEnd), max(DayEnd))
    assert fields_of(Target)["per_day"] == Integer(0, MOST_A_DAY)
    assert fields_of(Pain)["value"] == Nullable(Integer(0, MOST_PAIN))
    assert records.A_DAY == A_DAY
    assert records.PLANNED >= FARTHEST_AHEAD
