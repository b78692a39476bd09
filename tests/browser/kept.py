"""What a browser keeps of the site: its caches, and the moment when the worker has filled them."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import BrowserContext, Page

READ = """async () => Promise.all((await caches.keys()).map(async name => {
  const requests = await (await caches.open(name)).keys()
  return [name, requests.map(({url}) => new URL(url).pathname + new URL(url).search)]
}))"""
IS_SETTLED = """async () => {
  const { installing, waiting, active } = await navigator.serviceWorker.getRegistration()
  return !installing && !waiting && active.state === "activated"
}"""
MILLISECONDS = """() => {
  const [{ domContentLoadedEventEnd }] = performance.getEntriesByType("navigation")
  return domContentLoadedEventEnd
}"""


class Kept(NamedTuple):
    """The caches by name, in their order, and what is in each."""

    shells: dict[str, list[str]]
    people: dict[str, list[str]]

    @property
    def pages(self) -> list[str]:
        """Of a person, who is the only one."""
        ((_, pages),) = self.people.items()
        return pages


def read(page: Page) -> Kept:
    found = dict(page.evaluate(READ))
    assert all(name.startswith(("shell-", "kept-")) for name in found)
    return Kept(
        *({name: found[name] for name in found if name.startswith(kind)} for kind in ("sh", "ke"))
    )


def wait_for(page: Page, happened: Callable[[Kept], bool]) -> Kept:
    until = time.monotonic() + 90
    while not happened(kept := read(page)):
        assert time.monotonic() < until, kept
        page.wait_for_timeout(50)
    return kept


def whole(page: Page) -> Kept:
    """Once the shell is there and the last page of the person's too."""
    wait_for(page, lambda kept: any(pages for pages in kept.shells.values()))
    return wait_for(page, lambda kept: any(len(pages) == 12 for pages in kept.people.values()))


def settled(page: Page) -> None:
    """Once no worker takes over: a page that is asked for in that moment may never come."""
    until = time.monotonic() + 90
    while not page.evaluate(IS_SETTLED):
        assert time.monotonic() < until
        page.wait_for_timeout(50)


@contextmanager
def offline(context: BrowserContext) -> Iterator[None]:
    context.set_offline(True)
    yield
    context.set_offline(False)


def milliseconds(page: Page) -> float:
    """From asking for the page to its being read."""
    taken: float = page.evaluate(MILLISECONDS)
    return taken
