"""A guided session whose answer fails: it waits, is sent again, and counts once.

The browser complains in its console of what these tests break, so its console is not watched here.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Route, expect

from accounts.models import BrowserSession, User
from tests.browser.guided import BEAT, RUN, Guided, address, kept, length, phone, recorded
from tests.browser.guided import PRESSES as SLUG
from tests.browser.people import sign_in
from tests.browser.routes import lose_the_answer
from tests.make import PASSWORD

DONE = [(SLUG, "guided", 90)]
TODAY = "Today: 1 of 10 · Footcare"
UNSENT = "We can’t tell whether that reached us"


@pytest.fixture
def guided(
    browser: Browser, browser_context_args: dict[str, Any], somebody: User, base_url: str
) -> Iterator[Guided]:
    """As everywhere, but for its console."""
    context = browser.new_context(**browser_context_args)
    sign_in(context, somebody, base_url)
    yield phone(context)
    context.close()


def break_next(guided: Guided, how: Callable[[Route], None]) -> None:
    guided.page.route("**/sessions/", how, times=1)


def test_without_network_it_waits_and_can_be_sent_again(finished: Guided) -> None:
    finished.page.set_viewport_size({"width": 844, "height": 390})
    break_next(finished, lambda route: route.abort())
    finished.tick()
    expect(finished.page.get_by_role("alert")).to_contain_text(UNSENT)
    expect(finished.page.get_by_role("alert")).to_be_in_viewport(ratio=1)
    assert kept(finished) == 1

    finished.tick()
    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE
    assert kept(finished) == 0


def test_an_answer_that_was_lost_is_asked_for_again_even_after_a_reload(finished: Guided) -> None:
    break_next(finished, lose_the_answer)
    finished.tick()
    expect(finished.page.get_by_role("alert")).to_contain_text(UNSENT)
    assert recorded() == DONE

    finished.page.reload()
    finished.tick()
    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE


def test_an_answer_that_is_an_error_sends_it_again_the_ordinary_way(finished: Guided) -> None:
    break_next(finished, lambda route: route.fulfill(status=503, body="The tide is in."))
    finished.tick()

    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE


def test_a_form_that_has_expired_is_told_by_its_page_and_the_session_is_kept(
    finished: Guided,
) -> None:
    finished.page.context.clear_cookies(name="csrftoken")
    finished.tick()

    heading = finished.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("The tide took this form")
    finished.page.go_back()
    finished.tick()
    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE


def test_in_a_run_the_next_one_begins_once_this_one_has_arrived(guided: Guided) -> None:
    guided.open(RUN).start()
    guided.pass_(length("ankle-circles"))
    break_next(guided, lambda route: route.abort())
    guided.pass_(BEAT)
    expect(guided.page.get_by_role("alert")).to_contain_text(UNSENT)
    assert recorded() == []

    guided.tick()
    expect(guided.page.get_by_role("button", name="Pause")).to_be_visible()
    assert guided.at[2] == "Ankle circles ticked, 1 of 3."


def test_a_player_that_never_comes_leaves_the_list_to_follow(guided: Guided) -> None:
    page = guided.page
    page.route("**/js/guided/run.js", lambda route: route.abort())
    guided.open(address(SLUG))

    expect(page.get_by_role("heading", name="One session, about 2 minutes")).to_be_visible()
    expect(page.get_by_role("button", name="I’ve done it: tick off").first).to_be_visible()


@pytest.mark.parametrize("reloaded", [False, True])
def test_what_may_have_arrived_is_taken_back_by_whoever_leaves_it_out(
    finished: Guided, reloaded: bool
) -> None:
    break_next(finished, lose_the_answer)
    finished.tick()
    expect(finished.page.get_by_role("alert")).to_contain_text(UNSENT)
    assert recorded() == DONE
    if reloaded:
        finished.page.reload()

    finished.page.get_by_role("button", name="Don’t count it").click()
    expect(finished.page.locator(".flash")).to_contain_text("Toe presses taken back, 0 of 3.")
    assert kept(finished) == 0


def test_an_answer_that_never_comes_is_given_up(finished: Guided) -> None:
    break_next(finished, lambda route: None)
    finished.tick()
    expect(finished.page.locator("form[data-sending]")).to_be_visible()
    finished.pass_(20)

    expect(finished.page.get_by_role("alert")).to_contain_text(UNSENT)
    finished.tick()
    expect(finished.page).to_have_title(TODAY)


def test_a_session_counted_early_waits_too_when_it_can_t_be_sent(guided: Guided) -> None:
    guided.open(address(SLUG)).start()
    guided.pass_(19)
    guided.page.get_by_role("link", name="Stop", exact=True).click()
    break_next(guided, lambda route: route.abort())
    guided.tick()
    expect(guided.page.get_by_role("alert")).to_contain_text(UNSENT)

    guided.page.reload()
    guided.tick()
    expect(guided.page).to_have_title(TODAY)
    assert recorded() == [(SLUG, "guided", 19)]


def test_while_it_is_sent_nothing_else_is_done(finished: Guided) -> None:
    page = finished.page
    waiting: list[Route] = []
    page.route("**/sessions/", lambda route: waiting.append(route), times=1)
    finished.tick()
    expect(page.locator("form[data-sending]")).to_be_visible()
    page.get_by_role("link", name="Don’t count it").click()
    finished.key("Escape")
    expect(page.get_by_role("heading", name="Well done")).to_be_visible()

    waiting[0].continue_()
    expect(page).to_have_title(TODAY)
    assert recorded() == DONE


def test_whoever_was_signed_out_meanwhile_signs_in_and_counts_it_once(finished: Guided) -> None:
    page = finished.page
    BrowserSession.objects.all().delete()
    finished.tick()
    page.get_by_label("Email").fill("sam@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_role("button", name="Tick it off").click()

    expect(page).to_have_title(TODAY)
    assert recorded() == DONE
    assert kept(finished) == 0
