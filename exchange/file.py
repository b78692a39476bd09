"""The file, one JSON object: `write` makes it, `parse` reads it or says what is wrong."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any, NoReturn

from exchange import foreign
from exchange.fields import APART, Field, Invalid, fields_of, later_of
from exchange.records import (
    DATED,
    MOST_AMOUNTS,
    MOST_ON_A_DAY,
    SECTIONS,
    SINCE,
    Profile,
    Record,
    Row,
)

FORMAT = "footcare"
VERSION = 2
LARGEST = 20 * 1024 * 1024  # bytes
MOST_ROWS = 200_000
MOST_LISTS = 1_000  # the format has seven; more of them may be wrong values
SHORTEST = 9
"""Characters of the shortest field, `"bouts":1,`, less one: text with shorter ones isn't ours."""
MOST_ERRORS = 20
AT_ONCE = 500
"""Rows in a piece of the file."""

STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!")
WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How text in UTF-16 begins."""
ODD = object()  # a number that no field accepts
NAMES = {"format", "version", "profile", *SECTIONS}
FIELDS: Mapping[type, Mapping[str, Field]] = {
    Profile: fields_of(Profile),
    **{row_type: fields_of(row_type) for row_type in SECTIONS.values()},
}
LATER: Mapping[type, Set[str]] = {row_type: later_of(row_type) for row_type in FIELDS}
"""Fields that files of an earlier version don't have."""
NONE: Set[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A section of the file, the number of a row in it from 1, and a field; or none of them."""

    section: str = ""
    row: int | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Error:
    """Its sentence is in `wording`, and needs `params`."""

    code: str
    params: Mapping[str, object]
    place: Place = Place()


class InvalidFile(ValueError):
    """What is wrong with the file. `more` says that there may be errors besides those listed."""

    def __init__(self, errors: Iterable[Error], *, more: bool = False) -> None:
        super().__init__("The file can't be imported.")
        self.errors, self.more = tuple(errors), more


class NotOurs(Exception):
    """It is text, and of something else."""


class Repeated(dict[str, object]):
    """A JSON object that has a name twice, so that its value isn't clear."""


def write(profile: Profile, sections: Mapping[str, Iterable[Row]]) -> Iterator[str]:
    """The file in pieces. Rows come in the order of their section."""
    yield f'{{\n"format": {_json(FORMAT)},\n"version": {VERSION},\n"profile": {_line(profile)}'
    for name in SECTIONS:
        yield f',\n"{name}": ['
        rows, before = iter(sections[name]), "\n"
        while lines := [_line(row) for row in islice(rows, AT_ONCE)]:
            yield before + ",\n".join(lines)
            before = ",\n"
        yield "]" if before == "\n" else "\n]"
    yield "\n}\n"


def as_json(row: Row | Profile) -> dict[str, object]:
    """Its fields as they are in the file."""
    return {name: field.write(getattr(row, name)) for name, field in FIELDS[type(row)].items()}


def parse(data: bytes, *, today: date) -> Record:
    """The whole record. Raises InvalidFile: nothing is guessed, and nothing is left out."""
    text = _text(data)
    try:
        return _Parser(today).record(_tree(text))
    except NotOurs:
        _refuse("foreign", kind=foreign.kind_of_text(text))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _line(row: Row | Profile) -> str:
    return _json(as_json(row))


def _refuse(code: str, **params: object) -> NoReturn:
    raise InvalidFile([Error(code, params)])


def _text(data: bytes) -> str:
    if kind := foreign.kind_of(data):
        _refuse("foreign", kind=kind)
    if len(data) > LARGEST:
        if kind := foreign.kind_of_text(data[: foreign.HEAD].decode(errors="replace")):
            _refuse("foreign", kind=kind)
        _refuse("large", most=LARGEST // 1024**2)
    if data.startswith(PACKED) or data.startswith(b"ustar", 257):
        _refuse("packed")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse_bytes(data, error)
    if not text.strip():
        _refuse("empty")
    return text


def _refuse_bytes(data: bytes, error: UnicodeDecodeError) -> NoReturn:
    """Of text in another encoding, of ours that breaks off within a sign, or of something else."""
    is_wide = data.startswith(WIDE)
    text = data.decode("utf-16" if is_wide else "cp1252", errors="replace")
    kind = foreign.kind_of_text(text)
    if not kind and foreign.is_ours(text) and error.reason == "unexpected end of data":
        _refuse("broken", line=text.count("\n") + 1)
    if not kind and (is_wide or foreign.is_ours(text)):
        _refuse("encoding")
    _refuse("foreign", kind=kind)


def _tree(text: str) -> object:
    """What JSON has, once an outline shows that it doesn't take much more memory than the text."""
    outline = STRING.sub("", text)
    if outline.count("{") > MOST_ROWS + 2:
        _refuse("rows", most=MOST_ROWS)
    if outline.count("[") > MOST_LISTS or outline.count(",") > len(text) // SHORTEST:
        raise NotOurs
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=lambda digits: int(digits) if len(digits) < 18 else ODD,
            parse_float=lambda _digits: ODD,
            parse_constant=lambda _name: ODD,
        )
    except json.JSONDecodeError as error:
        if not foreign.is_ours(text):
            raise NotOurs from error
        _refuse("broken", line=error.lineno)
    except RecursionError as error:
        raise NotOurs from error


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    return found if len(found) == len(pairs) else Repeated(found)


class _Parser:
    """Makes a record of what JSON has, and collects the errors."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.errors: list[Error] = []

    def record(self, tree: object) -> Record:
        head = self.head(tree)
        profile = self.row(Profile, head["profile"], Place("profile"))
        sections = {name: self.rows(name, head[name]) for name in SECTIONS}
        if self.errors or not profile:
            raise InvalidFile(self.errors)
        record = Record(profile, **sections)
        self.check_days(record)
        self.check_amounts(record)
        self.raise_errors()
        return record

    def head(self, tree: object) -> dict[str, object]:
        if not isinstance(tree, dict) or tree.get("format") != FORMAT:
            raise NotOurs
        version = tree.get("version")
        if type(version) is not int or version < 1:
            _refuse("version", version=VERSION)
        if version > VERSION:
            _refuse("newer", version=VERSION)
        names = {name for name in NAMES if SINCE.get(name, 1) <= version}
        self.check_names(tree, names, Place())
        self.raise_errors()
        older: dict[str, object] = {name: [] for name in SINCE}
        return older | tree

    def rows(self, section: str, found: object) -> tuple[Any, ...]:
        row_type = SECTIONS[section]
        if not isinstance(found, list):
            self.add(Place(section), "list")
            return ()
        if len(found) > row_type.MOST:
            self.add(Place(section), "too-many", most=row_type.MOST)
            return ()
        rows: dict[object, Row] = {}
        for number, value in enumerate(found, start=1):
            place = Place(section, number)
            if row := self.checked(self.row(row_type, value, place), place):
                if row.identity in rows:
                    self.add(place, "row-twice")
                rows[row.identity] = row
        return tuple(rows.values())

    def row(self, row_type: type, value: object, place: Place) -> Any:
        """The row, or the profile; None where something is wrong with it."""
        fields = FIELDS[row_type]
        if not isinstance(value, dict):
            self.add(place, "object")
            return None
        is_whole = value.keys() == fields.keys() and not isinstance(value, Repeated)
        if not is_whole and self.check_names(value, fields.keys(), place, LATER[row_type]):
            return None
        read: dict[str, object] = {}
        for name, sent in value.items():
            try:
                read[name] = fields[name].read(sent, self.today)
            except Invalid as invalid:
                self.add(replace(place, field=name), invalid.error, **invalid.params)
        return row_type(**read) if len(read) == len(value) else None

    def checked(self, row: Row | None, place: Place) -> Row | None:
        try:
            if row:
                row.check()
        except Invalid as invalid:
            self.add(place, invalid.error, **invalid.params)
            return None
        return row

    def check_names(
        self, found: dict[str, object], names: Set[str], place: Place, later: Set[str] = NONE
    ) -> bool:
        """Whether any is wrong. Those that came later may be missing."""
        is_twice = isinstance(found, Repeated)
        unknown, missing = found.keys() - names, names - found.keys() - later
        if is_twice:
            self.add(place, "names-twice")
        for name in sorted(unknown):
            shown = name[:40].encode(errors="replace").decode()  # half a surrogate can't be shown
            self.add(place, "unknown-name", name=shown)
        for name in sorted(missing):
            self.add(place, "missing-name", name=name)
        return bool(is_twice or unknown or missing)

    def check_days(self, record: Record) -> None:
        first_day = record.profile.first_day
        for section in DATED:
            for number, row in enumerate(getattr(record, section), start=1):
                if row.day < first_day - APART:
                    self.add(Place(section, number, "day"), "early", first=first_day)

    def check_amounts(self, record: Record) -> None:
        if len({(row.exercise, row.amount) for row in record.targets}) > MOST_AMOUNTS:
            self.add(Place("targets"), "amounts", most=MOST_AMOUNTS)
        for day, count in Counter(row.day for row in record.sessions).items():
            if count > MOST_ON_A_DAY:
                self.add(Place("sessions"), "crowded", day=day, most=MOST_ON_A_DAY)

    def add(self, place: Place, code: str, **params: object) -> None:
        self.errors.append(Error(code, params, place))
        if len(self.errors) >= MOST_ERRORS:
            raise InvalidFile(self.errors, more=True)

    def raise_errors(self) -> None:
        if self.errors:
            raise InvalidFile(self.errors)
