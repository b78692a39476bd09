"""Names as a screen reader tells them: of a page's links, buttons and folds, and of table cells."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urljoin

from django.http import HttpResponse
from django.test.html import Element, parse_html

NEW_EACH_TIME = {"csrfmiddlewaretoken", "key"}  # of the form that was drawn, not of what it does


class Named(NamedTuple):
    """Something to press, and what it does: where a link leads, what a button sends."""

    tag: str
    name: str
    does: object


class Names:
    """The names on one page."""

    def __init__(self, path: str, response: HttpResponse) -> None:
        self.path = path
        self.page = parse_html(response.content.decode())
        self.ids = {of(each)["id"]: each for each in self.find(self.page) if "id" in of(each)}

    def find(self, element: Element, *tags: str) -> Iterator[Element]:
        """Those within it, in order; all of them where no tag is named."""
        for child in children(element):
            if not tags or child.name in tags:
                yield child
            yield from self.find(child, *tags)

    def to_press(self) -> Iterator[Named]:
        owners = {
            id(each): form for form in self.find(self.page, "form") for each in self.find(form)
        }
        for number, each in enumerate(self.find(self.page, "a", "button", "summary")):
            name = self.name(each)
            if each.name == "a":
                yield Named("link", name, urljoin(self.path, of(each)["href"]))
            elif act := of(each).get("data-act"):
                yield Named("button", name, act)
            elif each.name == "button" and (form := owners.get(id(each))):
                yield Named("button", name, self.sent(form, each))
            else:
                yield Named(each.name, name, number)

    def cells(self) -> Iterator[str]:
        for each in self.find(self.page, "td", "th"):
            if not any(self.find(each, "input")):
                yield self.name(each)

    def sent(self, form: Element, button: Element) -> object:
        fields = [of(each) for each in [*self.find(form, "input"), button]]
        values = {(field.get("name", ""), field.get("value", "")) for field in fields}
        address = of(button).get("formaction", of(form).get("action", ""))
        return address, frozenset(each for each in values if each[0] not in NEW_EACH_TIME)

    def name(self, element: Element) -> str:
        attributes = of(element)
        if label := attributes.get("aria-label"):
            return label
        if labels := attributes.get("aria-labelledby"):
            return " ".join(self.name(self.ids[each]) for each in labels.split())
        return " ".join(" ".join(self.text(element)).split())

    def text(self, element: Element) -> Iterator[str]:
        for child in element.children:
            if isinstance(child, str):
                yield child
            elif of(child).get("aria-hidden") != "true" and child.name != "script":
                yield of(child).get("aria-label") or " ".join(self.text(child))


def of(element: Element) -> dict[str, str]:
    """Its attributes."""
    return {name: value or "" for name, value in element.attributes}


def children(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]
