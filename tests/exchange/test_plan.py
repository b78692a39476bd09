"""What taking a file in would do: only what isn't here is added, whatever else differs."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given

from exchange.file import InvalidFile
from exchange.plan import RECORDED, Current, Plan, plan
from exchange.records import SECTIONS, Pause, Record, Target
from tests.exchange.records import (
    NOTE,
    ORDINARY,
    PAIN,
    PAUSE,
    PROFILE,
    SESSION,
    TARGET,
    records,
)
from tests.make import MONDAY, SLUGS

ZONES = {"UTC", "Europe/Berlin", "Asia/Kolkata"}
LATER = replace(PROFILE, first_day=MONDAY + timedelta(days=2), email="new@example.org")
EMPTY = Record(LATER, (replace(TARGET, from_day=MONDAY, per_day=2),))


def here(record: Record, *, undone: set[UUID] | None = None, may_note: bool = True) -> Current:
    return Current(record, undone or set(), SLUGS, ZONES, lambda *_amount: True, may_note)


def rows(found: Plan, of: str) -> dict[str, int]:
    return {name: count for name, count in found.counts(of).items() if count}


def test_where_nothing_is_recorded_all_of_the_file_comes() -> None:
    found = plan(here(EMPTY), ORDINARY)

    assert found.counts("added") == {"sessions": 1, "pain": 1, "notes": 1, "pauses": 1}
    assert found.changes == {"first_day": MONDAY}
    assert (found.targets, found.until) == ((TARGET,), None)
    assert not found.keeps
    assert not found.is_empty


def test_settings_come_where_nothing_is_recorded() -> None:
    mine = replace(EMPTY, profile=replace(LATER, theme="dark", hurts=(), morning_cue=""))

    changes = plan(here(mine), ORDINARY).changes

    assert changes == {
        "first_day": MONDAY,
        "theme": "",
        "hurts": ("knee", "foot"),
        "morning_cue": PROFILE.morning_cue,
    }


@pytest.mark.parametrize("section", RECORDED)
def test_settings_and_programme_stay_where_something_is_recorded(section: str) -> None:
    mine = replace(EMPTY, **{section: getattr(ORDINARY, section)})
    mine = replace(mine, profile=replace(LATER, theme="dark"))

    found = plan(here(mine), ORDINARY)

    assert found.changes == {"first_day": MONDAY}
    assert found.keeps


def test_they_stay_too_where_all_that_was_recorded_was_taken_back() -> None:
    found = plan(here(EMPTY, undone={UUID(int=9)}), ORDINARY)

    assert found.keeps is False  # the programme differs before the first day only
    assert found.until == LATER.first_day


def test_the_same_file_again_adds_nothing() -> None:
    found = plan(here(ORDINARY), ORDINARY)

    assert found.is_empty
    assert found.counts("same") == {"sessions": 1, "pain": 1, "notes": 1, "pauses": 1}
    assert not found.keeps


def test_what_differs_stays_as_it_is_here() -> None:
    mine = replace(
        ORDINARY,
        sessions=(replace(SESSION, note="mine"),),
        pain=(replace(PAIN, value=None),),
        notes=(replace(NOTE, text="mine"),),
        pauses=(replace(PAUSE, reason="ill"),),
    )

    found = plan(here(mine), ORDINARY)

    assert found.counts("different") == {"sessions": 1, "pain": 1, "notes": 1, "pauses": 1}
    assert found.is_empty


def test_what_was_taken_back_here_stays_so() -> None:
    mine = replace(ORDINARY, sessions=(), pauses=())

    found = plan(here(mine, undone={SESSION.key}), ORDINARY)

    assert rows(found, "undone") == {"sessions": 1, "pauses": 1}  # under one key
    assert found.is_empty


def test_an_exercise_that_is_not_here_is_named_with_its_rows() -> None:
    raises = [replace(SESSION, exercise="heel-raises", key=UUID(int=n)) for n in range(3)]
    file = replace(
        ORDINARY,
        sessions=(*raises, SESSION),
        targets=(replace(TARGET, exercise="heel-raises"), TARGET),
    )

    found = plan(here(EMPTY), file)

    assert found.unknown == {"heel-raises": 4}
    assert found.sections["sessions"].added == (SESSION,)
    assert found.targets == (TARGET,)


def test_a_time_zone_that_is_not_here_is_named_and_stays() -> None:
    file = replace(ORDINARY, profile=replace(PROFILE, time_zone="Mars/Olympus", theme="dark"))

    found = plan(here(EMPTY), file)

    assert found.unknown_zone == "Mars/Olympus"
    assert found.changes == {"first_day": MONDAY, "theme": "dark"}


def test_a_programme_fills_the_days_before_the_first_only() -> None:
    before = [
        replace(TARGET, from_day=LATER.first_day - timedelta(days=days), per_day=days)
        for days in (1, 2)
    ]
    after = replace(TARGET, from_day=LATER.first_day, per_day=9)
    mine = replace(EMPTY, notes=(NOTE,))

    found = plan(here(mine), replace(ORDINARY, targets=(*before, after)))

    assert (found.targets, found.until) == (tuple(before), LATER.first_day)
    assert found.keeps


def test_a_programme_stays_where_the_file_begins_no_earlier() -> None:
    mine = replace(EMPTY, profile=PROFILE, notes=(NOTE,))
    file = replace(ORDINARY, targets=(replace(TARGET, from_day=MONDAY - timedelta(days=9)),))

    found = plan(here(mine), file)

    assert found.targets == ()
    assert found.changes == {}


def test_a_file_without_targets_takes_none_away() -> None:
    found = plan(here(EMPTY), replace(ORDINARY, targets=()))

    assert found.targets == ()


def test_the_earlier_moment_of_joining_holds() -> None:
    earlier = replace(PROFILE, joined=PROFILE.joined - timedelta(days=3))

    assert plan(here(ORDINARY), replace(ORDINARY, profile=earlier)).changes == {
        "joined": earlier.joined
    }
    assert plan(here(replace(ORDINARY, profile=earlier)), ORDINARY).is_empty


def filled(row: Any, count: int, **field: Any) -> tuple[Any, ...]:
    (name, make) = next(iter(field.items()))
    return tuple(replace(row, **{name: make(number)}) for number in range(count))


def test_many_files_bring_no_more_pauses_than_one_could() -> None:
    mine = replace(EMPTY, pauses=filled(PAUSE, Pause.MOST - 1, key=lambda n: UUID(int=n)))
    one = (replace(PAUSE, key=UUID(int=5_000)),)
    two = (*one, replace(PAUSE, key=UUID(int=5_001)))

    assert plan(here(mine), replace(ORDINARY, pauses=one)).counts("added")["pauses"] == 1
    with pytest.raises(InvalidFile) as refusal:
        plan(here(mine), replace(ORDINARY, pauses=two))
    (fault,) = refusal.value.errors
    assert (fault.place.section, fault.code, fault.params) == (
        "pauses",
        "too-many",
        {"most": 1_000},
    )


def test_many_files_bring_no_more_targets_than_one_could() -> None:
    first = date(2018, 1, 1)
    days = [first + timedelta(days=number) for number in range(Target.MOST)]
    mine = replace(EMPTY, targets=filled(TARGET, Target.MOST, from_day=days.__getitem__))
    mine = replace(mine, notes=(NOTE,))
    file = replace(ORDINARY, targets=(replace(TARGET, from_day=first - timedelta(days=1)),))

    with pytest.raises(InvalidFile):
        plan(here(mine), file)


@given(records(), records())
def test_of_any_two_records_nothing_that_is_here_is_added_again(mine: Record, file: Record) -> None:
    found = plan(here(mine), file)

    for name in RECORDED:
        held = {row.identity for row in getattr(mine, name)}
        added = {row.identity for row in found.sections[name].added}
        assert held & added == set()
        assert held | added >= {row.identity for row in getattr(file, name)}


@given(records())
def test_any_record_taken_in_where_nothing_is_becomes_that_record(record: Record) -> None:
    found = plan(here(EMPTY), record)
    becomes = replace(EMPTY.profile, **{"email": record.profile.email, **found.changes})
    rows = {name: found.sections[name].added for name in RECORDED}

    assert replace(becomes, joined=record.profile.joined) == record.profile
    assert {name: getattr(record, name) for name in RECORDED} == rows
    assert (found.targets or EMPTY.targets) == (record.targets or EMPTY.targets)
    assert {*SECTIONS} == {*RECORDED, "targets", "consents"}
