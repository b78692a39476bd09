"""Ticking with script: the page shows it at once, and nothing is lost or doubled."""

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from accounts.models import User
from logbook.models import Session
from tests.browser.outbox import held, ready, sent

pytestmark = pytest.mark.usefixtures("somebody_is_here")

CIRCLES = "Tick off one session: Ankle circles"
WALKING = "Tick off one session: Toe walking"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("/today/")
    ready(page)
    page.evaluate("window.stayed = true")
    return page


def count(page: Page, user: User) -> int:
    """How many sessions are recorded, once all was sent."""
    sent(page)
    return Session.objects.of(user).count()


def test_a_tick_renews_row_feet_and_title_without_leaving_the_page(
    page: Page, somebody: User
) -> None:
    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_role("status")).to_contain_text("Ankle circles ticked, 1 of 3.")
    row = page.locator("li[data-exercise=ankle-circles]")
    expect(row).to_have_attribute("data-done", "1")
    expect(page).to_have_title("Today: 1 of 10 · Footcare")
    expect(page.locator("#shore")).to_have_attribute("data-counted", "1")
    assert page.evaluate("window.stayed")
    assert count(page, somebody) == 1


def test_the_keyboard_that_went_on_meanwhile_is_not_called_back(page: Page, somebody: User) -> None:
    def slow(route: Route) -> None:
        page.get_by_role("button", name=WALKING).focus()
        route.continue_()

    page.route("**/sessions/", slow, times=1)
    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    expect(page.get_by_role("button", name=WALKING)).to_be_focused()


def test_the_message_of_the_act_before_is_gone_until_this_one_has_its_own(page: Page) -> None:
    waiting: list[Route] = []
    page.get_by_role("button", name=CIRCLES).click()
    expect(page.locator(".flash")).to_contain_text("Ankle circles ticked")
    page.route("**/sessions/", lambda route: waiting.append(route), times=1)

    page.get_by_role("button", name=WALKING).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Two toes done")
    expect(page.locator(".flash")).to_be_hidden()
    held(page, waiting).continue_()

    expect(page.locator(".flash")).to_contain_text("Toe walking ticked")
    expect(page.locator(".flash")).to_be_visible()


@pytest.mark.parametrize("between", [0, 60, 200, 300])
def test_a_double_tap_is_one_session(page: Page, somebody: User, between: int) -> None:
    page.get_by_role("button", name=CIRCLES).dblclick(delay=between)

    row = page.locator("li[data-exercise=ankle-circles]")
    expect(row).to_have_attribute("data-done", "1")
    page.wait_for_load_state("networkidle")
    assert count(page, somebody) == 1


def test_a_key_held_down_is_one_session(page: Page, somebody: User) -> None:
    page.get_by_role("button", name=CIRCLES).focus()
    for _ in range(6):
        page.keyboard.down("Enter")
        page.wait_for_timeout(60)
    page.keyboard.up("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    page.wait_for_load_state("networkidle")
    assert count(page, somebody) == 1


def test_what_was_pressed_stays_under_the_finger(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.evaluate("document.documentElement.style.setProperty('overflow-anchor', 'none')")
    button = page.get_by_role("button", name=CIRCLES)
    button.scroll_into_view_if_needed()
    row = page.locator("li[data-exercise=ankle-circles]")
    before = row.evaluate("element => element.getBoundingClientRect().top")

    button.click()

    expect(row).to_have_attribute("data-done", "1")
    sent(page)
    after = row.evaluate("element => element.getBoundingClientRect().top")
    assert after == pytest.approx(before, abs=1)


def test_quick_ticks_of_two_exercises_both_count(page: Page, somebody: User) -> None:
    page.get_by_role("button", name=CIRCLES).click()
    page.get_by_role("button", name=WALKING).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Two toes done")
    assert count(page, somebody) == 2


def test_two_tabs_each_add_a_tick_and_both_stay(
    page: Page, context: BrowserContext, somebody: User
) -> None:
    other = context.new_page()
    other.goto("/today/")
    ready(other)

    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    other.get_by_role("button", name=CIRCLES).click()

    expect(other.get_by_role("heading", level=1)).to_have_text("Two toes done")
    assert count(page, somebody) == 2


def test_undo_and_put_it_back(page: Page, somebody: User) -> None:
    page.get_by_role("button", name=CIRCLES).click()
    page.locator(".flash").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ten fresh toes")
    assert count(page, somebody) == 0

    page.get_by_role("button", name="Put it back").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    assert count(page, somebody) == 1
    assert page.evaluate("window.stayed")


def test_put_back_from_two_tabs_is_back_once(
    page: Page, context: BrowserContext, somebody: User
) -> None:
    page.get_by_role("button", name=CIRCLES).click()
    page.locator(".flash").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Put it back")).to_be_visible()
    key = Session.objects.get(user=somebody).key
    other = context.new_page()
    other.goto(f"/today/?just={key}")
    ready(other)

    for tab in (page, other):
        tab.get_by_role("button", name="Put it back").click()
        expect(tab.get_by_role("heading", level=1)).to_have_text("One toe done")

    assert count(page, somebody) == 1


def test_going_back_shows_what_is_there_now_with_fresh_keys(page: Page, somebody: User) -> None:
    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    page.get_by_role("link", name="Progress").click()
    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Two toes done")
    assert count(page, somebody) == 2


def test_a_day_is_filled_in_and_corrected_on_its_own_page(page: Page, somebody: User) -> None:
    page.get_by_role("link", name="Change today’s ticks").click()
    page.get_by_role("button", name="Add one session: Toe presses").click()
    expect(page.get_by_role("status")).to_contain_text("Toe presses ticked, 1 of 3.")
    assert count(page, somebody) == 1

    page.get_by_role("button", name="Remove Toe presses").click()

    expect(page.get_by_role("status")).to_contain_text("Toe presses taken back, 0 of 3.")
    assert count(page, somebody) == 0


@pytest.mark.browser_context_args(service_workers="allow")
def test_the_worker_sends_what_waits_when_the_browser_has_a_network_again(
    page: Page, context: BrowserContext, somebody: User
) -> None:
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
    wire = context.new_cdp_session(page)
    known: list[dict[str, str]] = []
    wire.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: known.extend(event["registrations"]),
    )
    wire.send("ServiceWorker.enable")
    page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('Failed')) }")
    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()

    wire.send(
        "ServiceWorker.dispatchSyncEvent",
        {
            "origin": page.evaluate("location.origin"),
            "registrationId": known[0]["registrationId"],
            "tag": "outbox",
            "lastChance": False,
        },
    )

    sent(page)
    assert Session.objects.of(somebody).count() == 1
