"""What a form's page held before it was saved, for the Undo on the page that follows.

It is kept in the person's session: what hurts them and what they wrote stands in no address.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest

KEY = "before"
Fields = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Before:
    """The values that a form at this address replaced, and what to say of newer ones among them."""

    address: str
    was: Fields
    now: Fields
    replaced: str

    @property
    def fields(self) -> list[tuple[str, str]]:
        """What the form sends that puts them back, with what it was drawn with."""
        initial = [(f"initial-{name}", value) for name, value in self.now.items()]
        return [*((name, self.was.get(name, "")) for name in self.now), *initial]


def keep(request: HttpRequest, address: str, was: Fields, now: Fields, replaced: str) -> None:
    """Remember what the form at that address replaced; sent once more it replaces nothing."""
    if dict(was) != dict(now):
        request.session[KEY] = {"address": address, "was": dict(was), "replaced": replaced}


def kept(request: HttpRequest, address: str, now: Fields) -> Before | None:
    """What the last save replaced, if it was one by the form at that address."""
    found = request.session.get(KEY)
    if not found or found["address"] != address:
        return None
    return Before(address, found["was"], now, found["replaced"])
