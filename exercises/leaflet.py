"""The leaflet's pages as data: sentences with their figures, and citations numbered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.translation import gettext as _

from exercises.alarms import EMERGENCY_CARDS
from exercises.care import Need
from exercises.doses import fill
from exercises.models import Exercise, Source
from exercises.safety import ASK_FIRST, ASK_FIRST_TOO, PAIN_RULE, STOP_IF, emergency_number
from exercises.statements import APART, Row, Section, Statement, Words
from exercises.toe import FULL, Toe


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure of the dose and what it counts: '15' 'presses'."""

    figure: str
    label: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Sections with one list of sources, in the order in which they first name them."""

    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    apart: tuple[Words, ...]
    """What they rest on that is no source."""


@dataclass(frozen=True, slots=True)
class ExercisePage:
    exercise: Exercise
    facts: tuple[Fact, ...]
    how: Chapter
    safety: Chapter
    origin: Chapter


@dataclass(frozen=True)
class Leaflet:
    """An exercise to be read. Two are equal where nothing differs that they could say."""

    words: str
    sources: tuple[tuple[object, ...], ...]
    exercise: Exercise = field(compare=False)

    @classmethod
    def of(cls, exercise: Exercise, sources: tuple[tuple[object, ...], ...]) -> "Leaflet":
        """`sources` are the rows of those that it may cite."""
        columns = {name: told for name, told in vars(exercise).items() if name[0] != "_"}
        return cls(repr(columns), sources, exercise)

    @cached_property
    def page(self) -> ExercisePage:
        columns = [column.attname for column in Source._meta.concrete_fields]
        known = (Source.from_db(None, columns, row) for row in self.sources)
        return exercise_page(self.exercise, {source.key: source for source in known})


@dataclass(frozen=True, slots=True)
class CarePage:
    need: Need
    chapter: Chapter


class Citations:
    """Numbers the sources of one chapter as its statements name them."""

    def __init__(self, known: Mapping[str, Source], words: Mapping[str, str]) -> None:
        self.known = known
        self.words = {"emergency": emergency_number(), **words}
        self.named: list[str] = []

    def cite(self, said: Statement) -> Statement:
        # A source that was taken out of the catalogue takes its number with it, not the page.
        keys = [key for key in said.sources if key in self.known or key in APART]
        self.named += [key for key in dict.fromkeys(keys) if key not in self.named]
        return replace(
            said,
            text=fill(str(said.text), self.words),
            title=fill(str(said.title), self.words),
            marks=self.marks(keys),
        )

    def marks(self, keys: list[str]) -> str:
        """'1, 3'; where no source is numbered, what there is instead: 'article, ours'."""
        numbers = [str(self.numbered.index(key) + 1) for key in keys if key not in APART]
        if numbers or not keys:
            return ", ".join(numbers)
        if keys == ["ours"]:
            return _("our own judgement")
        names = {"article": _("article"), "versions": _("other versions"), "ours": _("ours")}
        return ", ".join(names[key] for key in keys)

    def section(self, section: Section) -> Section:
        return replace(
            section,
            title=fill(str(section.title), self.words),
            lead=self.cite(section.lead) if section.lead else None,
            statements=tuple(map(self.cite, section.statements)),
            own_lines=tuple(map(self.cite, section.own_lines)),
        )

    @property
    def numbered(self) -> list[str]:
        return [key for key in self.named if key not in APART]


def chapter(
    sections: Iterable[Section],
    known: Mapping[str, Source],
    words: Mapping[str, str] | None = None,
) -> Chapter:
    cited = Citations(known, words or {})
    return Chapter(
        sections=tuple(map(cited.section, sections)),
        sources=tuple(known[key] for key in cited.numbered),
        apart=tuple(APART[key] for key in APART if key in cited.named),
    )


def statements(rows: Iterable[Row]) -> tuple[Statement, ...]:
    return tuple(
        Statement(row["text"], tuple(row["sources"]), row.get("title", "")) for row in rows
    )


def exercise_page(exercise: Exercise, known: Mapping[str, Source]) -> ExercisePage:
    words = exercise.dose.words()

    def own(name: str, title: str) -> Section:
        return Section(name.replace("_", "-"), title, statements(getattr(exercise, name)))

    how = (
        own("preparation", _("Before you begin")),
        own("steps", _("How to do it")),
        own("breathing", _("Breathing")),
        own("mistakes", _("Common mistakes")),
        own("easier", _("Make it easier")),
        own("harder", _("Make it harder")),
    )
    safety = (
        replace(ASK_FIRST, statements=statements(exercise.ask_first)),
        replace(ASK_FIRST, id="ask-first-always", title=ASK_FIRST_TOO),
        replace(STOP_IF, statements=statements(exercise.stop_if) + STOP_IF.statements),
        PAIN_RULE,
    )
    return ExercisePage(
        exercise=exercise,
        facts=tuple(
            Fact(fill(fact["figure"], words), fill(fact["label"], words))
            for fact in exercise.dose_facts
        ),
        how=chapter(how, known, words),
        safety=chapter(safety, known, words),
        origin=chapter([own("dose_notes", _("Where these numbers come from"))], known, words),
    )


def ask_first_page(known: Mapping[str, Source]) -> Chapter:
    """Who should ask first, and when to call for help at once."""
    return chapter((ASK_FIRST, *EMERGENCY_CARDS), known)


def care_page(need: Need, known: Mapping[str, Source]) -> CarePage:
    return CarePage(need, chapter(need.sections, known))


def ten_toes(exercises: Iterable[Exercise]) -> list[Toe]:
    """A full toe for each of a day's sessions, from the left little toe."""
    each = [exercise for exercise in exercises for _session in range(exercise.per_day)]
    return [
        Toe(number, exercise.hue, exercise.mark, FULL)
        for number, exercise in enumerate(each[:10], start=1)
    ]
