"""Footcare for the home screen: offered once on a device, and explained for the one in hand."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from tests.browser.outbox import ready
from tests.browser.people import sign_in

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile"
LINUX = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0"
CARD = "[data-install-card]"


@pytest.fixture
def page(page: Page, somebody: User, base_url: str) -> Page:
    """Somebody uses it for the fourth day."""
    sign_in(page.context, somebody, base_url)
    page.goto("/today/")
    return page


def test_it_is_offered_until_the_answer_is_not_now(page: Page) -> None:
    expect(page.locator(CARD)).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Not now").click()
    expect(page.locator(CARD)).to_be_hidden()

    page.reload(wait_until="networkidle")

    expect(page.locator(CARD)).to_be_hidden()


def test_it_is_not_offered_again_to_whoever_was_shown_how(page: Page) -> None:
    page.get_by_role("link", name="Show me how").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("On your home screen")

    page.goto("/today/", wait_until="networkidle")

    expect(page.locator(CARD)).to_be_hidden()


def test_it_is_not_offered_while_something_waits_or_where_it_is_installed(page: Page) -> None:
    for before in (
        "document.documentElement.dataset.waiting = ''",
        "Object.defineProperty(navigator, 'standalone', {value: true})",
    ):
        other = page.context.new_page()
        other.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {before} }})")
        other.goto("/today/", wait_until="networkidle")
        expect(other.locator(CARD)).to_be_hidden()
        other.close()


def test_it_goes_as_soon_as_something_cannot_be_sent(page: Page) -> None:
    expect(page.locator(CARD)).to_be_visible()
    page.route("**/sessions/", lambda route: route.fulfill(body="<h1>Welcome to our hotel</h1>"))

    ready(page).get_by_role("button", name="Tick off one session: Ankle circles").click()

    expect(page.get_by_text("Not sent yet: 1")).to_be_visible()
    expect(page.locator(CARD)).to_be_hidden()


@pytest.mark.parametrize(
    ("agent", "opened"),
    [(IPHONE, "apple"), (ANDROID, "android"), (LINUX, "computer")],
    ids=["iphone", "android", "linux"],
)
def test_the_words_for_the_device_in_hand_are_open(
    new_context: Callable[..., BrowserContext], db: None, agent: str, opened: str
) -> None:
    page = new_context(user_agent=agent).new_page()

    page.goto("/install/")

    expect(page.locator("details[open]")).to_have_attribute("data-device", opened)
    expect(page.get_by_role("button", name="Install Footcare")).to_be_hidden()


def test_a_browser_that_can_install_has_a_button_for_it(page: Page) -> None:
    page.goto("/install/")
    expect(page.locator("details[open]")).to_have_count(1)

    page.evaluate(
        """() => {
          const event = new Event("beforeinstallprompt", { cancelable: true });
          event.prompt = () => (document.title = "asked");
          dispatchEvent(event);
        }"""
    )
    page.get_by_role("button", name="Install Footcare").click()

    expect(page).to_have_title("asked")
    expect(page.get_by_role("button", name="Install Footcare")).to_be_hidden()
