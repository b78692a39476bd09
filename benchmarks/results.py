"""What was measured: tables, the figures to reach, and what is wrong, as Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    told: str = ""
    """What the reader has to know of it, in a sentence or two."""

    def __str__(self) -> str:
        lines = ["| " + " | ".join(row) + " |" for row in (self.heads, *self.rows)]
        lines.insert(1, "|" + "---|" * len(self.heads))
        return "\n".join([f"### {self.title}", "", *([self.told, ""] if self.told else []), *lines])


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure to reach, and whether it was."""

    what: str
    goal: str
    measured: str
    holds: bool


@dataclass(slots=True)
class Result:
    tables: list[Table] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """What must never be, however slow the machine: a sentence each."""

    def __iadd__(self, other: "Result") -> "Result":
        self.tables += other.tables
        self.figures += other.figures
        self.faults += other.faults
        return self


def at_least(what: str, goal: float, measured: float) -> Figure:
    return Figure(what, f"≥ {goal:g}", f"{measured:.2f}", measured >= goal)


def at_most(what: str, goal: float, measured: float, unit: str = "") -> Figure:
    shown = f"{measured:.2f}" if goal < 10 and measured % 1 else f"{measured:,.0f}"
    return Figure(what, f"≤ {goal:g}{unit}", f"{shown}{unit}", measured <= goal)


def verdict(figures: Iterable[Figure]) -> Table:
    rows = [
        (figure.what, figure.goal, figure.measured, "yes" if figure.holds else "**no**")
        for figure in figures
    ]
    return Table("Figures to reach", ("what", "goal", "measured", "reached"), rows)


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that this share of them doesn't pass; of nothing, infinity."""
    ordered = sorted(values)
    if not ordered:
        return float("inf")
    return ordered[max(0, ceil(len(ordered) * share) - 1)]


def middle(values: Iterable[float]) -> float:
    """Of the rounds of a run: one that something disturbed doesn't count."""
    return median(values)


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.1f}" if seconds < 0.1 else f"{seconds * 1000:,.0f}"
