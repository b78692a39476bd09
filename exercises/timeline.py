"""The timeline of a session: its dose written out as the cues that are shown, said and drawn.

Steps, minutes, player, voice, figure and the page without script all read this one list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from exercises.doses import NAMES, REPEATED, Beat, Dose, fill

WORDS_A_SECOND = 2.5  # of a voice, or a reader, who takes their time
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
    waits: bool = False
    """Something has to be put on or fetched: the player goes on when the person says so."""


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
    waits: bool = False
    number: str = ""
    """What the ring shows instead of seconds, where a repetition is one short movement."""

    @property
    def length(self) -> str:
        """The seconds as they are written, without a needless '.0'."""
        return f"{self.seconds:g}"

    @property
    def pause_is_natural(self) -> bool:
        """Whether one may stop here and go on; a hold that was broken off is held anew."""
        return self.kind not in {"move", "hold", "back"}

    @property
    def seconds_of_words(self) -> float:
        """How long it takes to say its words, or to read those that are shown."""
        words = max(len(self.say.split()), len(f"{self.show} {self.tell}".split()))
        return round(words / WORDS_A_SECOND, 1)

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
    """A stretch of the timeline: all bouts on one side in one direction, or a single cue."""

    cues: tuple[Cue, ...]

    @property
    def repeats(self) -> bool:
        return self.cues[0].kind in REPEATED

    @property
    def once(self) -> tuple[Cue, ...]:
        """What is repeated, as it is done the first time."""
        return tuple(
            cue for cue in self.cues if cue.kind in REPEATED and cue.repetition == cue.bout == 1
        )

    @property
    def repetitions(self) -> int:
        """How often `once` is done in a bout."""
        return self.cues[-1].repetition

    @property
    def bouts(self) -> int:
        return self.cues[-1].bout

    @property
    def rest(self) -> Cue | None:
        """What stands between two bouts."""
        return next((cue for cue in self.cues if cue.kind == "rest"), None)

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
            waits=line.waits,
            number=told["repetition"] if again and dose.is_one_movement else "",
        )

    beats = dose.beats
    if moving_over:
        beats = (Beat("position", moving_over, beats[0].side, beats[0].direction), *beats)
    last = beats[-1]
    end = Beat("done", 0, last.side, last.direction, dose.repetitions, dose.bouts)
    return tuple(map(cue, (*beats, end)))


def parts(cues: Iterable[Cue]) -> tuple[Part, ...]:
    """The timeline in stretches, to be read: 'right foot, 15 times: press, hold, come back'."""

    def stretch(cue: Cue) -> tuple[str, str, str]:
        return cue.side, cue.direction, "" if cue.kind in (*REPEATED, "rest") else cue.kind

    return tuple(Part(tuple(together)) for _, together in groupby(cues, stretch))


def _words_of(beat: Beat, names: Mapping[str, str]) -> dict[str, str]:
    """What only this beat's words can name; of a side or direction that isn't there, nothing."""
    named = {"": "", **names}
    return {
        "repetition": str(beat.repetition),
        "bout": str(beat.bout),
        "side": named[beat.side],
        "direction": named[beat.direction],
        "way": named[WAYS.get((beat.side, beat.direction), "")],
    }
