"""What one session of an exercise consists of, and how long it takes.

A session has one or two sides; on each side one or two directions; in each direction one or more
bouts with a rest between them; in each bout one or more repetitions of move, hold, return, pause.
"""

from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Dose:
    """One session; every time is in seconds. Tempo and rests: `clinical.md` §1.7 and §2.6."""

    repetitions: int
    move: float
    hold: float
    back: float
    pause: float
    sides: int
    directions: int
    bouts: int
    rest: float
    change: float
    ready: float

    @property
    def seconds(self) -> float:
        """From 'get ready' to the end of the last hold or return; no rest after the last bout."""
        bout = self.repetitions * (self.move + self.hold + self.back + self.pause)
        runs = self.directions * self.bouts
        side = runs * bout + (runs - 1) * self.rest
        return self.ready + self.sides * side + (self.sides - 1) * self.change

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up: nobody should be surprised by a session that is longer."""
        return ceil(self.seconds / 60)

    def words(self) -> dict[str, str]:
        """The numbers that the catalogue's sentences name in braces, such as {repetitions}."""
        return {
            "repetitions": str(self.repetitions),
            "move": f"{self.move:g}",
            "hold": f"{self.hold:g}",
            "back": f"{self.back:g}",
            "bouts": str(self.bouts),
            "rest": f"{self.rest:g}",
            "minutes": str(self.minutes),
        }
