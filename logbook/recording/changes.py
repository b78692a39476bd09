"""A change of some fields of a row: those that it doesn't name stay as they are."""

from dataclasses import dataclass, fields
from enum import Enum
from typing import Final


class Unchanged(Enum):
    UNCHANGED = 0


UNCHANGED: Final = Unchanged.UNCHANGED


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A class of this kind has the fields of one table, each UNCHANGED unless it is given."""

    def values(self) -> dict[str, object]:
        """What is to be written, by the field's name."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in named.items() if value is not UNCHANGED}
