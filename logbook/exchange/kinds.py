"""The kinds of value in the file: how each is written, and what is wrong with one that isn't it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Protocol, get_type_hints
from uuid import UUID

EARLIEST = date(2000, 1, 1)
APART = timedelta(days=2)
"""So many dates can lie between two places on earth: a day is a date where its person was."""

DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z", re.ASCII)
CLOCK = re.compile(r"\d\d:\d\d:\d\d(\.\d{6})?", re.ASCII)
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
UNREADABLE = re.compile("[\0\ud800-\udfff]")  # what no database keeps


class Wrong(ValueError):
    """`what` names the fault, `figures` what a sentence about it says besides."""

    def __init__(self, what: str, **figures: object) -> None:
        super().__init__(what)
        self.what, self.figures = what, figures


class Kind(Protocol):
    def write(self, value: Any) -> Any:
        """As it stands in the file."""

    def read(self, value: Any, today: date) -> Any:
        """The value that stands in the file. Raises Wrong."""


@dataclass(frozen=True, slots=True)
class Plain:
    """What stands in the file as it is."""

    def write(self, value: Any) -> Any:
        return value


@dataclass(frozen=True, slots=True)
class Whole(Plain):
    """A whole number, both ends included."""

    least: int
    most: int

    def read(self, value: Any, today: date) -> int:
        if type(value) is int and self.least <= value <= self.most:
            return value
        raise Wrong("whole", least=self.least, most=self.most)


@dataclass(frozen=True, slots=True)
class Flag(Plain):
    def read(self, value: Any, today: date) -> bool:
        if isinstance(value, bool):
            return value
        raise Wrong("flag")


@dataclass(frozen=True, slots=True)
class Text(Plain):
    """Its length in characters, both ends included."""

    longest: int
    shortest: int = 0

    def read(self, value: Any, today: date) -> str:
        if not isinstance(value, str):
            raise Wrong("text")
        if not self.shortest <= len(value) <= self.longest:
            raise Wrong("length", least=self.shortest, most=self.longest, length=len(value))
        if UNREADABLE.search(value):
            raise Wrong("unreadable")
        return value


@dataclass(frozen=True, slots=True)
class OneOf(Plain):
    names: tuple[str | int, ...]

    def read(self, value: Any, today: date) -> Any:
        # True is 1 and 1.0 is 1 to Python.
        for name in self.names:
            if type(value) is type(name) and value == name:
                return name
        raise Wrong("name", names=", ".join(f"“{name}”" for name in self.names))


@dataclass(frozen=True, slots=True)
class SomeOf:
    """Any number of names, none of them twice."""

    names: OneOf

    def write(self, value: Any) -> list[Any]:
        return list(value)

    def read(self, value: Any, today: date) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Wrong("list")
        read = tuple(self.names.read(each, today) for each in value[: len(self.names.names) + 1])
        if len({*read}) < len(value):
            raise Wrong("twice")
        return read


@dataclass(frozen=True, slots=True)
class Day:
    """A date, up to so far ahead of today."""

    ahead: timedelta = APART

    def write(self, value: Any) -> str:
        return str(value.isoformat())

    def read(self, value: Any, today: date) -> date:
        if not isinstance(value, str) or not DAY.fullmatch(value):
            raise Wrong("day")
        try:
            day = date.fromisoformat(value)
        except ValueError as error:
            raise Wrong("day") from error
        check_reach(day, today + self.ahead)
        return day


@dataclass(frozen=True, slots=True)
class Moment:
    """In universal time, to the microsecond."""

    def write(self, value: Any) -> str:
        return f"{value.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"

    def read(self, value: Any, today: date) -> datetime:
        if not isinstance(value, str) or not MOMENT.fullmatch(value):
            raise Wrong("moment")
        try:
            moment = datetime.fromisoformat(value)
        except ValueError as error:
            raise Wrong("moment") from error
        check_reach(moment.date(), today + APART)
        return moment


@dataclass(frozen=True, slots=True)
class Clock:
    """A time on the wall."""

    def write(self, value: Any) -> str:
        return str(value.isoformat())

    def read(self, value: Any, today: date) -> time:
        if not isinstance(value, str) or not CLOCK.fullmatch(value):
            raise Wrong("clock")
        try:
            return time.fromisoformat(value)
        except ValueError as error:
            raise Wrong("clock") from error


@dataclass(frozen=True, slots=True)
class Key:
    def write(self, value: Any) -> str:
        return str(value)

    def read(self, value: Any, today: date) -> UUID:
        if isinstance(value, str) and KEY.fullmatch(value):
            return UUID(value)
        raise Wrong("key")


@dataclass(frozen=True, slots=True)
class Maybe:
    """Or null, where nothing is known."""

    kind: Kind

    def write(self, value: Any) -> Any:
        return None if value is None else self.kind.write(value)

    def read(self, value: Any, today: date) -> Any:
        return None if value is None else self.kind.read(value, today)


def check_reach(day: date, latest: date) -> None:
    if not EARLIEST <= day <= latest:
        raise Wrong("far", earliest=EARLIEST, latest=latest)


def fields_of(row_type: type) -> Mapping[str, Kind]:
    """The kinds of a dataclass's fields, in their order."""
    hints = get_type_hints(row_type, include_extras=True)
    return {each.name: hints[each.name].__metadata__[0] for each in fields(row_type)}
