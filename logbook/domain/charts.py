"""Geometry of the charts: SVG attributes as strings, with a decimal point in every language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from logbook.domain.adherence import Tally

HEIGHTS = ("0.25", "0.65", "1.1", "1.55", "2")
"""Of a day's bar by its level: none, some, about half, most, all."""
ALL = 4
HALF_FROM = 35  # per cent
MOST_FROM = 65

Value = Fraction | float
Point = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bars:
    """All bars of one level, 0 to 4, as one path."""

    level: int
    path: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line through values on a square of 100 by 100; it breaks where a value is missing.

    `dots` marks each value, or only the latest, and those with none on either side, which have no
    line.
    """

    path: str
    area: str
    dots: str


def level(tally: Tally, done: int) -> int | None:
    """How full a day was: 4 only when complete, any session at least 1; None where nothing was due.

    `done` also counts sessions that weren't due.
    """
    if not tally.due:
        return None
    if not tally.counted:
        return 1 if done else 0
    if tally.complete:
        return ALL
    percent = 100 * tally.counted
    return 1 if percent < HALF_FROM * tally.due else 2 if percent < MOST_FROM * tally.due else 3


def bars(levels: Mapping[int, int | None]) -> list[Bars]:
    """A month's bars on a drawing 31 wide and 2 high, from the day of the month and its level."""
    return [
        Bars(number, "".join(bar(number, day) for day, own in levels.items() if own == number))
        for number in range(ALL + 1)
        if number in levels.values()
    ]


def bar(number: int, day: int = 1) -> str:
    """One bar of that level; a day's bar stands in the middle of the day's place."""
    return f"M{day - 1}.5 2v-{HEIGHTS[number]}"


def line(values: Sequence[Value | None], top: int, *, dot_each: bool = False) -> Line:
    """The values from left to right, where 0 is at the foot and `top` at the head."""
    found = list(runs(values))
    placed = [[_point(at, run[at], len(values), top) for at in run] for run in found]
    longer = [run for run in placed if len(run) > 1]
    dots = [
        point
        for run in placed
        for point in run
        if dot_each or len(run) == 1 or point is placed[-1][-1]
    ]
    return Line(
        path="".join(_path(run) for run in longer),
        area="".join(f"{_path(run)}V100H{run[0][0]}Z" for run in longer),
        dots="".join(f"M{x} {y}h.001" for x, y in dots),
    )


def runs(values: Iterable[Value | None]) -> Iterator[dict[int, Value]]:
    """Values that follow each other without a gap, by their place."""
    run: dict[int, Value] = {}
    for at, value in enumerate(values):
        if value is not None:
            run[at] = value
        elif run:
            yield run
            run = {}
    if run:
        yield run


def _point(at: int, value: Value, count: int, top: int) -> Point:
    across = 100 * at / (count - 1) if count > 1 else 100
    return _number(across), _number(100 - 100 * value / top)


def _path(run: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in run)


def _number(value: Value) -> str:
    """To a hundredth, without noughts at the end."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
