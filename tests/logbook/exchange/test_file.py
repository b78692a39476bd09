"""The file: what is written is read back the same, in one form only."""

import json
import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

from hypothesis import given

from logbook.exchange.contents import SECTIONS, Contents
from logbook.exchange.file import LARGEST, read, write
from tests.logbook.exchange.records import (
    NOTE,
    ORDINARY,
    PAIN,
    PROFILE,
    SESSION,
    TODAY,
    records,
)


def test_a_record_is_one_object_with_a_row_on_each_line() -> None:
    assert write(replace(ORDINARY, pauses=(), targets=())).splitlines() == [
        "{",
        '"format": "footcare",',
        '"version": 1,',
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
        "]",
        "}",
    ]


@given(records())
def test_any_record_is_read_back_as_it_was_and_written_the_same(record: Contents) -> None:
    text = write(record)
    back = read(text.encode(), today=TODAY)

    assert write(back) == text
    assert back.profile == record.profile
    for section in SECTIONS:
        rows = sorted(getattr(record, section), key=lambda row: row.order)
        assert list(getattr(back, section)) == rows


@given(records())
def test_the_order_of_rows_changes_nothing(record: Contents) -> None:
    shuffled = {
        name: tuple(random.Random(7).sample(rows, len(rows)))  # noqa: S311 - any order will do
        for name in SECTIONS
        if (rows := getattr(record, name))
    }

    assert write(replace(record, **shuffled)) == write(record)


def test_rows_stand_in_the_order_of_their_days() -> None:
    days = [date(2026, 11, 18), date(2026, 11, 16), date(2026, 11, 17)]
    sessions = [replace(SESSION, key=UUID(int=number), day=day) for number, day in enumerate(days)]

    text = write(Contents(PROFILE, sessions=tuple(sessions)))

    assert [row["day"] for row in json.loads(text)["sessions"]] == [
        "2026-11-16",
        "2026-11-17",
        "2026-11-18",
    ]


def test_a_moment_is_told_in_utc_to_the_microsecond() -> None:
    india = timezone(timedelta(hours=5, minutes=30))
    moment = datetime(2026, 11, 19, 5, 29, 59, 5, tzinfo=india)
    text = write(Contents(PROFILE, pain=(replace(PAIN, recorded_at=moment),)))

    assert '"recorded_at": "2026-11-18T23:59:59.000005Z"' in text
    (pain,) = read(text.encode(), today=TODAY).pain
    assert pain.recorded_at == moment
    assert pain.recorded_at.tzinfo == UTC


def test_another_tool_may_have_laid_the_file_out_anew() -> None:
    for layout in ({"indent": 4}, {"separators": (",", ":"), "ensure_ascii": True}):
        text = json.dumps(json.loads(write(ORDINARY)), **layout)  # type: ignore[arg-type]

        assert read(b"\xef\xbb\xbf" + text.encode(), today=TODAY) == ORDINARY


def test_brackets_and_quotes_in_a_note_are_only_text() -> None:
    text = '[[[{{{ "a", \\" ]]] \\'
    note = replace(NOTE, text=text * 20)

    written = write(Contents(PROFILE, notes=(note,))).encode()

    assert read(written, today=TODAY).notes == (note,)


def test_a_file_just_large_enough_is_read() -> None:
    text = write(ORDINARY).encode()
    full = text + b" " * (LARGEST - len(text))

    assert read(full, today=TODAY) == ORDINARY
