"""The timeline of a session: its dose written out as the cues that are shown, said and drawn.

Steps, minutes, player, voice, figure and the page without script all read this one list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from exercises.doses import NAMES, REPEATED, Beat, Dose, fill

KINDS = ("position", "ready", *REPEATED, "rest", "turn", "change", "done")
# What a cue's words may name in braces, besides the dose's own figures.
CUE_NAMES = (*NAMES, "repetition", "bout", "side", "direction", "way")
# The toes' way round the circle, for whoever looks at their own foot: clockwise begins outwards
# on the right foot, and inwards on the left.
WAYS = {
    ("right", "cw"): "out",
    ("right", "ccw"): "in",
    ("left", "cw"): "in",
    ("left", "ccw"): "out",
}


@dataclass(frozen=True, slots=True)
class Line:
    """What the catalogue has for one kind of cue."""

    show: str
    tell: str = ""
    say: str = ""
    pose: str = "rest"


@dataclass(frozen=True, slots=True)
class Script:
    """An exercise's words and poses: `count` and `where` while repeating, a line for each kind."""

    lines: Mapping[str, Line]
    count: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to do: what the screen shows, what the voice says, what the figure does."""

    kind: str
    seconds: float
    show: str
    tell: str
    say: str
    pose: str
    side: str = ""
    direction: str = ""
    repetition: int = 0
    repetitions: int = 1
    bout: int = 0
    bouts: int = 1
    count: str = ""
    where: str = ""

    @property
    def length(self) -> str:
        """The seconds as they are written, without a needless '.0'."""
        return f"{self.seconds:g}"

    @property
    def pause_is_natural(self) -> bool:
        """Whether one may stop here and go on; a hold that was broken off is held anew."""
        return self.kind not in {"move", "hold", "back"}

    @property
    def pips(self) -> int:
        """How many small marks stand for the way: a repetition each, or a bout."""
        return self.repetitions if self.repetitions > 1 else self.bouts

    @property
    def pips_done(self) -> int:
        reached = self.repetition if self.repetitions > 1 else self.bout
        return reached - 1 if self.kind in REPEATED else reached


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the timeline: one bout on one side, or a single cue between bouts."""

    cues: tuple[Cue, ...]

    @property
    def times(self) -> int:
        """How often `once` is done."""
        return max(1, self.cues[-1].repetition) if self.repeats else 1

    @property
    def once(self) -> tuple[Cue, ...]:
        return tuple(cue for cue in self.cues if cue.repetition == self.cues[0].repetition)

    @property
    def repeats(self) -> bool:
        return self.cues[0].kind in REPEATED

    @property
    def where(self) -> str:
        return self.cues[0].where


def cues(
    dose: Dose, script: Script, names: Mapping[str, str], *, moving_over: float = 0
) -> tuple[Cue, ...]:
    """The whole session, and at its end the cue that it is done.

    `names` has the reader's words for right, left, cw, ccw, out and in. With `moving_over`, so many
    seconds to change position come first. Raises KeyError for a kind that the script lacks.
    """
    words = dose.words()

    def cue(beat: Beat) -> Cue:
        line = script.lines[beat.kind]
        told = words | _words_of(beat, names)
        again = beat.kind in REPEATED
        return Cue(
            kind=beat.kind,
            seconds=beat.seconds,
            show=fill(line.show, told),
            tell=fill(line.tell, told),
            say=fill(line.say, told),
            pose=line.pose,
            side=beat.side,
            direction=beat.direction,
            repetition=beat.repetition,
            repetitions=dose.repetitions,
            bout=beat.bout,
            bouts=dose.bouts,
            count=fill(script.count, told) if again else "",
            where=fill(script.where, told) if again else "",
        )

    beats = dose.beats
    if moving_over:
        beats = (Beat("position", moving_over, beats[0].side, beats[0].direction), *beats)
    last = beats[-1]
    end = Beat("done", 0, last.side, last.direction, dose.repetitions, dose.bouts)
    return tuple(map(cue, (*beats, end)))


def parts(cues: Iterable[Cue]) -> tuple[Part, ...]:
    """The timeline in stretches, to be read: 'right foot, 15 times: press, hold, come back'."""

    def stretch(numbered: tuple[int, Cue]) -> object:
        number, cue = numbered
        repeats = cue.kind in REPEATED
        return (cue.side, cue.direction, cue.bout) if repeats else number

    found = groupby(enumerate(cues), stretch)
    return tuple(Part(tuple(cue for _, cue in group)) for _, group in found)


def _words_of(beat: Beat, names: Mapping[str, str]) -> dict[str, str]:
    way = WAYS.get((beat.side, beat.direction), "")
    return {
        "repetition": str(beat.repetition),
        "bout": str(beat.bout),
        "side": names[beat.side] if beat.side else "",
        "direction": names[beat.direction] if beat.direction else "",
        "way": names[way] if way else "",
    }
