"""Which Chromium the browser tests use, and how one gets onto a machine that has none.

The tests get it when the first of them needs it; `python -m tests.browser.chromium` does so alone.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import packages

SETTING = "FOOTCARE_CHROMIUM"
CHROMIUM = "/usr/bin/chromium"
# The first is the same browser without its window: these tests take 40 % less time in it.
PLACES = (
    "/usr/bin/chromium-headless-shell",
    CHROMIUM,
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
)
FLAGS = (
    "--no-sandbox",  # Chromium's own sandbox refuses to work for root, and in most containers
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class NoChromium(RuntimeError):
    """The sentence says what to do."""


def find() -> str:
    """The path of a Chromium: the one that the setting names, the system's, or Playwright's."""
    if named := os.environ.get(SETTING):
        if not shutil.which(named):
            raise NoChromium(f"{SETTING} is “{named}”, and no program can be started there.")
        return named
    for place in PLACES:
        if found := shutil.which(place):
            return found
    with sync_playwright() as playwright:
        downloaded = playwright.chromium.executable_path
    if Path(downloaded).exists():
        return downloaded
    raise NoChromium(
        "The browser tests need a Chromium, and none could be found or installed. Install the "
        f"package chromium, or set {SETTING} to the path of a Chrome or Chromium."
    )


def get() -> str:
    """As `find`, but where there is none it is installed first. Raises NoChromium."""
    with packages.one_at_a_time():
        try:
            found = find()
        except NoChromium:
            if os.environ.get(SETTING):
                raise
            install()
        else:
            # A person's machine is left as it is; one that only tests gets the quicker browser.
            if os.environ.get("CI") and found == CHROMIUM:
                packages.install("chromium-headless-shell")
        return find()


def whole() -> str:
    """One with a back/forward memory, which chromium-headless-shell lacks. Raises NoChromium."""
    with packages.one_at_a_time():
        if (found := find()) != PLACES[0]:
            return found
        if not (shutil.which(CHROMIUM) or packages.install("chromium")):
            raise NoChromium("What is about the browser’s memory needs the package chromium.")
        return CHROMIUM


def install() -> None:
    """From the system's packages where that is allowed, else as Playwright's download."""
    if not any(packages.install(name) for name in ("chromium-headless-shell", "chromium")):
        packages.run([sys.executable, "-m", "playwright", "install", "chromium"])


def main() -> None:
    try:
        print("Browser tests use", get())
    except NoChromium as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
