"""Whole records to write into a file: an ordinary one, and any that Hypothesis can think of."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from operator import attrgetter
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from exchange import fields, file
from exchange.records import (
    SECTIONS,
    Consent,
    Note,
    Pain,
    Pause,
    Profile,
    Record,
    Session,
    Target,
)
from tests.make import MONDAY, SLUGS, THURSDAY_MORNING

TODAY = date(2026, 11, 19)
AT = THURSDAY_MORNING
KEY = UUID("018f0000-0000-7000-8000-00000000000a")

PROFILE = Profile(
    email="sam@example.org",
    joined=datetime(2026, 11, 16, 7, 30, tzinfo=UTC),
    first_day=MONDAY,
    time_zone="Europe/Berlin",
    day_ends_at=3,
    week_starts_on=0,
    theme="",
    hurts=("knee", "foot"),
    shows_rounds=True,
    shows_streak=False,
    asks_during=True,
    morning=True,
    morning_cue="after breakfast, at the “sink”",
    morning_around=time(7, 30),
    midday=False,
    midday_cue="",
    midday_around=time(13),
    evening=True,
    evening_cue="",
    evening_around=time(19),
)
TARGET = Target("ankle-circles", MONDAY, 3, None, None, None, None, None)
PAUSE = Pause(KEY, MONDAY, None, None, "flare", AT)
SESSION = Session(KEY, "ankle-circles", MONDAY, AT, "tick", None, "morning", "", "", AT)
PAIN = Pain(MONDAY, "knee", "left", 4, AT)
NOTE = Note(MONDAY, "Slept badly.\nWarm bath.", AT)
CONSENT = Consent(KEY, 1, "en-gb", True, AT, None, None)
ORDINARY = Record(PROFILE, (TARGET,), (PAUSE,), (SESSION,), (PAIN,), (NOTE,))


def written(record: Record) -> str:
    """The file of that record."""
    sections = {
        name: sorted(record.rows(name), key=attrgetter(*row_type.ORDER))
        for name, row_type in SECTIONS.items()
    }
    return "".join(file.write(record.profile, sections))


READABLE = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


ALIKE: dict[type, st.SearchStrategy[Any]] = {
    fields.Boolean: st.booleans(),
    fields.Clock: st.times(),
    fields.Key: st.uuids(),
}
"""Kinds whose every value is in a file of today."""


def of_kind(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of that kind that a file of today can have."""
    if type(kind) in ALIKE:
        return ALIKE[type(kind)]
    match kind:
        case fields.Integer(least, most):
            return st.integers(least, most)
        case fields.Text(longest, shortest):
            return st.text(READABLE, min_size=shortest, max_size=longest)
        case fields.Choice(names):
            return st.sampled_from(names)
        case fields.Choices(fields.Choice(names)):
            return st.lists(st.sampled_from(names), unique=True).map(tuple)
        case fields.Date(ahead):
            return st.dates(fields.EARLIEST, TODAY + ahead)
        case fields.Moment():
            latest = datetime.combine(TODAY + fields.APART, time.max)
            return st.datetimes(
                datetime.combine(fields.EARLIEST, time()), latest, timezones=st.just(UTC)
            )
        case fields.Nullable(known):
            return st.none() | of_kind(known)
    raise NotImplementedError(kind)


def rows_of(row_type: Any, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    read = {name: of_kind(kind) for name, kind in fields.fields_of(row_type).items()} | fixed
    return st.builds(row_type, **read).map(possible)


def possible(row: Any) -> Any:
    """The row with values that go together."""
    if isinstance(row, Pain) and row.site == "back":
        return replace(row, side="")
    if isinstance(row, Pause) and row.last_day:
        return replace(row, first_day=min(row.first_day, row.last_day), last_day=row.last_day)
    return row


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A whole record, as somebody may have it today who uses this site's exercises."""
    profile = draw(rows_of(Profile, time_zone=st.sampled_from(["UTC", "Asia/Kolkata"])))
    lived = st.dates(max(profile.first_day, fields.EARLIEST), TODAY + fields.APART)
    exercise = st.sampled_from(SLUGS)
    # Such an amount makes a session of each exercise.
    few = st.none() | st.integers(1, 8)
    usual = {"repetitions": few, "rest_seconds": few}
    none = dict.fromkeys(("hold_seconds", "bouts"), st.none())
    fixed: dict[str, dict[str, Any]] = {
        "targets": {"exercise": exercise, **usual, **none},
        "pauses": {},
        "sessions": {"exercise": exercise, "day": lived},
        "pain": {"day": lived},
        "notes": {"day": lived},
        "consents": {},
    }
    some = partial(st.lists, max_size=5, unique_by=lambda row: row.identity)
    sections = {
        name: tuple(draw(some(rows_of(row_type, **fixed[name]))))
        for name, row_type in SECTIONS.items()
    }
    return Record(profile, **sections)


def sessions_on(first: date, days: int, a_day: int) -> tuple[Session, ...]:
    """So many sessions a day, on so many days."""
    return tuple(
        replace(SESSION, key=UUID(int=number), day=first + timedelta(days=number // a_day))
        for number in range(days * a_day)
    )
