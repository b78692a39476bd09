"""What a form replaced when it was saved, for the Undo on the page that follows.

It is kept in the person's session: what hurts them and what they wrote stands in no address.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.forms import Form
from django.http import HttpRequest

from accounts.access import PersonsRequest
from accounts.sessions import forget_everywhere
from logbook.forms.changes import overwritten, replaced

KEY = "replaced"
Fields = Mapping[str, str | list[str]]
"""What a form sends, by field: one value, or any number of them."""


@dataclass(frozen=True, slots=True)
class FormUndo:
    """The values that a form at this address replaced, and what to say of newer ones among them.

    `undone` tells that it was an Undo that replaced them.
    """

    address: str
    was: Fields
    now: Fields
    replaced: str
    undone: bool

    @property
    def fields(self) -> list[tuple[str, str]]:
        """What the form sends that puts them back, with what it was drawn with."""
        pairs: list[tuple[str, str]] = []
        for name, now in self.now.items():
            pairs += [(name, each) for each in _listed(self.was.get(name, now))]
            pairs.append((f"initial-{name}", " ".join(_listed(now))))
        return pairs


def remember(request: HttpRequest, address: str, form: Form, was: Fields, now: Fields) -> None:
    """Remember what the valid form at that address replaced; sent once more it replaces nothing.

    The form's `initial` has what was stored before.
    """
    differs = {name: was.get(name, "") for name in now if was.get(name, "") != now[name]}
    if differs:
        request.session[KEY] = {
            "address": address,
            "was": differs,
            "replaced": replaced(overwritten(form, form.initial)),
            "undone": "undo" in request.GET,
        }


def last(request: HttpRequest, address: str, now: Fields) -> FormUndo | None:
    """What the last save replaced, if it was one by the form at that address."""
    found = request.session.get(KEY)
    if not found or found["address"] != address:
        return None
    return FormUndo(**found, now=now)


def forget(request: PersonsRequest) -> None:
    """On all devices of the person."""
    request.session.pop(KEY, None)
    forget_everywhere(request.user, KEY)


def _listed(values: str | list[str]) -> list[str]:
    return [values] if isinstance(values, str) else values
