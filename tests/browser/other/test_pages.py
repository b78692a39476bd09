"""The main pages in Firefox and in WebKit: nothing sticks out of them, and nobody complains."""

from tests.browser.guided import PRESSES, address
from tests.browser.other.browser import Browser

PUBLIC = ["/", "/exercises/", f"/exercises/{PRESSES}/", "/accounts/signup/", "/accounts/login/"]
PERSONAL = ["/today/", address(PRESSES), "/week/", "/history/", "/pain/", "/settings/"]
STICKS_OUT = "return document.scrollingElement.scrollWidth - document.documentElement.clientWidth"


def test_nothing_sticks_out_of_a_page(browser_of: Browser) -> None:
    assert {path: sticks_out(browser_of, path) for path in PUBLIC} == dict.fromkeys(PUBLIC, 0)


def test_nothing_sticks_out_of_a_personal_page(somebody_s: Browser) -> None:
    assert {path: sticks_out(somebody_s, path) for path in PERSONAL} == dict.fromkeys(PERSONAL, 0)


def sticks_out(browser: Browser, path: str) -> int:
    """By how much the page is wider than its window."""
    browser.open(path)
    assert browser.path == path
    return int(browser.run(STICKS_OUT))
