"""docs/format.md says what the file is: every field, in its order, with an example that holds."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from exchange import records
from exchange.fields import Choice, Choices, Integer, Text, fields_of
from exchange.file import LARGEST, MOST_ROWS, VERSION, parse
from exchange.records import SECTIONS, Profile
from tests.exchange.records import TODAY, written

TOLD = (Path(__file__).parents[2] / "docs" / "format.md").read_text()
EXAMPLE = re.findall(r"```json\n(.*?)```", TOLD, re.DOTALL)[0]
ROWS = re.compile(r"^\| `(\w+)` \| (.*) \| `(.*)` \|$", re.MULTILINE)
OBJECTS: dict[str, Any] = {"profile": Profile, **SECTIONS}


def fields_told(section: str) -> dict[str, tuple[str, str]]:
    """What the section's table says of each field, and its example."""
    chapter = TOLD.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return {name: (told, example) for name, told, example in ROWS.findall(chapter)}


def test_the_example_is_a_file_as_it_is_written() -> None:
    assert written(parse(EXAMPLE.encode(), today=TODAY)) == EXAMPLE


def test_every_part_of_the_file_is_told() -> None:
    names = re.findall(r"^\| `(\w+)` \|", TOLD.split("\n## ")[0], re.MULTILINE)

    assert names == list(json.loads(EXAMPLE))


@pytest.mark.parametrize("section", OBJECTS)
def test_every_field_is_told_in_its_order_with_the_example_s_value(section: str) -> None:
    found = json.loads(EXAMPLE)[section]
    row = found if section == "profile" else found[0]

    assert {name: json.loads(example) for name, (_, example) in fields_told(section).items()} == row
    assert list(fields_told(section)) == list(fields_of(OBJECTS[section]))


@pytest.mark.parametrize("section", OBJECTS)
def test_every_name_and_limit_of_a_field_is_told(section: str) -> None:
    for name, kind in fields_of(OBJECTS[section]).items():
        told, _example = fields_told(section)[name]
        inner = getattr(kind, "field", kind)
        if name.startswith(("midday", "evening")) and section == "profile":
            assert told.startswith("as `morning")
        elif isinstance(inner, Choice | Choices):
            names = inner.of.choices if isinstance(inner, Choices) else inner.choices
            assert [each for each in names if str(each) not in told] == []
        elif isinstance(inner, Integer) and name != "place":
            assert str(inner.most) in told
        elif isinstance(inner, Text) and name not in {"email", "time_zone", "exercise"}:
            assert f"{inner.longest} characters" in told


def test_the_limits_are_told() -> None:
    assert f"This is version {VERSION}." in TOLD
    assert f"{LARGEST // 1024**2} MB and {MOST_ROWS:,} rows in all" in TOLD
    assert f"Up to {records.Target.MOST:,} rows" in TOLD
    assert f"up to {records.MOST_AMOUNTS} different amounts" in TOLD
    assert f"Up to {records.Pause.MOST:,} rows" in TOLD
    assert f"At most {records.MOST_ON_A_DAY} on a day" in TOLD
