"""Waiting in a page whose policy allows no eval, which Playwright's own waiting needs."""

from contextlib import suppress

from playwright.sync_api import Error, Page

STEP = 50  # milliseconds
LONGEST = 20_000


def until(page: Page, expression: str) -> None:
    """Until that is so in the page; fails where it takes longer than a busy machine explains."""
    for _ in range(LONGEST // STEP):
        with suppress(Error):  # the page goes away, and another comes
            if page.evaluate(expression):
                return
        page.wait_for_timeout(STEP)
    raise AssertionError(f"It never came: {expression}")
