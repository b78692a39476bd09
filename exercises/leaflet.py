"""The leaflet's pages as data: sentences with their figures, and citations numbered on the page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from exercises.advice import ADVICE
from exercises.doses import fill
from exercises.evidence import EVIDENCE
from exercises.models import Exercise, Source
from exercises.safety import ASK_FIRST, CARDS, PAIN_RULE, STOP_IF
from exercises.statements import Section, Statement
from exercises.toe import FULL, Toe


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the dose and what it counts: '15' 'presses'."""

    figure: str
    label: str


@dataclass(frozen=True, slots=True)
class ExercisePage:
    exercise: Exercise
    facts: tuple[Fact, ...]
    dose_notes: Section
    preparation: Section
    steps: Section
    details: tuple[Section, ...]
    ask_first: Section
    stop_if: Section
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Leaflet:
    """An exercise to be read. Two are equal where nothing differs that they could say."""

    words: str
    sources: tuple[tuple[Any, ...], ...]
    exercise: Exercise = field(compare=False)

    @classmethod
    def of(cls, exercise: Exercise, sources: tuple[tuple[Any, ...], ...]) -> "Leaflet":
        """`sources` are the rows of those that it may cite."""
        columns = {name: told for name, told in vars(exercise).items() if name[0] != "_"}
        return cls(repr(columns), sources, exercise)

    @cached_property
    def page(self) -> ExercisePage:
        columns = [column.name for column in Source._meta.concrete_fields]
        known = (Source(**dict(zip(columns, row, strict=True))) for row in self.sources)
        return exercise_page(self.exercise, {source.key: source for source in known})


@dataclass(frozen=True, slots=True)
class CarePage:
    cards: tuple[Section, ...]
    card_numbers: tuple[int, ...]
    ask_first: Section
    stop_if: Section
    pain_rule: Section
    advice: tuple[Section, ...]
    evidence: tuple[Section, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class AskFirstPage:
    """Who should ask first, and when to call for help at once."""

    ask_first: Section
    emergency: Section
    sources: tuple[Source, ...]


class Citations:
    """Numbers the sources of one page, in the order in which it first names them."""

    def __init__(self, known: Mapping[str, Source], words: Mapping[str, str] | None = None) -> None:
        self.known = known
        self.words = words or {}
        self.named: list[str] = []

    def number(self, key: str) -> int:
        if key not in self.named:
            self.named.append(key)
        return self.named.index(key) + 1

    def cite(self, said: Statement) -> Statement:
        # A source that was taken out of the catalogue takes its number with it, not the page.
        numbers = tuple(self.number(key) for key in said.sources if key in self.known)
        text, title = fill(str(said.text), self.words), fill(said.title, self.words)
        return replace(said, text=text, title=title, numbers=numbers)

    def section(self, section: Section) -> Section:
        return replace(section, statements=tuple(map(self.cite, section.statements)))

    def sections(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        return tuple(map(self.section, sections))

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(self.known[key] for key in self.named)


def statements(rows: list[dict[str, Any]]) -> tuple[Statement, ...]:
    """The catalogue's statements, as they stand in its JSON."""
    return tuple(
        Statement(row["text"], tuple(row["sources"]), row.get("title", "")) for row in rows
    )


def exercise_page(exercise: Exercise, known: Mapping[str, Source]) -> ExercisePage:
    words = exercise.dose.words()
    page = Citations(known, words)

    def section(name: str, title: str, shared: tuple[Statement, ...] = ()) -> Section:
        own = statements(getattr(exercise, name))
        return page.section(Section(name.replace("_", "-"), title, own + shared))

    return ExercisePage(
        exercise=exercise,
        facts=tuple(
            Fact(fill(fact["figure"], words), fill(fact["label"], words))
            for fact in exercise.dose_facts
        ),
        dose_notes=section("dose_notes", _("Where these numbers come from")),
        preparation=section("preparation", _("Before you begin")),
        steps=section("steps", _("How to do it")),
        details=(
            section("breathing", _("Breathing")),
            section("mistakes", _("Common mistakes")),
            section("easier", _("Make it easier")),
            section("harder", _("Make it harder")),
        ),
        ask_first=section("ask_first", _("Ask a doctor or physio first if:"), ASK_FIRST),
        stop_if=section("stop_if", _("Stop and rest if:"), STOP_IF),
        sources=page.sources,
    )


def ask_first_page(known: Mapping[str, Source]) -> AskFirstPage:
    page = Citations(known)
    return AskFirstPage(
        ask_first=page.section(
            Section("ask-first", _("Ask a doctor or physio before you start if:"), ASK_FIRST)
        ),
        emergency=page.section(CARDS[0]),
        sources=page.sources,
    )


def care_page(known: Mapping[str, Source]) -> CarePage:
    page = Citations(known)
    cards = page.sections(CARDS)
    return CarePage(
        cards=cards,
        card_numbers=tuple(range(1, len(page.named) + 1)),
        ask_first=page.section(
            Section("ask-first", _("Ask a doctor or physio before you start if:"), ASK_FIRST)
        ),
        stop_if=page.section(Section("stop-if", _("Stop and rest if:"), STOP_IF)),
        pain_rule=page.section(
            Section("pain", _("How much may it hurt, from 0 to 10?"), PAIN_RULE)
        ),
        advice=page.sections(ADVICE),
        evidence=page.sections(EVIDENCE),
        sources=page.sources,
    )


def ten_toes(exercises: Iterable[Exercise]) -> list[Toe]:
    """A full toe for each of a day's sessions, from the left little toe."""
    routines = [exercise.routine for exercise in exercises for _session in range(exercise.per_day)]
    return [Toe(number, routine, FULL) for number, routine in enumerate(routines[:10], start=1)]
