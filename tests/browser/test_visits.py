"""What a first visit to a page and a return weigh on a phone, straight from gunicorn."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.site import manage, served, surroundings

SHIFT = """() => new Promise(done => {
  let shift = 0
  new PerformanceObserver(list => list.getEntries().forEach(entry => {
    if (!entry.hadRecentInput) shift += entry.value
  })).observe({type: "layout-shift", buffered: true})
  setTimeout(() => done(shift), 300)
})"""

# The bytes of each answer that came over the wire and that the page needed until it was loaded.
NEEDED = """() => {
  const [page] = performance.getEntriesByType("navigation")
  const needed = performance.getEntriesByType("resource").filter(
    each => each.startTime < page.loadEventStart && each.transferSize)
  return [page, ...needed].map(each => each.transferSize)
}"""
# At first and on return: bytes and answers that a page needs, and bytes with what comes afterwards.
MOST = {
    "/": ((20_000, 8, 48_000), (6_000, 2, 6_500)),
    "/today/": ((20_000, 8, 51_500), (7_000, 2, 7_500)),
    "/exercises/toe-walking/session/": ((46_000, 28, 83_000), (9_000, 2, 9_500)),
}


@pytest.fixture
def site(prepared: Path, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Its address, and the password of the sample person."""
    environment = surroundings(shutil.copytree(prepared, tmp_path / "state"))
    password = manage(environment, "demo").split()[-1]
    with served(environment) as port:
        yield f"http://127.0.0.1:{port}", password


def is_light_and_still(
    page: Page, address: str, most_needed: int, most_requests: int, most_in_all: int
) -> None:
    page.goto("about:blank")
    wire = page.context.new_cdp_session(page)
    sizes: list[int] = []
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")

    needed = page.evaluate(NEEDED)
    assert sum(needed) <= most_needed
    assert 1 <= len(needed) <= most_requests
    assert sum(sizes) <= most_in_all  # nothing comes over the wire from the browser's own cache
    assert page.evaluate(SHIFT) == 0


def test_pages_are_light_at_first_and_lighter_on_return_and_nothing_moves(
    new_context: Callable[..., BrowserContext], site: tuple[str, str], subtests: pytest.Subtests
) -> None:
    address, password = site
    elsewhere = new_context()
    page = elsewhere.new_page()
    page.goto(f"{address}/accounts/login/")
    page.fill("[name=login]", "demo@example.org")
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/today/")
    for path, visits in MOST.items():
        context = new_context(viewport={"width": 390, "height": 844})
        if path != "/":  # which leads whoever is signed in to Today
            context.add_cookies(elsewhere.cookies())  # type: ignore[arg-type]
        page = context.new_page()
        for most in visits:
            with subtests.test(path, most=most):
                is_light_and_still(page, f"{address}{path}", *most)
