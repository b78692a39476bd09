"""The file: what is written is read back the same, in one form only."""

import json
import random
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from operator import attrgetter
from typing import Annotated
from uuid import UUID

import pytest
from hypothesis import given

from exchange.fields import Text, fields_of, later_of
from exchange.file import FIELDS, LARGEST, LATER, InvalidFile, parse
from exchange.records import SECTIONS, Note, Record
from tests.exchange.records import (
    NOTE,
    ORDINARY,
    PAIN,
    PROFILE,
    SESSION,
    TODAY,
    records,
    written,
)


def test_a_record_is_one_object_with_a_row_on_each_line() -> None:
    assert written(replace(ORDINARY, pauses=(), targets=())).splitlines() == [
        "{",
        '"format": "footcare",',
        '"version": 2,',
        '"profile": {"email": "sam@example.org", "joined": "2026-11-16T07:30:00Z", '
        '"first_day": "2026-11-16", "time_zone": "Europe/Berlin", "day_ends_at": 3, '
        '"week_starts_on": 0, "theme": "", "hurts": ["knee", "foot"], "shows_rounds": true, '
        '"shows_streak": false, "asks_during": true, "morning": true, '
        '"morning_cue": "after breakfast, at the “sink”", "morning_around": "07:30:00", '
        '"midday": false, "midday_cue": "", "midday_around": "13:00:00", "evening": true, '
        '"evening_cue": "", "evening_around": "19:00:00"},',
        '"targets": [],',
        '"pauses": [],',
        '"sessions": [',
        '{"key": "018f0000-0000-7000-8000-00000000000a", "exercise": "ankle-circles", '
        '"day": "2026-11-16", "moment": "2026-11-19T08:00:00Z", "source": "tick", '
        '"seconds": null, "round": "morning", "note": "", "during": "", '
        '"recorded_at": "2026-11-19T08:00:00Z"}',
        "],",
        '"pain": [',
        '{"day": "2026-11-16", "site": "knee", "side": "left", "value": 4, '
        '"recorded_at": "2026-11-19T08:00:00Z"}',
        "],",
        '"notes": [',
        '{"day": "2026-11-16", "text": "Slept badly.\\nWarm bath.", '
        '"recorded_at": "2026-11-19T08:00:00Z"}',
        "],",
        '"consents": []',
        "}",
    ]


@given(records())
def test_any_record_is_read_back_as_it_was_and_written_the_same(record: Record) -> None:
    text = written(record)
    back = parse(text.encode(), today=TODAY)

    assert written(back) == text
    assert back.profile == record.profile
    for section, row_type in SECTIONS.items():
        rows = sorted(record.rows(section), key=attrgetter(*row_type.ORDER))
        assert list(getattr(back, section)) == rows


@given(records())
def test_the_order_of_rows_changes_nothing(record: Record) -> None:
    shuffled = {
        name: tuple(random.Random(7).sample(rows, len(rows)))  # noqa: S311 - any order will do
        for name in SECTIONS
        if (rows := getattr(record, name))
    }

    assert written(replace(record, **shuffled)) == written(record)


def test_rows_stand_in_the_order_of_their_days() -> None:
    days = [date(2026, 11, 18), date(2026, 11, 16), date(2026, 11, 17)]
    sessions = [replace(SESSION, key=UUID(int=number), day=day) for number, day in enumerate(days)]

    text = written(Record(PROFILE, sessions=tuple(sessions)))

    assert [row["day"] for row in json.loads(text)["sessions"]] == [
        "2026-11-16",
        "2026-11-17",
        "2026-11-18",
    ]


def test_a_moment_is_told_in_utc_to_the_microsecond() -> None:
    india = timezone(timedelta(hours=5, minutes=30))
    moment = datetime(2026, 11, 19, 5, 29, 59, 5, tzinfo=india)
    text = written(Record(PROFILE, pain=(replace(PAIN, recorded_at=moment),)))

    assert '"recorded_at": "2026-11-18T23:59:59.000005Z"' in text
    (pain,) = parse(text.encode(), today=TODAY).pain
    assert pain.recorded_at == moment
    assert pain.recorded_at.tzinfo == UTC


def test_another_tool_may_have_laid_the_file_out_anew() -> None:
    for layout in ({"indent": 4}, {"separators": (",", ":"), "ensure_ascii": True}):
        text = json.dumps(json.loads(written(ORDINARY)), **layout)  # type: ignore[arg-type]

        assert parse(b"\xef\xbb\xbf" + text.encode(), today=TODAY) == ORDINARY


def test_brackets_and_quotes_in_a_note_are_only_text() -> None:
    text = '[[[{{{ "a", \\" ]]] \\'
    note = replace(NOTE, text=text * 20)

    data = written(Record(PROFILE, notes=(note,))).encode()

    assert parse(data, today=TODAY).notes == (note,)


def test_a_file_just_large_enough_is_read() -> None:
    text = written(ORDINARY).encode()
    full = text + b" " * (LARGEST - len(text))

    assert parse(full, today=TODAY) == ORDINARY


@dataclass(frozen=True, slots=True)
class NoteWithMood(Note):
    """A note as a later version has it."""

    mood: Annotated[str, Text(9)] = "unknown"


def test_what_was_written_before_there_was_a_field_has_its_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    earlier = written(replace(ORDINARY, notes=(NOTE,)))
    monkeypatch.setitem(SECTIONS, "notes", NoteWithMood)
    monkeypatch.setitem(FIELDS, NoteWithMood, fields_of(NoteWithMood))
    monkeypatch.setitem(LATER, NoteWithMood, later_of(NoteWithMood))

    def read(text: str) -> object:
        return parse(text.encode(), today=TODAY).notes

    assert read(earlier) == (NoteWithMood(NOTE.day, NOTE.text, NOTE.recorded_at),)
    told = earlier.replace('"text": ', '"mood": "calm", "text": ')
    assert read(told) == (NoteWithMood(NOTE.day, NOTE.text, NOTE.recorded_at, "calm"),)
    with pytest.raises(InvalidFile):
        read(earlier.replace('"text": ', '"tune": '))
