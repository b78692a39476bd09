"""On a slow line no page moves what it has shown, neither at first nor on return."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext

from accounts.models import User
from exercises.models import Exercise
from tests.browser.people import sign_in, today
from tests.browser.slow import slow_line
from tests.browser.test_every_page import PERSONAL, PUBLIC, on
from tests.make import make_session

MOVED = """() => new Promise(done => {
  const moved = []
  const name = ({node}) => node ? `${node.nodeName} ${node.getAttribute?.("class")}` : "gone"
  new PerformanceObserver(list => list.getEntries().forEach(entry => {
    if (!entry.hadRecentInput) moved.push(...entry.sources.map(name))
  })).observe({type: "layout-shift", buffered: true})
  setTimeout(() => done(moved), 50)
})"""
AT_ONCE = 12
PHONE = {"width": 390, "height": 844}

Open = Callable[..., BrowserContext]


@pytest.fixture
def slowly(base_url: str) -> Iterator[str]:
    with slow_line(base_url) as address:
        yield address


def check(context: BrowserContext, addresses: list[str], subtests: pytest.Subtests) -> None:
    """Each address is opened on a page of its own, some at once: what is slow is the line."""
    tabs = [context.new_page() for _ in range(AT_ONCE)]
    wires = [context.new_cdp_session(tab) for tab in tabs]
    for visit in ("at first", "on return"):
        for wire in wires:
            wire.send("Network.setCacheDisabled", {"cacheDisabled": visit == "at first"})
        for start in range(0, len(addresses), AT_ONCE):
            under_way = list(zip(addresses[start : start + AT_ONCE], tabs, strict=False))
            for address, tab in under_way:
                tab.goto("about:blank")
                tab.evaluate("address => { setTimeout(() => location.assign(address)) }", address)
            for address, tab in under_way:
                with subtests.test(f"{address} {visit}"):
                    tab.wait_for_url(re.compile("http"))  # some lead elsewhere
                    assert tab.evaluate(MOVED) == []


@pytest.mark.usefixtures("transactional_db")
def test_a_public_page_moves_nothing(
    new_context: Open, slowly: str, subtests: pytest.Subtests
) -> None:
    context = new_context(viewport=PHONE)
    check(context, [slowly + path for path in PUBLIC], subtests)


def test_a_personal_page_moves_nothing(
    new_context: Open, somebody: User, base_url: str, slowly: str, subtests: pytest.Subtests
) -> None:
    for exercise in Exercise.objects.all()[:2]:
        make_session(user=somebody, exercise=exercise, day=today())
    context = new_context(viewport=PHONE)
    sign_in(context, somebody, base_url)
    check(context, [slowly + on(path) for path in PERSONAL], subtests)
