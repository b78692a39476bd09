"""One of the ten toes, as `_feet.html` draws it."""

from dataclasses import dataclass
from typing import Protocol

FULL = 4  # quarters


class Marked(Protocol):
    """An exercise, or whatever else is drawn in an exercise's hue, with its mark."""

    @property
    def hue(self) -> str: ...
    @property
    def mark(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Toe:
    """Counted from the left little toe; a toe without a mark stands for nothing yet.

    `exercise` is the slug of the one whose sessions fill it.
    """

    number: int
    hue: str = ""
    mark: str = ""
    fill: int = 0
    next: bool = False
    fresh: bool = False
    exercise: str = ""
