"""What was measured: tables, figures to reach and faults, as Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]

    def __str__(self) -> str:
        lines = ["| " + " | ".join(row) + " |" for row in (self.head, *self.rows)]
        lines.insert(1, "|" + "---|" * len(self.head))
        return "\n".join([f"### {self.title}", "", *lines])


Figure = tuple[str, str, str, str]
"""What it is, its goal, what was measured, and whether that holds."""


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

    def page(self, head: str) -> str:
        goals = Table("Figures to reach", ("what", "goal", "measured", "reached"), self.figures)
        faults = [f"- **{fault}**" for fault in self.faults]
        return "\n\n".join(["# Benchmark", head, *faults, *map(str, [goals, *self.tables])]) + "\n"


def at_least(what: str, goal: float, measured: float) -> Figure:
    return what, f"≥ {goal:g}", f"{measured:.2f}", "yes" if measured >= goal else "**no**"


def at_most(what: str, goal: float, measured: float, unit: str = "") -> Figure:
    shown = f"{measured:.2f}" if goal < 10 and measured % 1 else f"{measured:,.0f}"
    return what, f"≤ {goal:g}{unit}", shown + unit, "yes" if measured <= goal else "**no**"


def quantile(values: Iterable[float], share: float) -> float:
    """The smallest value that this share of them doesn't exceed; of nothing, infinity."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * share) - 1)] if ordered else float("inf")


def ms(seconds: float) -> str:
    return f"{seconds * 1000:,.1f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms"
