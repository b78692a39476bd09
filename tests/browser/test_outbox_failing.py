"""Acts whose way fails: each is kept, told, sent again by itself, and counts once.

The browser complains in its console of what these tests break, so its console is not watched here.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from accounts.models import BrowserSession, User
from logbook.models import Session
from tests.browser.outbox import ready, sent
from tests.browser.people import sign_in
from tests.browser.routes import lose_the_answer
from tests.browser.test_outbox import CIRCLES, WALKING, count
from tests.make import PASSWORD, make_user

CHANGE_THE_DAY = """() => new Promise((done) => {
    indexedDB.open("footcare-outbox").onsuccess = ({target: {result}}) => {
        const shelf = result.transaction("acts", "readwrite").objectStore("acts")
        shelf.getAll().onsuccess = ({target: {result: [act]}}) => {
            act.fields.find(([name]) => name === "day")[1] = "2099-01-01"
            shelf.put(act).onsuccess = () => { result.close(); done() }
        }
    }
})"""

ACTS = """() => new Promise((done) => {
    indexedDB.open("footcare-outbox").onsuccess = ({target: {result}}) => {
        const asked = result.transaction("acts").objectStore("acts").getAll()
        asked.onsuccess = () => { result.close(); done(asked.result) }
    }
})"""


@pytest.fixture
def page(
    browser: Browser, browser_context_args: dict[str, Any], somebody: User, base_url: str
) -> Iterator[Page]:
    context = browser.new_context(**browser_context_args)
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.goto("/today/")
    yield ready(page)
    context.close()


def break_next(page: Page, how: Callable[[Route], None]) -> None:
    """The next session sent is met with that; those after it arrive."""
    page.route("**/sessions/", how, times=1)


def gone(route: Route) -> None:
    route.abort()


def locked(route: Route) -> None:
    route.fulfill(status=503, body="The tide is in.")


def too_often(route: Route) -> None:
    route.fulfill(status=429, body="Too often.")


def portal(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<h1>Welcome to our hotel</h1>")


def half(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"key": "01')


def another_s(route: Route) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"key": "1", "done": true}')


def send_now(page: Page) -> None:
    page.get_by_role("button", name="Send now").click()


@pytest.mark.parametrize("how", [gone, lose_the_answer, locked, too_often, portal, half, another_s])
def test_what_is_no_answer_of_ours_leaves_the_tick_kept_until_it_is_sent_once(
    page: Page, somebody: User, how: Callable[[Route], None]
) -> None:
    break_next(page, how)

    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()
    row = page.locator("li[data-exercise=ankle-circles]")
    expect(row).to_contain_text("Kept on this phone")
    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    send_now(page)

    expect(page.get_by_text("Sent: 1")).to_be_visible()
    expect(row).not_to_contain_text("Kept on this phone")
    assert count(page, somebody) == 1


def test_it_is_sent_by_itself_when_the_page_is_opened_again(page: Page, somebody: User) -> None:
    break_next(page, gone)
    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()

    page.goto("/settings/")

    assert count(page, somebody) == 1


def test_a_page_that_is_left_before_the_shelf_has_the_tick_loses_nothing(
    page: Page, somebody: User
) -> None:
    page.evaluate("IDBFactory.prototype.open = () => ({})")  # as slow as can be
    page.get_by_role("button", name=CIRCLES).click()

    page.goto("/care/")
    ready(page)

    assert count(page, somebody) == 1


def test_it_is_sent_by_itself_after_a_while(page: Page, somebody: User) -> None:
    break_next(page, gone)

    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()
    assert count(page, somebody) == 1


def test_what_is_kept_survives_a_reload_without_a_network_and_shows_in_the_day(
    page: Page, somebody: User
) -> None:
    page.route("**/sessions/", gone)
    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()
    page.reload()
    ready(page).get_by_role("button", name=WALKING).click()

    expect(page.get_by_text("Not sent yet: 2")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two toes done")
    assert not Session.objects.exists()
    page.unroute("**/sessions/")
    send_now(page)
    assert count(page, somebody) == 2


def test_what_is_kept_can_be_undone_before_it_is_sent(page: Page, somebody: User) -> None:
    page.route("**/sessions/**", gone)
    page.get_by_role("button", name=CIRCLES).click()
    row = page.locator("li[data-exercise=ankle-circles]")
    row.get_by_role("button", name="Undo").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Ten fresh toes")
    expect(row).not_to_contain_text("Kept on this phone")
    page.unroute("**/sessions/**")
    send_now(page)
    sent(page)
    assert Session.objects.filter(user=somebody, undone_at=None).count() == 0
    assert Session.objects.filter(user=somebody).count() == 1


def test_after_a_failure_the_next_tick_goes_in_order(page: Page, somebody: User) -> None:
    break_next(page, gone)

    page.get_by_role("button", name=WALKING).click()
    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()
    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Two toes done")
    assert count(page, somebody) == 2
    names = Session.objects.order_by("recorded_at").values_list("exercise__slug", flat=True)
    assert list(names) == ["toe-walking", "ankle-circles"]


def test_a_token_that_ran_out_is_renewed(page: Page, somebody: User) -> None:
    page.context.clear_cookies(name="csrftoken")

    page.get_by_role("button", name=CIRCLES).click()

    assert count(page, somebody) == 1


def test_after_an_expired_session_the_tick_waits_for_its_person_to_sign_in(
    page: Page, somebody: User
) -> None:
    BrowserSession.objects.all().delete()
    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_role("link", name="Sign in to send")).to_be_visible()
    assert not Session.objects.exists()
    page.get_by_label("Email").fill(somebody.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    assert count(page, somebody) == 1


def test_another_person_s_sign_in_never_sends_it_and_says_that_it_is_there(
    page: Page, somebody: User, base_url: str
) -> None:
    BrowserSession.objects.all().delete()
    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_role("link", name="Sign in to send")).to_be_visible()
    other = make_user(email="kim@example.org")
    sign_in(page.context, other, base_url)
    page.goto("/today/")

    expect(page.get_by_text("Something waits here that somebody else did")).to_be_visible()
    assert not Session.objects.exists()
    sign_in(page.context, somebody, base_url)
    page.goto("/today/")
    assert count(page, somebody) == 1


def test_what_is_refused_while_nobody_looks_is_told_and_stays_until_it_is_taken_away(
    page: Page, somebody: User
) -> None:
    page.route("**/sessions/", gone)
    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()
    page.evaluate(CHANGE_THE_DAY)
    page.unroute("**/sessions/")
    page.goto("/settings/")

    told = page.locator(".slim--outbox li")
    expect(told).to_contain_text("Tick off one session: Ankle circles")
    expect(told).to_contain_text("It wasn’t taken")
    expect(told).to_contain_text("still to come")
    page.reload()
    ready(page).get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Stay").click()
    told.get_by_role("button", name="Take it away").click()

    expect(told).to_have_count(0)
    assert not Session.objects.exists()


def test_a_browser_that_keeps_nothing_sends_at_once_and_says_so_where_it_can_t(
    page: Page, somebody: User
) -> None:
    page.add_init_script("indexedDB.open = () => { throw new Error('It is full.') }")
    page.reload()
    ready(page)
    break_next(page, gone)

    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_role("alert")).to_contain_text("We can’t tell whether that reached us")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ten fresh toes")
    assert not Session.objects.exists()
    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_text("Ankle circles ticked, 1 of 3.").first).to_be_attached()
    expect(page.get_by_role("alert")).to_be_hidden()
    assert count(page, somebody) == 1


@pytest.fixture
def waiting(page: Page) -> Page:
    """One tick waits, on the page with the button that signs out."""
    page.route("**/sessions/", gone)
    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()
    page.goto("/settings/")
    ready(page).get_by_role("button", name="Sign out").click()
    return page


def test_signing_out_asks_first_and_can_send_what_waits(waiting: Page, somebody: User) -> None:
    waiting.unroute("**/sessions/")
    waiting.get_by_role("button", name="Send it first, then go").click()

    waiting.wait_for_url("/")
    assert Session.objects.of(somebody).count() == 1


def test_signing_out_can_delete_what_waits(waiting: Page) -> None:
    waiting.get_by_role("button", name="Go, and delete it").click()

    waiting.wait_for_url("/")
    assert waiting.evaluate(ACTS) == []
    assert not Session.objects.exists()


def test_whoever_stays_loses_nothing(waiting: Page) -> None:
    waiting.get_by_role("button", name="Stay").click()

    expect(waiting.get_by_role("button", name="Sign out")).to_be_focused()
    assert len(waiting.evaluate(ACTS)) == 1


def test_without_a_network_nobody_is_signed_out_by_sending(waiting: Page) -> None:
    waiting.get_by_role("button", name="Send it first, then go").click()

    expect(waiting.get_by_text("No connection")).to_be_visible()
    assert len(waiting.evaluate(ACTS)) == 1
