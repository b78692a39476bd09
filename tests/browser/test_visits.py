"""What a first visit to Today and a return weigh on a phone, straight from gunicorn."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

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
MOST_IN_ALL = 55_000  # bytes, with what comes once the page is there


@pytest.fixture
def site(prepared: Path, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Its address, and the password of the sample person."""
    environment = surroundings(shutil.copytree(prepared, tmp_path / "state"))
    password = manage(environment, "demo").split()[-1]
    with served(environment) as port:
        yield f"http://127.0.0.1:{port}", password


def test_today_is_light_at_first_and_lighter_on_return_and_nothing_moves(
    new_context: Callable[..., BrowserContext], site: tuple[str, str]
) -> None:
    address, password = site
    elsewhere = new_context()
    page = elsewhere.new_page()
    page.goto(f"{address}/accounts/login/")
    page.fill("[name=login]", "demo@example.org")
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/today/")
    context = new_context(viewport={"width": 390, "height": 844})
    context.add_cookies(elsewhere.cookies())  # type: ignore[arg-type]
    page = context.new_page()
    wire = context.new_cdp_session(page)
    sizes: list[int] = []
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))

    for most_bytes, most_requests in ((45_000, 8), (8_000, 2)):
        page.goto("about:blank")
        sizes.clear()
        page.goto(f"{address}/today/", wait_until="networkidle")
        over_the_wire = [size for size in sizes if size]  # not from the browser's own cache
        assert sum(over_the_wire) <= MOST_IN_ALL
        needed = page.evaluate(NEEDED)
        assert sum(needed) <= most_bytes
        assert 1 <= len(needed) <= most_requests
        assert page.evaluate(SHIFT) == 0
