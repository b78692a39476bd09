"""Waiting for the outbox of a page: until its script is there, and until all it held was sent."""

from playwright.sync_api import Page, Route, expect


def ready(page: Page) -> Page:
    """The page, once what is pressed in it goes through the outbox; before, forms are just sent."""
    expect(page.locator("html[data-acts]")).to_be_attached()
    return page


def sent(page: Page) -> None:
    """Once the server has answered all that was done."""
    expect(page.locator("html[data-acts]:not([data-waiting])")).to_be_attached()


def held(page: Page, routes: list[Route]) -> Route:
    """The request that a test holds back, once it is asked: an act is kept first."""
    for _ in range(400):
        if routes:
            return routes[0]
        page.wait_for_timeout(50)
    raise AssertionError("Nothing was sent.")
