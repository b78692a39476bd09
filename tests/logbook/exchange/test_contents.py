"""The file's fields are those of the tables, with the same names and limits."""

from typing import Any

import pytest
from django.db import models

from accounts.models import DayEnd, Site, Theme, User, WeekStart
from logbook.exchange import contents
from logbook.exchange.contents import Note, Pain, Pause, Profile, Session, Target
from logbook.exchange.kinds import Maybe, Text, Whole, fields_of
from logbook.forms.pauses import FARTHEST_AHEAD
from logbook.forms.sessions import A_DAY
from logbook.models import (
    MOST_A_DAY,
    MOST_PAIN,
    DayNote,
    During,
    PainEntry,
    Reason,
    SessionSource,
    Side,
)
from logbook.models import Pause as PauseRow
from logbook.models import Session as SessionRow
from logbook.models import Target as TargetRow

# What isn't in the file: the person, and what a press did or took back.
LEFT_OUT = {"user", "batch", "undone_at", "undone_by"}
# How somebody signs in, and what they may do, is the account's.
ACCOUNT = {
    "id", "password", "last_login", "is_superuser", "is_active", "is_staff", "date_joined",
    "offers_passkey",
}  # fmt: skip
TABLES: list[tuple[type, type[models.Model]]] = [
    (Target, TargetRow),
    (Pause, PauseRow),
    (Session, SessionRow),
    (Pain, PainEntry),
    (Note, DayNote),
]


def columns(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields if field.column}


@pytest.mark.parametrize(("row_type", "model"), TABLES)
def test_a_row_has_every_column(row_type: type, model: type[models.Model]) -> None:
    assert {*fields_of(row_type)} == columns(model) - LEFT_OUT


def test_the_profile_has_every_column_of_a_person() -> None:
    assert {*fields_of(Profile)} == columns(User) - ACCOUNT | {"joined"}


@pytest.mark.parametrize(("row_type", "model"), [*TABLES, (Profile, User)])
def test_a_text_may_be_as_long_as_its_column(row_type: Any, model: type[models.Model]) -> None:
    longest = {
        name: kind.longest
        for name, kind in fields_of(row_type).items()
        if isinstance(kind, Text) and name != "exercise"
    }

    assert longest == {name: model._meta.get_field(name).max_length for name in longest}


def test_names_and_limits_are_those_of_the_tables() -> None:
    assert [*contents.SITES] == Site.values
    assert [*contents.SIDES] == Side.values
    assert [*contents.SOURCES] == SessionSource.values
    assert [*contents.DURING] == During.values
    assert [*contents.REASONS] == Reason.values
    assert ["", *contents.THEMES] == Theme.values
    assert {*contents.WEEK_STARTS} == {*WeekStart.values}
    assert fields_of(Profile)["day_ends_at"] == Whole(min(DayEnd), max(DayEnd))
    assert fields_of(Target)["per_day"] == Whole(0, MOST_A_DAY)
    assert fields_of(Pain)["value"] == Maybe(Whole(0, MOST_PAIN))
    assert contents.A_DAY == A_DAY
    assert contents.PLANNED >= FARTHEST_AHEAD
