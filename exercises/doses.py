"""What one session of an exercise consists of: its beats, how long it takes, its figures as words.

A session has one or two sides; on each side one or two directions; in each direction one or more
bouts with a rest between them; in each bout one or more repetitions of move, hold, return, pause.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

# What a sentence of the catalogue may name in braces, such as {repetitions}.
NAMES = ("repetitions", "bouts", "move", "hold", "back", "rest", "change", "minutes")
SIDES = ("right", "left")
DIRECTIONS = ("cw", "ccw")
REPEATED = ("move", "hold", "back", "pause")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def fill(text: str, words: Mapping[str, str]) -> str:
    """The text with figures in place of their names: 'Hold for {hold} seconds'."""
    return PLACEHOLDER.sub(lambda found: words[found[1]], text)


@dataclass(frozen=True, slots=True)
class Beat:
    """One stretch of a session, in which one thing is done.

    Repetition and bout are those under way; in the beats between, those just finished.
    """

    kind: str
    """ready, the four of `REPEATED`, rest between bouts, turn between directions, change of side"""
    seconds: float
    side: str = ""
    direction: str = ""
    repetition: int = 0
    bout: int = 0


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
    def beats(self) -> tuple[Beat, ...]:
        """The session from 'get ready' to its end; what takes no time is left out."""
        return _beats_of(self)

    @property
    def is_one_movement(self) -> bool:
        """Whether a repetition is a movement only, such as a circle: then one counts those."""
        return not (self.hold or self.back or self.pause) and self.repetitions > 1

    @property
    def seconds(self) -> float:
        return _seconds_of(self)

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up: nobody should be surprised by a session that is longer."""
        return ceil(self.seconds / 60)

    def words(self) -> dict[str, str]:
        """Each of `NAMES` with its figure, written without a needless '.0'."""
        return {name: f"{getattr(self, name):g}" for name in NAMES}

    def _beats(self) -> Iterator[Beat]:
        sides = SIDES[: self.sides] if self.sides > 1 else ("",)
        directions = DIRECTIONS[: self.directions] if self.directions > 1 else ("",)
        yield Beat("ready", self.ready, sides[0], directions[0])
        for side in sides:
            if side != sides[0]:
                yield Beat("change", self.change, side, directions[0], self.repetitions, self.bouts)
            for direction in directions:
                if direction != directions[0]:
                    yield Beat("turn", self.rest, side, direction, self.repetitions, self.bouts)
                yield from self._bouts(side, direction)

    def _bouts(self, side: str, direction: str) -> Iterator[Beat]:
        for bout in range(1, self.bouts + 1):
            if bout > 1:
                yield Beat("rest", self.rest, side, direction, self.repetitions, bout - 1)
            for repetition in range(1, self.repetitions + 1):
                for kind in REPEATED:
                    yield Beat(kind, getattr(self, kind), side, direction, repetition, bout)


# A page asks for those of each exercise several times.
@lru_cache(maxsize=256)
def _beats_of(dose: Dose) -> tuple[Beat, ...]:
    return tuple(beat for beat in dose._beats() if beat.seconds > 0)


@lru_cache(maxsize=256)
def _seconds_of(dose: Dose) -> float:
    # Tenths add up to 60.00000000000001: that is still one minute.
    return round(sum(beat.seconds for beat in dose.beats), 1)
