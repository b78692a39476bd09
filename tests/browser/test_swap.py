"""Ticking with script: the page stays, its pieces are renewed, and nothing is lost or doubled."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session as SignedIn
from playwright.sync_api import BrowserContext, Page, Route, expect

from accounts.models import User
from logbook.models import Session
from tests.browser.people import sign_in
from tests.make import PASSWORD

CIRCLES = "Tick off one session: Ankle circles"
WALKING = "Tick off one session: Toe walking"
SAME_TAP = 850  # milliseconds; a little more than swap.js takes for one tap


@pytest.fixture
def context(
    new_context: Callable[..., BrowserContext], somebody: User, base_url: str
) -> BrowserContext:
    context = new_context()
    sign_in(context, somebody, base_url)
    return context


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("/today/")
    page.evaluate("window.stayed = true")
    return page


def count(user: User) -> int:
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
    assert count(somebody) == 1


def test_the_keyboard_stays_where_it_was(page: Page, somebody: User) -> None:
    page.get_by_role("button", name=CIRCLES).focus()

    for done in ("1", "2"):
        page.wait_for_timeout(SAME_TAP)
        page.keyboard.press("Enter")
        expect(page.locator("li[data-exercise=ankle-circles]")).to_have_attribute("data-done", done)
        expect(page.get_by_role("button", name=CIRCLES)).to_be_focused()

    assert count(somebody) == 2


def test_the_keyboard_stays_in_the_row_when_its_button_goes(page: Page, somebody: User) -> None:
    page.get_by_role("button", name=WALKING).focus()
    for done in ("1", "2"):
        page.wait_for_timeout(SAME_TAP)
        page.keyboard.press("Enter")
        expect(page.locator("li[data-exercise=toe-walking]")).to_have_attribute("data-done", done)

    row = page.locator("li[data-exercise=toe-walking]")
    expect(row.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=WALKING)).to_be_focused()


def test_the_keyboard_that_went_on_meanwhile_is_not_called_back(page: Page, somebody: User) -> None:
    def slow(route: Route) -> None:
        page.get_by_role("button", name=WALKING).focus()
        route.continue_()

    page.route("**/sessions/", slow, times=1)
    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    expect(page.get_by_role("button", name=WALKING)).to_be_focused()


@pytest.mark.parametrize("between", [0, 60, 200, 300])
def test_a_double_tap_is_one_session(page: Page, somebody: User, between: int) -> None:
    page.get_by_role("button", name=CIRCLES).dblclick(delay=between)

    row = page.locator("li[data-exercise=ankle-circles]")
    expect(row).to_have_attribute("data-done", "1")
    page.wait_for_load_state("networkidle")
    assert count(somebody) == 1


def test_a_key_held_down_is_one_session(page: Page, somebody: User) -> None:
    page.get_by_role("button", name=CIRCLES).focus()
    for _ in range(6):
        page.keyboard.down("Enter")
        page.wait_for_timeout(60)
    page.keyboard.up("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    page.wait_for_load_state("networkidle")
    assert count(somebody) == 1


def test_what_was_pressed_stays_under_the_finger(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.evaluate("document.documentElement.style.setProperty('overflow-anchor', 'none')")
    button = page.get_by_role("button", name=CIRCLES)
    button.scroll_into_view_if_needed()
    row = page.locator("li[data-exercise=ankle-circles]")
    before = row.evaluate("element => element.getBoundingClientRect().top")

    button.click()

    expect(row).to_have_attribute("data-done", "1")
    after = row.evaluate("element => element.getBoundingClientRect().top")
    assert after == pytest.approx(before, abs=1)


def test_quick_ticks_of_two_exercises_both_count(page: Page, somebody: User) -> None:
    page.get_by_role("button", name=CIRCLES).click()
    page.get_by_role("button", name=WALKING).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Two toes done")
    assert count(somebody) == 2


def test_two_tabs_each_add_a_tick_and_both_stay(
    page: Page, context: BrowserContext, somebody: User
) -> None:
    other = context.new_page()
    other.goto("/today/")

    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    other.get_by_role("button", name=CIRCLES).click()

    expect(other.get_by_role("heading", level=1)).to_have_text("Two toes done")
    assert count(somebody) == 2


def test_undo_and_put_it_back(page: Page, somebody: User) -> None:
    page.get_by_role("button", name=CIRCLES).click()
    page.locator(".flash").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ten fresh toes")
    assert count(somebody) == 0

    page.get_by_role("button", name="Put it back").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    assert count(somebody) == 1
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

    for tab in (page, other):
        tab.get_by_role("button", name="Put it back").click()
        expect(tab.get_by_role("heading", level=1)).to_have_text("One toe done")

    assert count(somebody) == 1


def test_going_back_shows_what_is_there_now_with_fresh_keys(page: Page, somebody: User) -> None:
    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    page.get_by_role("link", name="Progress").click()
    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Two toes done")
    assert count(somebody) == 2


def test_an_expired_session_asks_to_sign_in_and_the_tick_can_still_be_made(
    page: Page, somebody: User
) -> None:
    SignedIn.objects.all().delete()
    page.get_by_role("button", name=CIRCLES).click()

    page.get_by_label("Email").fill(somebody.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your tick is waiting")
    assert count(somebody) == 0
    page.get_by_role("button", name="Tick it off").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    assert count(somebody) == 1


def test_a_day_is_filled_in_and_corrected_on_its_own_page(page: Page, somebody: User) -> None:
    page.get_by_role("link", name="Change today’s ticks").click()
    page.get_by_role("button", name="Add one session: Toe presses").click()
    expect(page.get_by_role("status")).to_contain_text("Toe presses ticked, 1 of 3.")
    assert count(somebody) == 1

    page.get_by_role("button", name="Remove Toe presses").click()

    expect(page.get_by_role("status")).to_contain_text("Toe presses taken back, 0 of 3.")
    assert count(somebody) == 0
