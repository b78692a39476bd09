"""What one session of an exercise consists of, how long it takes, and its figures as words.

A session has one or two sides; on each side one or two directions; in each direction one or more
bouts with a rest between them; in each bout one or more repetitions of move, hold, return, pause.
"""

from dataclasses import dataclass
from math import ceil

# What a sentence of the catalogue may name in braces, such as {repetitions}.
NAMES = ("repetitions", "bouts", "move", "hold", "back", "rest", "change", "minutes")


@dataclass(frozen=True, slots=True)
class Dose:
    """One session; every time is in seconds, to a tenth."""

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
        """From 'get ready' to the end of the last pause; no rest after the last bout."""
        bout = self.repetitions * (self.move + self.hold + self.back + self.pause)
        runs = self.directions * self.bouts
        side = runs * bout + (runs - 1) * self.rest
        whole = self.ready + self.sides * side + (self.sides - 1) * self.change
        # Tenths add up to 60.00000000000001: that is still one minute.
        return round(whole, 1)

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up: nobody should be surprised by a session that is longer."""
        return ceil(self.seconds / 60)

    def words(self) -> dict[str, str]:
        """Each of `NAMES` with its figure, written without a needless '.0'."""
        return {name: f"{getattr(self, name):g}" for name in NAMES}
