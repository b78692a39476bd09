"""Reading a page as a script or a person does: by data attributes, or by the words."""

from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse


class Page(HTMLParser):
    """All elements with their attributes, and the text that can be read.

    What stands in a template is no part of the page until a script takes it from there.
    """

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.pieces: list[str] = []
        self.templates = 0  # that are open
        self.feed(response.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.templates += tag == "template"
        if self.templates:
            return
        if tag == "br":
            self.pieces.append(" ")
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        self.templates -= tag == "template"

    def handle_data(self, data: str) -> None:
        if not self.templates:
            self.pieces.append(data)

    @property
    def words(self) -> str:
        return " ".join("".join(self.pieces).split())

    def find(self, tag: str, **attributes: str) -> list[dict[str, str]]:
        """The attributes of each such element; find("li", data_exercise="…") for data-exercise."""
        wanted = {name.replace("_", "-"): value for name, value in attributes.items()}
        return [
            found
            for name, found in self.elements
            if name == tag and wanted.items() <= found.items()
        ]

    def hidden(self, name: str) -> list[str]:
        """The values of the hidden fields of that name, in order."""
        return [field["value"] for field in self.find("input", type="hidden", name=name)]

    @property
    def flash(self) -> tuple[str, dict[str, list[str]]]:
        """Where the page's first form, one of a button, leads, and the hidden fields it sends."""
        starts = [at for at, (tag, _) in enumerate(self.elements) if tag == "form"]
        sent: dict[str, list[str]] = {}
        for tag, field in self.elements[starts[0] : starts[1]]:
            if tag == "input" and field["name"] != "csrfmiddlewaretoken":
                sent.setdefault(field["name"], []).append(field["value"])
        return self.elements[starts[0]][1]["action"], sent

    @property
    def initials(self) -> dict[str, str]:
        """What the forms' fields were drawn with, sent back so: see `logbook.forms.changes`."""
        return {
            field["name"]: field.get("value", "")
            for field in self.find("input", type="hidden")
            if field["name"].startswith("initial-")
        }

    @property
    def filled_in(self) -> dict[str, str | list[str]]:
        """What the page's fields show, by name; of checkboxes those that are checked."""
        shown: dict[str, str | list[str]] = {}
        boxes: dict[str, list[str]] = {}
        select = ""
        for tag, field in self.elements:
            kind, name = field.get("type", "text"), field.get("name", "")
            if tag == "select":
                select = name
            elif tag == "option" and "selected" in field:
                shown[select] = field["value"]
            elif kind in {"checkbox", "radio"} and "checked" in field:
                boxes.setdefault(name, []).append(field.get("value", "on"))
            elif tag == "input" and kind not in {"checkbox", "radio", "hidden"}:
                shown[name] = field.get("value", "")
        return shown | boxes

    def sent(self, changes: dict[str, Any] | None = None) -> dict[str, Any]:
        """What a browser sends of the page with these fields filled in; None leaves one out."""
        fields = self.initials | self.filled_in | (changes or {})
        return {name: value for name, value in fields.items() if value is not None}
