"""Which Chromium the browser tests use, and how one gets onto a machine that has none.

`python -m tests.browser.chromium` finds or installs it; `make test` calls that before the tests.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import packages

SETTING = "FOOTCARE_CHROMIUM"
CHROMIUM = "/usr/bin/chromium"
FONTS = "fonts-liberation"
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


def install() -> None:
    """From the system's packages where that is allowed, else as Playwright's download."""
    if not any(packages.install(name, FONTS) for name in ("chromium-headless-shell", "chromium")):
        packages.run([sys.executable, "-m", "playwright", "install", "chromium"])


def main() -> None:
    try:
        found = find()
    except NoChromium as problem:
        if os.environ.get(SETTING):
            sys.exit(str(problem))
        install()
    else:
        # A person's machine is left as it is; one that only tests gets the quicker browser.
        if os.environ.get("CI") and found == CHROMIUM:
            packages.install("chromium-headless-shell", FONTS)
    try:
        print("Browser tests use", find())
    except NoChromium as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
