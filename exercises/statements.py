"""The form of the catalogue's statements: a text, perhaps a title, and the keys of its sources."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def check_statements(value: Any) -> None:
    """Refuse, with a sentence, a list that the pages could not show."""
    if not isinstance(value, list):
        raise ValidationError(_("Write a list of statements, in square brackets."))
    for number, statement in enumerate(value, start=1):
        if not isinstance(statement, dict) or set(statement) - {"text", "title", "sources"}:
            raise ValidationError(
                _("Statement %(number)s: give it a text, sources and, if you like, a title."),
                params={"number": number},
            )
        sources = statement.get("sources")
        if not isinstance(statement.get("text"), str) or not statement["text"].strip():
            raise ValidationError(
                _("Statement %(number)s has no text."), params={"number": number}
            )
        if not isinstance(sources, list) or not all(isinstance(key, str) for key in sources):
            raise ValidationError(
                _("Statement %(number)s: list the keys of its sources, if only an empty list."),
                params={"number": number},
            )
