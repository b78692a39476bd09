"""A drawing on a page of its own, posed by its script: it needs no site."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.template.loader import render_to_string
from playwright.sync_api import Page, Route

JOINT = """(svg) => getComputedStyle(
    svg.querySelector(".fg-arm") ?? svg.querySelector(".fg-ankle, .fg-tip")).transform"""
READ = """([svg, names]) => names.map(
    (name) => parseFloat(getComputedStyle(svg).getPropertyValue(`--fg-${name}`)))"""
# What a cue has set going, as it is after so many seconds, and not a moment later.
LATER = """([svg, seconds]) => {
    for (const each of svg.getAnimations())
        if (!(each instanceof CSSAnimation)) { each.pause(); each.currentTime = 1000 * seconds }
}"""
# The loops as they are after so many seconds.
SEEK = """(seconds) => {
    for (const each of document.getAnimations())
        if (each instanceof CSSAnimation) { each.pause(); each.currentTime = 1000 * seconds }
}"""
RUNNING = "() => document.getAnimations().filter((each) => each.playState === 'running').length"
# Start ghosted, key pose, arrow.
STILL = """(svg) => [
    getComputedStyle(svg.querySelector(".fg-ghost")).display,
    getComputedStyle(svg).getPropertyValue("--fg-p"),
    getComputedStyle(svg.querySelector(".fg-arrow")).opacity,
]"""
FILES = "**/{css/figures.css,js/guided/figure.js}"
STYLES = '<!doctype html><link rel="stylesheet" href="/css/figures.css">'


def answer(route: Route) -> None:
    route.fulfill(path=Path("static", urlsplit(route.request.url).path[1:]))


def serve(page: Page) -> None:
    """Every address of the page is a blank one, except those of style sheet and script."""
    page.route("**/*", lambda route: route.fulfill(body="", content_type="text/html"))
    page.route(FILES, answer)
    page.goto("http://localhost/")
    page.evaluate("import('/js/guided/figure.js').then((all) => { figures = all })")


class Figure:
    """The drawing of one exercise, alone on the page."""

    def __init__(self, page: Page, slug: str) -> None:
        page.set_content(STYLES + render_to_string(f"figures/{slug}.svg"))
        self.svg = page.locator("svg.fg").element_handle()
        self.page = page

    def pose(self, pose: str, seconds: float = 5, **cue: Any) -> None:
        self.do("pose", {"pose": pose, "seconds": seconds, **cue})

    def do(self, name: str, *cue: dict[str, Any]) -> None:
        self.page.evaluate(
            "([svg, name, ...cue]) => figures[name](svg, ...cue)", [self.svg, name, *cue]
        )

    def later(self, seconds: float) -> None:
        self.page.evaluate(LATER, [self.svg, seconds])

    def seek(self, seconds: float) -> None:
        self.page.evaluate(SEEK, seconds)

    def read(self, *names: str) -> list[float]:
        return [round(found, 3) for found in self.page.evaluate(READ, [self.svg, names])]

    @property
    def running(self) -> int:
        return self.page.evaluate(RUNNING)

    @property
    def facing(self) -> tuple[str | None, ...]:
        return tuple(
            self.svg.get_attribute(f"data-{name}") for name in ("pose", "side", "direction")
        )

    @property
    def foot(self) -> str:
        return self.page.evaluate(JOINT, self.svg)
