"""Footcare without a network in Firefox and in WebKit, once its worker is there."""

from tests.browser.guided import PRESSES, address
from tests.browser.other.browser import Browser
from tests.browser.other.line import Line

IS_KEPT = "return caches.match(arguments[0]).then(Boolean)"
WORKS = "return Boolean(navigator.serviceWorker.controller)"


def test_today_and_a_session_open_without_a_network(somebody_s: Browser, line: Line) -> None:
    somebody_s.open("/today/")
    somebody_s.wait(lambda: somebody_s.run(WORKS), "The worker is never there")
    somebody_s.open("/today/")
    for path in ("/today/", address(PRESSES)):
        somebody_s.wait(lambda path=path: somebody_s.run(IS_KEPT, path), f"{path} is never kept")
    line.wait_until_quiet()

    line.cut()
    somebody_s.open("/today/")
    somebody_s.see("Kept on this device")
    somebody_s.ready()
    somebody_s.open(address(PRESSES))
    somebody_s.see("Get ready")
    somebody_s.open("/today/session/")  # of what is due next
    somebody_s.wait(
        lambda: somebody_s.run("return location.search") == "?round=", "The run never goes on"
    )
    somebody_s.see("Get ready")
