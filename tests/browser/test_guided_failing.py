"""A guided session whose answer fails: it waits in the outbox, is sent again, and counts once.

The browser complains in its console of what these tests break, so its console is not watched here.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from accounts.models import BrowserSession, User
from logbook.models import Session
from tests.browser.guided import (
    BEAT,
    RUN,
    TICK,
    Guided,
    address,
    kept,
    length,
    phone,
    recorded,
    watch,
)
from tests.browser.guided import PRESSES as SLUG
from tests.browser.outbox import held, ready, sent
from tests.browser.people import sign_in
from tests.browser.routes import lose_the_answer
from tests.make import PASSWORD

DONE = [(SLUG, "guided", 90)]
TODAY = "Today: 1 of 10 · Footcare"
KEPT = "Kept on this device"
UNSENT = "We can’t tell whether that reached us, and this browser can’t keep it"
PAUSE = 2  # seconds until it is sent again
PATIENCE = 10  # seconds for an answer


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


def gone(route: Route) -> None:
    route.abort()


def locked(route: Route) -> None:
    route.fulfill(status=503, body="The tide is in.")


def tells_that_it_is_kept(page: Page) -> None:
    expect(page.get_by_role("heading", name=KEPT)).to_be_visible()
    expect(page.get_by_text("It is sent when there is a network.").first).to_be_visible()


@pytest.mark.parametrize("how", [gone, locked, lose_the_answer])
def test_what_can_t_be_sent_is_kept_told_and_sent_by_itself_once(
    finished: Guided, how: Callable[[Route], None]
) -> None:
    break_next(finished, how)
    finished.tick()
    tells_that_it_is_kept(finished.page)
    expect(finished.page.get_by_role("link", name="Go on")).to_be_focused()
    assert finished.said[-1] == f"{KEPT}. It is sent when there is a network."
    assert kept(finished) == 0

    finished.pass_(PAUSE)
    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE


def test_what_is_kept_is_sent_after_a_reload_too_and_is_not_there_to_be_counted_twice(
    finished: Guided,
) -> None:
    break_next(finished, lose_the_answer)
    finished.tick()
    tells_that_it_is_kept(finished.page)
    assert recorded() == DONE

    finished.page.reload()
    expect(finished.page.get_by_role("button", name="I’m ready")).to_be_visible()
    sent(finished.page)
    assert recorded() == DONE


def test_it_keeps_the_moment_at_which_it_ended(finished: Guided) -> None:
    finished.pass_(300)
    finished.tick()
    expect(finished.page).to_have_title(TODAY)

    session = Session.objects.get()
    assert session.moment is not None
    assert session.recorded_at is not None
    assert 300 <= (session.recorded_at - session.moment).total_seconds() <= 302


def test_a_form_that_has_expired_gets_a_fresh_token(finished: Guided) -> None:
    finished.page.context.clear_cookies(name="csrftoken")
    finished.tick()

    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE


def test_in_a_run_the_next_one_is_there_once_this_one_has_arrived_and_waits(
    guided: Guided,
) -> None:
    guided.open(RUN).start()
    guided.pass_(length("ankle-circles"))
    break_next(guided, gone)
    guided.pass_(BEAT)
    tells_that_it_is_kept(guided.page)
    assert recorded() == []

    guided.pass_(PAUSE)
    expect(guided.page).to_have_title("Toe presses, guided · Footcare")
    expect(guided.page.get_by_role("button", name="I’m ready")).to_be_visible()
    assert [slug for slug, *_ in recorded()] == ["ankle-circles"]


def test_a_player_that_never_comes_leaves_the_list_to_follow(guided: Guided) -> None:
    page = guided.page
    page.route("**/js/guided/run.js", lambda route: route.abort())
    guided.open(address(SLUG))

    expect(page.get_by_role("heading", name="One session, about 2 minutes")).to_be_visible()
    expect(page.get_by_role("button", name="I’ve done it: tick off").first).to_be_visible()


def test_what_is_kept_shows_on_today_and_is_undone_there(finished: Guided) -> None:
    page = finished.page
    page.route("**/sessions/**", gone)
    finished.tick()
    tells_that_it_is_kept(page)
    page.get_by_role("link", name="Go on").click()
    ready(page)
    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()
    row = page.locator(f"li[data-exercise={SLUG}]")
    expect(row).to_contain_text("Kept on this phone")
    row.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ten fresh toes")

    page.unroute("**/sessions/**")
    page.get_by_role("button", name="Send now").click()
    sent(page)
    assert Session.objects.filter(undone_at=None).count() == 0
    assert Session.objects.count() == 1


def test_an_answer_that_never_comes_is_waited_for_by_the_outbox_alone(finished: Guided) -> None:
    never: list[Route] = []
    break_next(finished, lambda route: never.append(route))
    finished.tick()
    held(finished.page, never)
    finished.pass_(PATIENCE)

    tells_that_it_is_kept(finished.page)
    finished.page.get_by_role("link", name="Go on").click()
    expect(finished.page).to_have_title(TODAY)
    sent(finished.page)
    assert recorded() == DONE


def test_a_session_counted_early_is_kept_too(guided: Guided) -> None:
    guided.open(address(SLUG)).start()
    guided.pass_(19)
    guided.page.get_by_role("link", name="Stop", exact=True).click()
    break_next(guided, gone)
    guided.tick()
    tells_that_it_is_kept(guided.page)

    guided.pass_(PAUSE)
    expect(guided.page).to_have_title(TODAY)
    assert recorded() == [(SLUG, "guided", 19)]


def test_one_that_is_over_in_two_tabs_counts_once(finished: Guided) -> None:
    other = watch(finished.page.context.new_page()).open(address(SLUG))
    expect(other.page.get_by_role("heading", name="Well done")).to_be_visible()
    other.awake()
    for tab in (finished, other):
        tab.tick()
        expect(tab.page).to_have_title(TODAY)

    assert recorded() == DONE


def test_where_another_tab_sends_it_this_one_goes_on_too(finished: Guided) -> None:
    finished.page.route("**/sessions/", gone)
    finished.tick()
    tells_that_it_is_kept(finished.page)
    finished.page.context.new_page().goto("/settings/")

    expect(finished.page).to_have_title(TODAY)
    assert recorded() == DONE


def test_while_it_is_sent_nothing_else_is_done(finished: Guided) -> None:
    page = finished.page
    waiting: list[Route] = []
    page.route("**/sessions/", lambda route: waiting.append(route), times=1)
    finished.tick()
    expect(page.locator("form[data-sending]")).to_be_visible()
    page.get_by_role("link", name="Don’t count it").click()
    finished.key("Escape")
    expect(page.get_by_role("heading", name="Well done")).to_be_visible()

    held(page, waiting).continue_()
    expect(page).to_have_title(TODAY)
    assert recorded() == DONE


def test_for_whoever_was_signed_out_meanwhile_it_waits_until_they_sign_in(
    finished: Guided,
) -> None:
    page = finished.page
    BrowserSession.objects.all().delete()
    finished.tick()
    expect(page.get_by_role("link", name="Sign in to send")).to_be_visible()
    page.get_by_label("Email").fill("sam@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()

    expect(page).to_have_title(TODAY)
    sent(page)
    assert recorded() == DONE
    assert kept(finished) == 0


def test_a_browser_that_keeps_nothing_says_so_and_it_can_be_sent_again(guided: Guided) -> None:
    page = guided.page
    page.set_viewport_size({"width": 844, "height": 390})
    page.add_init_script("indexedDB.open = () => { throw new Error('It is full.') }")
    guided.open(address(SLUG)).start()
    guided.pass_(length(SLUG))
    break_next(guided, gone)
    guided.tick()
    expect(page.get_by_role("alert")).to_contain_text(UNSENT)
    expect(page.get_by_role("alert")).to_be_in_viewport(ratio=1)
    assert kept(guided) == 1

    page.reload()
    guided.awake()
    guided.tick()
    expect(page).to_have_title(TODAY)
    assert recorded() == DONE


def test_in_a_run_such_a_browser_asks_for_the_button(guided: Guided) -> None:
    guided.page.add_init_script("indexedDB.open = () => { throw new Error('It is full.') }")
    guided.open(RUN).start()
    guided.pass_(length("ankle-circles"))
    break_next(guided, gone)
    guided.pass_(BEAT)
    expect(guided.page.get_by_role("alert")).to_contain_text(UNSENT)
    assert guided.shows(TICK)

    guided.tick()
    expect(guided.page.get_by_role("button", name="Pause")).to_be_visible()
    assert [slug for slug, *_ in recorded()] == ["ankle-circles"]
