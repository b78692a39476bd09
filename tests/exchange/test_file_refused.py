"""What isn't such a file, or not quite, is refused with sentences: never with an exception."""

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from exchange import wording
from exchange.file import LARGEST, MOST_ERRORS, MOST_ROWS, InvalidFile, parse
from exchange.records import MOST_ON_A_DAY, SECTIONS, Record
from tests.exchange.records import (
    NOTE,
    ORDINARY,
    PAIN,
    PROFILE,
    SESSION,
    TARGET,
    TODAY,
    sessions_on,
    written,
)

TEXT = written(ORDINARY)


def told(data: bytes | str) -> list[str]:
    """The sentences about a file that can't be taken in."""
    with pytest.raises(InvalidFile) as refusal:
        parse(data if isinstance(data, bytes) else data.encode(), today=TODAY)
    return [wording.error(fault) for fault in refusal.value.errors]


def changed(change: Callable[[Any], object]) -> str:
    """An ordinary file with something in it changed."""
    tree = json.loads(TEXT)
    change(tree)
    return json.dumps(tree)


def put(section: str, **values: Any) -> str:
    """An ordinary file with these values in a section's first row, or in the profile."""

    def change(tree: Any) -> None:
        row = tree[section] if section == "profile" else tree[section][0]
        row.update(values)

    return changed(change)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "This file is empty. Choose the one that you downloaded."),
        (b" \n ", "This file is empty. Choose the one that you downloaded."),
        (
            gzip.compress(TEXT.encode()),
            "This file is packed. Unpack it first, and choose what was in it.",
        ),
        (b"PK\x03\x04", "This file is packed. Unpack it first, and choose what was in it."),
        (
            TEXT.encode("utf-16"),
            "This file isn’t text in UTF-8. Choose the one that you downloaded, as it was.",
        ),
        (
            TEXT[:-90].encode(),
            "This file breaks off or is damaged in line 18. Download it once more.",
        ),
        (b"{'format': 1}", "This file breaks off or is damaged in line 1. Download it once more."),
        (
            TEXT.replace("Warm", "\0").encode(),
            "This file breaks off or is damaged in line 18. Download it once more.",
        ),
        (b" " * (LARGEST + 1), "This file is larger than 20 MB, more than can be taken in."),
        (
            b'{"sessions": [' + b"{}," * (MOST_ROWS + 2) + b"{}]}",
            "This file has more than 200000 entries, more than can be taken in.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(data: bytes, sentence: str) -> None:
    assert told(data) == [sentence]


@pytest.mark.parametrize(
    "data",
    [
        "null",
        "1",
        '"footcare"',
        "[]",
        "{}",
        '{"format": "uhabits", "version": 1}',
        "NaN",
        "[" * 100_000,
        '{"format": "footcare", "version": 1, "sessions": [' + "[]," * 100_000 + "[]]}",
        "[" + "0," * 1_000_000 + "0]",
        '{"format":' + "1" * 5_000 + "}",
    ],
)
def test_a_file_of_something_else_is_told_so(data: str) -> None:
    assert told(data) == ["This isn’t a file of Footcare’s. Choose the one that you downloaded."]


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        (3, "This file was made by a newer Footcare, and this one reads version 2. Ask whoever "
            "runs this Footcare to update it."),
        (0, "This file doesn’t say its version. Write version 2 into it, as a number."),
        ("1", "This file doesn’t say its version. Write version 2 into it, as a number."),
        (True, "This file doesn’t say its version. Write version 2 into it, as a number."),
        (1.5, "This file doesn’t say its version. Write version 2 into it, as a number."),
        (None, "This file doesn’t say its version. Write version 2 into it, as a number."),
    ],
)  # fmt: skip
def test_another_version_is_told(version: object, sentence: str) -> None:
    assert told(changed(lambda tree: tree.update(version=version))) == [sentence]


WHOLE = "must be a whole number from 0 to 10."
SITE = "must be one of “back”, “knee”, “hip”, “foot”."
DATE = "must be a date like 2026-11-19."
REACH = "must be from 1 January 2000 to 21 November 2026."
MOMENT = "must be a moment in UTC like 2026-11-19T08:00:00Z."
CLOCK = "must be a time like 08:00:00."
SIGN = "has a sign in it that can’t be read."
QUOTES = "must be text, in quotes."


@pytest.mark.parametrize(
    ("section", "field", "value", "fault"),
    [
        *(
            ("pain", "value", value, WHOLE)
            for value in (11, -1, 4.0, "4", True, 10**30, 10**4000, float("nan"), float("inf"), [])
        ),
        ("pain", "site", "head", SITE),
        ("pain", "site", ["knee"], SITE),
        ("sessions", "day", "2026-11-22", REACH),
        ("sessions", "day", "0001-01-01", REACH),
        *(
            ("sessions", "day", value, DATE)
            for value in ("2026-02-29", "20261119", "2026-W47-4", "٢٠٢٦-١١-١٩", 20261119, None)
        ),
        (
            "sessions",
            "day",
            "2026-11-13",
            "is before the first day, which the file says is 16 November 2026.",
        ),
        ("sessions", "moment", "2026-11-19T08:00:00", MOMENT),
        ("sessions", "moment", "2026-11-19T24:00:01Z", MOMENT),
        ("sessions", "moment", "2026-11-19T08:00:00+01:00", MOMENT),
        ("sessions", "moment", 0, MOMENT),
        ("sessions", "moment", "1999-12-31T23:59:59Z", REACH),
        ("sessions", "key", "1", "must be a key like 018f0000-0000-7000-8000-000000000000."),
        ("sessions", "seconds", 86401, "must be a whole number from 0 to 86400."),
        ("sessions", "exercise", "", "must have 1 to 50 characters, and there are 0."),
        ("notes", "text", "x" * 501, "must have 1 to 500 characters, and there are 501."),
        ("notes", "text", "a\0b", SIGN),
        ("notes", "text", "\ud800", SIGN),
        ("notes", "text", 7, QUOTES),
        ("notes", "text", {"a": "b"}, QUOTES),
        ("pauses", "first_day", "2027-11-24", "must be from 1 January 2000 to 22 November 2027."),
        ("profile", "morning", 1, "must be true or false."),
        ("profile", "morning_around", "7:30", CLOCK),
        ("profile", "morning_around", "24:00:00", CLOCK),
        ("profile", "hurts", "knee", "must be a list, in square brackets."),
        ("profile", "hurts", ["knee", "knee"], "has the same twice."),
        ("profile", "hurts", ["knee", "head"], SITE),
        ("profile", "hurts", ["knee"] * 5, "has the same twice."),
        ("profile", "week_starts_on", 1, "must be one of “0”, “5”, “6”."),
    ],
)
def test_a_value_that_is_none_is_told_with_its_place(
    section: str, field: str, value: Any, fault: str
) -> None:
    place = section if section == "profile" else f"{section}, row 1"

    assert told(put(section, **{field: value})) == [f"{place}, {field}: {fault}"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda tree: tree["profile"].update(colour="red"),
            "profile: has a field “colour” that Footcare doesn’t know.",
        ),
        (lambda tree: tree["profile"].pop("theme"), "profile: lacks the field “theme”."),
        (lambda tree: tree.pop("pain"), "the file: lacks the field “pain”."),
        (lambda tree: tree.update(pain={}), "pain: must be a list, in square brackets."),
        (lambda tree: tree.update(pain=[7]), "pain, row 1: must be an object, in curly brackets."),
        (
            lambda tree: tree.update(profile=[]),
            "profile: must be an object, in curly brackets.",
        ),
        (
            lambda tree: tree["notes"].append(tree["notes"][0]),
            "notes, row 2: stands in the file twice.",
        ),
        (
            lambda tree: tree["pauses"].extend(tree["pauses"] * 1_000),
            "pauses: has more than 1000 rows.",
        ),
        (
            lambda tree: tree["pain"][0].update(site="back"),
            "pain, row 1: has a side, and the back has none.",
        ),
        (
            lambda tree: tree["pauses"][0].update(last_day="2026-11-15"),
            "pauses, row 1: ends before it starts.",
        ),
    ],
)
def test_what_does_not_fit_together_is_told_with_its_place(
    change: Callable[[Any], object], sentence: str
) -> None:
    assert told(changed(change)) == [sentence]


@pytest.mark.parametrize(
    ("field", "place"), [('"value": 4', "pain, row 1"), ('"version": 2', "the file")]
)
def test_a_field_that_stands_twice_is_told(field: str, place: str) -> None:
    assert told(TEXT.replace(field, f"{field}, {field}")) == [f"{place}: has the same field twice."]


def test_all_slips_are_told_up_to_twenty() -> None:
    sessions = [{"key": "x"}] * 3
    assert len(told(changed(lambda tree: tree.update(sessions=sessions[:1], pain=[7])))) == 10

    with pytest.raises(InvalidFile) as refusal:
        parse(changed(lambda tree: tree.update(sessions=sessions)).encode(), today=TODAY)
    assert len(refusal.value.errors) == MOST_ERRORS
    assert refusal.value.more


def test_as_many_sessions_on_a_day_as_its_page_can_list() -> None:
    full = sessions_on(PROFILE.first_day, 2, MOST_ON_A_DAY)
    assert parse(written(Record(PROFILE, sessions=full)).encode(), today=TODAY).sessions == full

    overfull = sessions_on(PROFILE.first_day, 1, MOST_ON_A_DAY + 1)
    assert told(written(Record(PROFILE, sessions=overfull))) == [
        "sessions: has more than 200 rows on 16 November 2026."
    ]


def test_so_many_different_amounts_and_no_more() -> None:
    few = [
        replace(TARGET, from_day=PROFILE.first_day - timedelta(days=number), repetitions=count)
        for number, count in enumerate([*range(1, 101)] * 3)
    ]
    assert len(parse(written(Record(PROFILE, tuple(few))).encode(), today=TODAY).targets) == 300

    many = [replace(row, bouts=number // 100 + 1) for number, row in enumerate(few)]
    assert told(written(Record(PROFILE, tuple(many)))) == [
        "targets: has more than 200 different amounts."
    ]


@pytest.mark.parametrize("row", [SESSION, PAIN, NOTE], ids=lambda row: type(row).__name__)
def test_a_day_is_a_date_where_its_person_was(row: Any) -> None:
    """Whoever flew west the evening they began may have noted something two dates earlier."""
    section = next(name for name, row_type in SECTIONS.items() if row_type is type(row))
    for day in (PROFILE.first_day - timedelta(days=2), TODAY + timedelta(days=2)):
        record = replace(Record(PROFILE), **{section: (replace(row, day=day),)})

        assert parse(written(record).encode(), today=TODAY) == record
