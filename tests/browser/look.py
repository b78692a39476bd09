"""How a page is judged: accessible in each size and theme, and nothing sticks out on a phone."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS: dict[str, Any] = {
    "resultTypes": ["violations"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
LOOKS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]


def check(page: Page) -> None:
    """Judge the page that is open in every look, without loading it anew."""
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        results = Axe().run(page, options=OPTIONS)
        assert results.violations_count == 0, f"{width} {scheme}\n{results.generate_report()}"
    assert page.locator("h1").count() == 1
    page.set_viewport_size({"width": 320, "height": 700})
    assert sideways(page) == 0


def sideways(page: Page) -> int:
    """How far the page can be scrolled sideways, in CSS pixels."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
