"""The form of the leaflet's texts: statements with sources; the dose named in braces."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from exercises.doses import NAMES, PLACEHOLDER

Words = str | Promise  # a text, or one that waits for the reader's language


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the leaflet says, and the keys of the sources that it has it from.

    `numbers` are those sources' places in the list at the end of a page.
    """

    text: Words
    sources: tuple[str, ...]
    title: str = ""
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Statements under one heading; on a safety card `urgency` says how soon to act."""

    id: str
    title: Words
    statements: tuple[Statement, ...]
    urgency: Words = ""


def said(text: Words, *sources: str) -> Statement:
    """A statement as the modules with the leaflet's other texts write it."""
    return Statement(text, sources)


def check_text(text: str, names: Sequence[str] = NAMES) -> None:
    """Refuse a name in braces that no dose has a figure for."""
    for name in PLACEHOLDER.findall(text):
        if name not in names:
            raise ValidationError(
                _("{%(name)s} is no figure of the dose. Use one of these: %(names)s."),
                params={"name": name, "names": ", ".join(f"{{{known}}}" for known in names)},
            )


def check_statements(value: Any) -> None:
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


def check_facts(value: Any) -> None:
    """Refuse anything but a list of {"figure": …, "label": …}."""
    for number, fact in rows(value):
        if not isinstance(fact, dict) or set(fact) != {"figure", "label"}:
            raise ValidationError(
                _("Fact %(number)s: give it a figure and a label, nothing else."),
                params={"number": number},
            )
        check_words(number, fact["figure"])
        check_words(number, fact["label"])


def rows(value: Any) -> "enumerate[Any]":
    if not isinstance(value, list):
        raise ValidationError(_("Write a list, in square brackets."))
    return enumerate(value, start=1)


def check_words(number: int, words: Any) -> None:
    if not are_words([words]):
        raise ValidationError(_("Entry %(number)s has an empty text."), params={"number": number})
    check_text(words)


def are_words(values: list[Any]) -> bool:
    return all(isinstance(value, str) and value.strip() for value in values)
