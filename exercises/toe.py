"""One of the ten toes, as `_feet.html` draws it."""

from dataclasses import dataclass

FULL = 4  # quarters


@dataclass(frozen=True, slots=True)
class Toe:
    """Counted from the left little toe; a toe without a routine stands for nothing yet."""

    number: int
    routine: str = ""
    fill: int = 0
    next: bool = False
    fresh: bool = False
