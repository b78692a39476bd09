"""A phone whose facilities keep what the guided session asked of them, or a real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.browser.console import complaints_of

FAKES = Path(__file__).parent / "facilities.js"
MODULE = "/static/js/guided/device.js"
ALL_ON = "{voice: true, language: 'en-GB', tones: true, vibration: true, headset: true}"
LISTEN = """
    window.pressed = [];
    const names = ['play', 'pause', 'next', 'previous'];
    const handlers = Object.fromEntries(names.map((name) => [name, () => pressed.push(name)]));
    device.listen(handlers, 'Toe presses');
"""
EMPTY_PAGE = '<!doctype html><html lang="en-GB"><link rel="icon" href="data:,">'
MOMENT = 60  # milliseconds; Chromium loses what it is to speak sooner after it was cut short


class Phone:
    """Runs script with `device` at hand, and with `facilities` where they are fakes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.do("window.missing = []; device.onMissing((name) => missing.push(name))")

    def do(self, script: str) -> Any:
        """What the script returns."""
        return self.page.evaluate(
            f"async () => {{ const device = await import('{MODULE}'); {script} }}"
        )

    def begin(self, switches: str = ALL_ON) -> None:
        """Begins, and forgets that speech was primed."""
        self.do(f"device.begin({switches}); speechSynthesis.over()")
        self.heard()

    def heard(self) -> list[str]:
        """What was asked of the browser since this was last looked at."""
        return self.page.evaluate("facilities.heard.splice(0)")

    def hears(self, script: str) -> list[str]:
        self.heard()
        self.do(script)
        return self.heard()

    def missing(self) -> list[str]:
        return self.page.evaluate("missing")

    def wait(self, milliseconds: int) -> list[str]:
        """What was asked of the browser meanwhile."""
        self.heard()
        self.page.clock.run_for(milliseconds)
        return self.heard()


def open_page(browser: Browser, options: dict[str, Any]) -> Iterator[Page]:
    """Empty, with a clock that stands still until a test lets it run; for all tests of a file."""
    context = browser.new_context(**options)
    page = context.new_page()
    page.add_init_script(path=FAKES)
    page.route("**/empty/", lambda route: route.fulfill(content_type="text/html", body=EMPTY_PAGE))
    page.clock.install(time=0)
    page.clock.pause_at(10)
    yield page
    context.close()


def open_phone(page: Page) -> Iterator[Phone]:
    """Loads the page, and with it the module, anew; the console must stay clean."""
    complaints = complaints_of(page.context)
    page.goto("/empty/")
    yield Phone(page)
    assert complaints == []
