"""A guided session whose answer fails: it waits, is sent again, and counts once.

The browser complains in its console of what these tests break, so its console is not watched here.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from accounts.models import User
from tests.browser.guided import BEAT, RUN, Guided, address, kept, length, phone, recorded
from tests.browser.people import sign_in

SLUG = "toe-presses"
DONE = [(SLUG, "guided", 85)]
TICK = "Tick off this session"
TODAY = "Today: 1 of 10 · Footcare"
UNSENT = "We can’t tell whether that reached us"


@pytest.fixture
def guided(
    browser: Browser, browser_context_args: dict[str, Any], somebody: User, base_url: str
) -> Iterator[Guided]:
    """As everywhere, but for its console."""
    context = browser.new_context(**browser_context_args, reduced_motion="reduce")
    sign_in(context, somebody, base_url)
    yield phone(context)
    context.close()


@pytest.fixture
def finished(guided: Guided) -> Guided:
    guided.open(address(SLUG)).start()
    guided.pass_(length(SLUG))
    assert guided.shows(TICK)
    return guided


def break_next(guided: Guided, how: Callable[[Route], None]) -> None:
    guided.page.route("**/sessions/", how, times=1)


def test_without_network_it_waits_and_can_be_sent_again(finished: Guided) -> None:
    finished.page.set_viewport_size({"width": 844, "height": 390})
    break_next(finished, lambda route: route.abort())
    finished.press(TICK)
    expect(finished.page.get_by_role("alert")).to_contain_text(UNSENT)
    expect(finished.page.get_by_role("alert")).to_be_in_viewport(ratio=1)
    assert kept(finished) == 1

    finished.press(TICK)
    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE
    assert kept(finished) == 0


def test_an_answer_that_was_lost_is_asked_for_again_even_after_a_reload(finished: Guided) -> None:
    def arrives_but_the_answer_does_not(route: Route) -> None:
        route.fetch(max_redirects=0)
        route.abort()

    break_next(finished, arrives_but_the_answer_does_not)
    finished.press(TICK)
    expect(finished.page.get_by_role("alert")).to_contain_text(UNSENT)
    assert recorded() == DONE

    finished.page.reload()
    finished.press(TICK)
    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE


def test_an_answer_that_is_an_error_sends_it_again_the_ordinary_way(finished: Guided) -> None:
    break_next(finished, lambda route: route.fulfill(status=503, body="The tide is in."))
    finished.press(TICK)

    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE


def test_a_form_that_has_expired_is_told_by_its_page_and_the_session_is_kept(
    finished: Guided,
) -> None:
    finished.page.context.clear_cookies(name="csrftoken")
    finished.press(TICK)

    heading = finished.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("The tide took this form")
    finished.page.go_back()
    finished.press(TICK)
    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE


def test_in_a_run_the_next_one_begins_once_this_one_has_arrived(guided: Guided) -> None:
    guided.open(RUN).start()
    guided.pass_(length("ankle-circles"))
    break_next(guided, lambda route: route.abort())
    guided.pass_(BEAT)
    expect(guided.page.get_by_role("alert")).to_contain_text(UNSENT)
    assert recorded() == []

    guided.press(TICK)
    expect(guided.page.get_by_role("button", name="Pause")).to_be_visible()
    assert guided.at[2] == "Ankle circles ticked, 1 of 3."


def test_a_player_that_never_comes_leaves_the_list_to_follow(guided: Guided) -> None:
    page = guided.page
    page.route("**/js/guided/run.js", lambda route: route.abort())
    guided.open(address(SLUG))

    expect(page.get_by_role("heading", name="One session, about 2 minutes")).to_be_visible()
    expect(page.get_by_role("button", name="I’ve done it: tick off")).to_be_visible()
