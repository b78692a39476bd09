"""The form of the leaflet's texts: statements with sources; the dose named in braces."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NotRequired, TypedDict

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exercises.doses import NAMES, PLACEHOLDER

Words = str | Promise  # a text, or one that waits for the reader's language


class Row(TypedDict):
    """A statement as it stands in the catalogue's JSON."""

    text: str
    sources: list[str]
    title: NotRequired[str]


# What a sentence may rest on that nobody can look up: it is listed apart from the sources.
APART = {
    "article": gettext_lazy("The article (no address given to us)"),
    "versions": gettext_lazy("Other web versions of the article"),
    "ours": gettext_lazy("Our own judgement"),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the leaflet says, and the keys of the sources that it has it from.

    `marks` tell them where it is read: their numbers in the list, and what isn't in it in words.
    """

    text: Words
    sources: tuple[str, ...]
    title: Words = ""
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """How soon to act: the name that the style sheet has for it, and the word that is read."""

    name: str
    word: Words


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under one heading, with a line of its own before them and some after.

    On a safety card `level` says how soon to act.
    """

    id: str
    title: Words
    statements: tuple[Statement, ...]
    lead: Statement | None = None
    own_lines: tuple[Statement, ...] = ()
    level: Level | None = None

    @property
    def all(self) -> tuple[Statement, ...]:
        lead = (self.lead,) if self.lead else ()
        return (*lead, *self.statements, *self.own_lines)


def said(text: Words, *sources: str, title: Words = "") -> Statement:
    """A statement as the modules with the leaflet's other texts write it."""
    return Statement(text, sources, title)


def check_text(text: str, names: Sequence[str] = NAMES) -> None:
    """Refuse a name in braces that no dose has a figure for."""
    for name in PLACEHOLDER.findall(text):
        if name not in names:
            raise ValidationError(
                _("{%(name)s} is no figure of the dose. Use one of these: %(names)s."),
                params={"name": name, "names": ", ".join(f"{{{known}}}" for known in names)},
            )


def check_statements(value: object) -> None:
    """Refuse anything but a list of {"text": …, "title": … (optional), "sources": [keys]}."""
    for number, statement in rows(value):
        if not isinstance(statement, dict) or set(statement) - {"text", "title", "sources"}:
            raise ValidationError(
                _("Statement %(number)s: give it a text, sources and, if you like, a title."),
                params={"number": number},
            )
        check_words(number, statement.get("text"))
        if "title" in statement:
            check_words(number, statement["title"])
        sources = statement.get("sources")
        if not isinstance(sources, list) or not sources or not are_words(sources):
            raise ValidationError(
                _("Statement %(number)s: list the keys of its sources, at least one."),
                params={"number": number},
            )


def check_sources(fields: Mapping[str, Sequence[Row]], known: Collection[str]) -> None:
    """Refuse a sentence that names a source which is none of those."""
    for name, statements in fields.items():
        for number, statement in enumerate(statements, start=1):
            if missing := set(statement["sources"]) - {*known, *APART}:
                told = _("Statement %(number)s names the source “%(key)s”, which isn’t listed.")
                params = {"number": number, "key": min(missing)}
                raise ValidationError({name: ValidationError(told, params=params)})


def check_facts(value: object) -> None:
    """Refuse anything but a list of {"figure": …, "label": …}."""
    for number, fact in rows(value):
        if not isinstance(fact, dict) or set(fact) != {"figure", "label"}:
            raise ValidationError(
                _("Fact %(number)s: give it a figure and a label, nothing else."),
                params={"number": number},
            )
        check_words(number, fact["figure"])
        check_words(number, fact["label"])


def rows(value: object) -> Iterator[tuple[int, object]]:
    if not isinstance(value, list):
        raise ValidationError(_("Write a list, in square brackets."))
    return enumerate(value, start=1)


def check_words(number: int, words: object) -> None:
    if not isinstance(words, str) or not words.strip():
        raise ValidationError(_("Entry %(number)s has an empty text."), params={"number": number})
    check_text(words)


def are_words(values: Iterable[object]) -> bool:
    return all(isinstance(value, str) and value.strip() for value in values)
