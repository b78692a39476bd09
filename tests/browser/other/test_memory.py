"""Pages that come back in Firefox and in WebKit, which keeps them in its memory: as it is now."""

from accounts.models import User
from exercises.models import Exercise
from tests.browser.other.browser import Browser
from tests.browser.other.line import Line
from tests.browser.people import today
from tests.make import make_session


def test_today_comes_back_with_what_was_done_on_another_device(
    somebody_s: Browser, somebody: User, line: Line
) -> None:
    somebody_s.open("/today/")
    somebody_s.see("Ten fresh toes")
    somebody_s.ready()
    somebody_s.press("Exercises")
    somebody_s.see("Four exercises")
    line.wait_until_quiet()  # a page that is left sooner misses what hadn't come
    circles = Exercise.objects.get(slug="ankle-circles")
    make_session(user=somebody, exercise=circles, day=today())

    somebody_s.back()
    somebody_s.see("One toe done")

    line.wait_until_quiet()
    somebody_s.forward()
    somebody_s.see("Four exercises")


def test_after_signing_out_nothing_of_the_person_comes_back(somebody_s: Browser) -> None:
    somebody_s.open("/today/")
    somebody_s.ready()
    somebody_s.open("/accounts/logout/")
    somebody_s.ready()
    somebody_s.press("Sign out")
    somebody_s.see("You are signed out.")
    somebody_s.ready()

    somebody_s.back()
    somebody_s.see("Start with your first toe")
    somebody_s.back()

    somebody_s.see("Welcome back")
    assert somebody_s.run("return document.querySelector('[name=next]').value") == "/today/"
    assert "Ten fresh toes" not in somebody_s.words
