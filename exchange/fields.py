"""The types of field in the file: how each value is written, and what makes one invalid."""

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol, TypeVar, get_type_hints
from uuid import UUID

EARLIEST = date(2000, 1, 1)
APART = timedelta(days=2)
"""So many dates can lie between two places on earth: a day is a date where its person was."""

DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z", re.ASCII)
CLOCK = re.compile(r"\d\d:\d\d:\d\d(\.\d{6})?", re.ASCII)
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
UNREADABLE = re.compile("[\0\ud800-\udfff]")  # no database stores these characters

Value = TypeVar("Value")


class Invalid(ValueError):
    """`error` is the kind of error; its sentence needs `params`."""

    def __init__(self, error: str, **params: object) -> None:
        super().__init__(error)
        self.error, self.params = error, params


class Field(Protocol):
    def write(self, value: object) -> object:
        """The value as JSON has it."""

    def read(self, value: object, today: date) -> object:
        """The value of what JSON has. Raises Invalid."""


class Plain:
    """A field whose value is the same in JSON."""

    __slots__ = ()

    def write(self, value: object) -> object:
        return value


class Iso:
    """A field whose value is text in JSON, in the form of ISO 8601."""

    __slots__ = ()

    def write(self, value: date | time) -> str:
        return value.isoformat()


@dataclass(frozen=True, slots=True)
class Integer(Plain):
    """A whole number from `least` to `most`."""

    least: int
    most: int

    def read(self, value: object, today: date) -> int:
        # type(), since True is an int too.
        if type(value) is int and self.least <= value <= self.most:
            return value
        raise Invalid("integer", least=self.least, most=self.most)


@dataclass(frozen=True, slots=True)
class Boolean(Plain):
    def read(self, value: object, today: date) -> bool:
        if isinstance(value, bool):
            return value
        raise Invalid("boolean")


@dataclass(frozen=True, slots=True)
class Text(Plain):
    """Text of `shortest` to `longest` characters."""

    longest: int
    shortest: int = 0

    def read(self, value: object, today: date) -> str:
        if not isinstance(value, str):
            raise Invalid("text")
        if not self.shortest <= len(value) <= self.longest:
            raise Invalid("length", least=self.shortest, most=self.longest, length=len(value))
        if UNREADABLE.search(value):
            raise Invalid("unreadable")
        return value


@dataclass(frozen=True, slots=True)
class Choice(Plain):
    choices: tuple[str | int, ...]

    def read(self, value: object, today: date) -> str | int:
        for choice in self.choices:
            # type(), since True == 1 == 1.0.
            if type(value) is type(choice) and value == choice:
                return choice
        raise Invalid("choice", names=", ".join(f"“{choice}”" for choice in self.choices))


@dataclass(frozen=True, slots=True)
class Choices:
    """Any number of choices, each once."""

    of: Choice

    def write(self, value: tuple[str | int, ...]) -> list[str | int]:
        return list(value)

    def read(self, value: object, today: date) -> tuple[str | int, ...]:
        if not isinstance(value, list):
            raise Invalid("list")
        read = tuple(self.of.read(each, today) for each in value[: len(self.of.choices) + 1])
        if len({*read}) < len(value):
            raise Invalid("twice")
        return read


@dataclass(frozen=True, slots=True)
class Date(Iso):
    """A date, at most so far ahead of today."""

    ahead: timedelta = APART

    def read(self, value: object, today: date) -> date:
        day = _parsed(value, DATE, date.fromisoformat, "date")
        _check_range(day, today + self.ahead)
        return day


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in universal time, to the microsecond."""

    def write(self, value: datetime) -> str:
        return f"{value.astimezone(UTC).replace(tzinfo=None).isoformat()}Z"

    def read(self, value: object, today: date) -> datetime:
        moment = _parsed(value, MOMENT, datetime.fromisoformat, "moment")
        _check_range(moment.date(), today + APART)
        return moment


@dataclass(frozen=True, slots=True)
class Clock(Iso):
    """A time of day."""

    def read(self, value: object, today: date) -> time:
        return _parsed(value, CLOCK, time.fromisoformat, "clock")


@dataclass(frozen=True, slots=True)
class Key:
    def write(self, value: UUID) -> str:
        return str(value)

    def read(self, value: object, today: date) -> UUID:
        return _parsed(value, KEY, UUID, "key")


@dataclass(frozen=True, slots=True)
class Nullable:
    """A value of that field, or null."""

    field: Field

    def write(self, value: object) -> object:
        return None if value is None else self.field.write(value)

    def read(self, value: object, today: date) -> object:
        return None if value is None else self.field.read(value, today)


def _parsed(
    value: object, pattern: re.Pattern[str], parse: Callable[[str], Value], error: str
) -> Value:
    if isinstance(value, str) and pattern.fullmatch(value):
        try:
            return parse(value)
        except ValueError:
            pass
    raise Invalid(error)


def _check_range(day: date, latest: date) -> None:
    if not EARLIEST <= day <= latest:
        raise Invalid("range", earliest=EARLIEST, latest=latest)


def fields_of(row_type: type) -> Mapping[str, Field]:
    """The fields of a dataclass in their order, from its annotations."""
    hints = get_type_hints(row_type, include_extras=True)
    return {each.name: hints[each.name].__metadata__[0] for each in fields(row_type)}


def later_of(row_type: type) -> Set[str]:
    """The fields with a default: it stands for what was written before there was the field."""
    return {each.name for each in fields(row_type) if each.default is not MISSING}
