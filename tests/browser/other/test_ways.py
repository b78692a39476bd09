"""The main ways in Firefox and in WebKit: in, a tick and its undo, a session, back, no network."""

import pytest

from accounts.models import User
from logbook.models import Session
from tests.browser.guided import PRESSES, TICK, address, dose, recorded
from tests.browser.other.browser import Browser
from tests.browser.other.line import Line
from tests.browser.people import zone_at_noon

CIRCLES = "Tick off one session: ankle circles"
WALKING = "Tick off one session: toe walking"
QUICK = {f"{name}_seconds": "0.1" for name in ("move", "hold", "return", "pause")}
# Out of its memory WebKit shows a page as it was, which then loads itself again.
IS_ANEW = "return performance.getEntriesByType('navigation')[0].type !== 'navigate'"
ZONE = "return document.forms[0].time_zone.value"
ON = "\ue014"  # the key to the right, which goes on to what comes next


@pytest.fixture
def quick(somebody: User) -> None:
    """Two toe presses of less than a second."""
    dose(PRESSES, repetitions=2, **QUICK)


def begin(browser: Browser) -> None:
    """Up to the words before the first press."""
    browser.open(address(PRESSES))
    browser.press("I’m ready")
    browser.see("Stop if it is sharp, numb or dizzy.")


def test_a_newcomer_signs_up_ticks_and_undoes(transactional_db: None, browser_of: Browser) -> None:
    browser = browser_of
    browser.open("/")
    browser.press("Start with your first toe")
    browser.fill("Email", "kim@example.org")
    browser.fill("Password", "three calm words")
    browser.wait(lambda: browser.run(ZONE) == zone_at_noon(), "It never asks for the zone")
    browser.press("Create account")
    browser.press("Skip all")
    browser.see("Ten fresh toes")
    browser.ready()

    browser.press(CIRCLES)
    browser.see("Ankle circles ticked, 1 of 3.")
    browser.see("One toe done")
    browser.sent()
    assert Session.objects.of(User.objects.get()).count() == 1

    browser.press("Undo")
    browser.see("Ankle circles taken back, 0 of 3.")
    browser.see("Ten fresh toes")
    browser.sent()
    assert Session.objects.of(User.objects.get()).count() == 0


@pytest.mark.usefixtures("quick")
def test_a_session_goes_to_its_end_and_outlives_a_reload_there(somebody_s: Browser) -> None:
    begin(somebody_s)
    somebody_s.key(ON)
    somebody_s.see("Well done")

    somebody_s.reload()
    somebody_s.see("That was all 2 presses.")
    somebody_s.rest()
    somebody_s.press(TICK)
    somebody_s.see("One toe done")
    assert [row[:2] for row in recorded()] == [(PRESSES, "guided")]


@pytest.mark.usefixtures("quick")
def test_a_session_that_was_reloaded_in_its_middle_goes_on_and_counts_once(
    somebody_s: Browser,
) -> None:
    begin(somebody_s)
    somebody_s.reload()
    somebody_s.see("You were here.")
    assert recorded() == []

    somebody_s.press("Go on")
    somebody_s.key(ON)
    somebody_s.see("Well done")
    somebody_s.rest()
    somebody_s.press(TICK)
    somebody_s.see("One toe done")
    assert [row[:2] for row in recorded()] == [(PRESSES, "guided")]


def test_today_comes_back_as_it_is_and_takes_the_next_tick(somebody_s: Browser) -> None:
    somebody_s.open("/today/")
    somebody_s.ready()
    somebody_s.press(CIRCLES)
    somebody_s.see("One toe done")
    somebody_s.sent()
    somebody_s.press("Exercises")
    somebody_s.see("Four exercises")

    somebody_s.back()
    somebody_s.wait(lambda: somebody_s.run(IS_ANEW), "It stays as the memory had it")
    somebody_s.see("One toe done")
    somebody_s.ready()
    somebody_s.press(WALKING)
    somebody_s.see("Two toes done")
    somebody_s.sent()
    assert [row[0] for row in recorded()] == ["ankle-circles", "toe-walking"]


def test_a_tick_without_a_network_is_kept_on_the_device_and_sent_once(
    somebody_s: Browser, line: Line
) -> None:
    somebody_s.open("/today/")
    somebody_s.ready()
    line.wait_until_quiet()
    line.cut()
    somebody_s.press(CIRCLES)
    somebody_s.see("One toe done")
    somebody_s.see("Not sent yet: 1")
    assert recorded() == []

    line.mend()
    somebody_s.press("Send now")
    somebody_s.sent()
    somebody_s.see("One toe done")
    assert [row[0] for row in recorded()] == ["ankle-circles"]
