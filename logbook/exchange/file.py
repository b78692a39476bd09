"""The file itself: one JSON object, written in one form only, and read with all that is wrong."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NoReturn

from logbook.exchange.contents import (
    LIVED,
    MOST_AMOUNTS,
    MOST_ON_A_DAY,
    SECTIONS,
    Contents,
    Profile,
    Row,
)
from logbook.exchange.kinds import APART, Kind, Wrong, fields_of

FORMAT = "footcare"
VERSION = 1
LARGEST = 20 * 1024 * 1024  # bytes
MOST_ROWS = 200_000
MOST_LISTS = 1_000  # six are meant; each more is told with its place
SHORTEST = 9
"""Characters of the shortest field, `"bouts":1,`, less one: a text of shorter ones isn't ours."""
MOST_FAULTS = 20
"""So many are told at once: who made a slip in one row may have made it in all."""

STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!")
ODD = object()  # a number of a form that no field takes
NAMES = {"format", "version", "profile", *SECTIONS}
KINDS: dict[Any, Mapping[str, Kind]] = {Profile: fields_of(Profile)} | {
    row_type: fields_of(row_type) for row_type in SECTIONS.values()
}


@dataclass(frozen=True, slots=True)
class Place:
    """A section of the file, the number of a row in it from 1, and a field; or none of them."""

    section: str = ""
    row: int | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    what: str
    figures: Mapping[str, object]
    place: Place = Place()


class Unreadable(ValueError):
    """What is wrong with the file; `more` says that there may be more than is listed."""

    def __init__(self, faults: Iterable[Fault], *, more: bool = False) -> None:
        super().__init__("The file can't be taken in.")
        self.faults, self.more = tuple(faults), more


class Twice(dict[str, Any]):
    """An object in which one name stands twice: which of the two was meant?"""


def write(contents: Contents) -> str:
    """The same contents are the same text: sorted, a row on each line."""
    pieces = [
        f'"format": {_json(FORMAT)}',
        f'"version": {VERSION}',
        f'"profile": {_json(as_told(contents.profile))}',
    ]
    for name in SECTIONS:
        rows: Iterable[Row] = sorted(getattr(contents, name), key=lambda row: row.order)
        lines = ",\n".join(_json(as_told(row)) for row in rows)
        pieces.append(f'"{name}": [\n{lines}\n]' if lines else f'"{name}": []')
    return "{\n" + ",\n".join(pieces) + "\n}\n"


def as_told(row: Row | Profile) -> dict[str, Any]:
    """Its fields as they stand in the file."""
    return {name: kind.write(getattr(row, name)) for name, kind in KINDS[type(row)].items()}


def read(data: bytes, *, today: date) -> Contents:
    """What the file says. Raises Unreadable; nothing is guessed, and nothing left out."""
    return _Reader(today).contents(_tree(_text(data)))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _refuse(what: str, **figures: object) -> NoReturn:
    raise Unreadable([Fault(what, figures)])


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        _refuse("large", most=LARGEST // 1024**2)
    if data.startswith(PACKED):
        _refuse("packed")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse("encoding")
    if not text.strip():
        _refuse("empty")
    return text


def _tree(text: str) -> Any:
    """The parsed text, once its outline has shown that it can't unfold into much more."""
    outline = STRING.sub("", text)
    if outline.count("{") > MOST_ROWS + 2:
        _refuse("rows", most=MOST_ROWS)
    if outline.count("[") > MOST_LISTS or outline.count(",") > len(text) // SHORTEST:
        _refuse("foreign")
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=lambda digits: int(digits) if len(digits) < 18 else ODD,
            parse_float=lambda _digits: ODD,
            parse_constant=lambda _name: ODD,
        )
    except json.JSONDecodeError as error:
        _refuse("broken", line=error.lineno)
    except RecursionError:
        _refuse("foreign")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Twice(found)


class _Reader:
    """Turns the parsed text into contents, and gathers what is wrong on the way."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.faults: list[Fault] = []

    def contents(self, tree: Any) -> Contents:
        self.check_head(tree)
        profile = self.row(Profile, tree["profile"], Place("profile"))
        sections = {name: self.rows(name, tree[name]) for name in SECTIONS}
        self.check_faults()
        self.check_days(profile.first_day, sections)
        self.check_crowds(sections)
        self.check_faults()
        return Contents(profile, **sections)

    def check_head(self, tree: Any) -> None:
        if not isinstance(tree, dict) or tree.get("format") != FORMAT:
            _refuse("foreign")
        version = tree.get("version")
        if type(version) is not int or version < 1:
            _refuse("version", version=VERSION)
        if version > VERSION:
            _refuse("newer", version=VERSION)
        self.check_names(tree, NAMES, Place())
        self.check_faults()

    def check_faults(self) -> None:
        if self.faults:
            raise Unreadable(self.faults)

    def check_names(self, found: dict[str, Any], names: Set[str], place: Place) -> None:
        if isinstance(found, Twice):
            self.say(place, "names-twice")
        for name in sorted(found.keys() - names):
            told = name[:40].encode(errors="replace").decode()  # half a sign is no text
            self.say(place, "unknown-name", name=told)
        for name in sorted(names - found.keys()):
            self.say(place, "missing-name", name=name)

    def rows(self, section: str, found: Any) -> tuple[Any, ...]:
        row_type = SECTIONS[section]
        if not isinstance(found, list):
            self.say(Place(section), "list")
            return ()
        if len(found) > row_type.MOST:
            self.say(Place(section), "too-many", most=row_type.MOST)
            return ()
        rows: dict[Any, Row] = {}
        for number, value in enumerate(found, start=1):
            row = self.row(row_type, value, Place(section, number))
            if row and row.identity in rows:
                self.say(Place(section, number), "row-twice")
            if row:
                rows[row.identity] = row
        return tuple(rows.values())

    def row(self, row_type: Any, value: Any, place: Place) -> Any:
        """The row, or the profile; None where something is wrong with it."""
        kinds = KINDS[row_type]
        if not isinstance(value, dict):
            self.say(place, "object")
            return None
        if value.keys() != kinds.keys() or isinstance(value, Twice):
            self.check_names(value, kinds.keys(), place)
            return None
        read: dict[str, Any] = {}
        for name, kind in kinds.items():
            try:
                read[name] = kind.read(value[name], self.today)
            except Wrong as wrong:
                self.say(replace(place, field=name), wrong.what, **wrong.figures)
        if len(read) < len(kinds):
            return None
        return self.checked(row_type(**read), place)

    def checked(self, row: Any, place: Place) -> Any:
        try:
            row.check()
        except Wrong as wrong:
            self.say(place, wrong.what, **wrong.figures)
            return None
        return row

    def check_days(self, first_day: date, sections: Mapping[str, tuple[Any, ...]]) -> None:
        for section in LIVED:
            for number, row in enumerate(sections[section], start=1):
                if row.day < first_day - APART:
                    self.say(Place(section, number, "day"), "early", first=first_day)

    def check_crowds(self, sections: Mapping[str, tuple[Any, ...]]) -> None:
        if len({(row.exercise, row.amount) for row in sections["targets"]}) > MOST_AMOUNTS:
            self.say(Place("targets"), "amounts", most=MOST_AMOUNTS)
        for day, count in Counter(row.day for row in sections["sessions"]).items():
            if count > MOST_ON_A_DAY:
                self.say(Place("sessions"), "crowded", day=day, most=MOST_ON_A_DAY)

    def say(self, place: Place, what: str, **figures: object) -> None:
        self.faults.append(Fault(what, figures, place))
        if len(self.faults) >= MOST_FAULTS:
            raise Unreadable(self.faults, more=True)
