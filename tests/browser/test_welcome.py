"""A newcomer's first minute: from signing up through three pages to the first tick on Today."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from accounts.models import User
from logbook.models import Session
from tests.browser.people import zone_at_noon

Open = Callable[..., BrowserContext]
PHONE = {"width": 390, "height": 844}


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_newcomers_first_minute_with_the_keyboard_alone(new_context: Open, script: bool) -> None:
    context = new_context(java_script_enabled=script, viewport=PHONE)
    page = context.new_page()
    page.goto("/accounts/signup/")
    type_in(page, page.get_by_label("Email"), "kim@example.org")
    type_in(page, page.get_by_label("Password"), "three calm words")
    reach(page, page.get_by_label("Time zone"))
    if not script:
        page.keyboard.type(zone_at_noon().rpartition("/")[2].replace("_", " "))
    press(page, page.get_by_role("button", name="Create account"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Before you note what hurts")
    reach(page, page.get_by_label("Yes, keep what I note about my pain and how I feel."))
    page.keyboard.press("Space")
    press(page, page.get_by_role("button", name="Save my choice"))

    expect(page.get_by_role("heading", level=1)).to_have_text("What hurts, if anything?")
    reach(page, page.get_by_label("Knee"))
    page.keyboard.press("Space")
    press(page, page.get_by_role("button", name="Next"))

    expect(page.get_by_role("heading", level=1)).to_contain_text("before you start")
    press(page, page.get_by_role("link", name="I’ve read it"))

    expect(page.get_by_role("heading", level=1)).to_have_text("When suits you?")
    type_in(page, page.get_by_label("After what, and where?").first, "After breakfast")
    press(page, page.get_by_role("button", name="Show me today"))

    expect(page).to_have_url(re.compile("/today/$"))
    press(page, page.get_by_role("button", name=re.compile("Tick off one session")).first)
    expect(page.locator(".flash")).to_contain_text("ticked")
    kim = User.objects.get()
    assert (kim.preferences.hurts, kim.preferences.morning_cue) == (["knee"], "After breakfast")
    assert Session.objects.of(kim).count() == 1


def reach(page: Page, field: Locator) -> None:
    """By the tabulator, as somebody without a mouse does."""
    expect(field).to_be_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if field.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"{field} is out of reach")


def type_in(page: Page, field: Locator, text: str) -> None:
    reach(page, field)
    page.keyboard.type(text)


def press(page: Page, button: Locator) -> None:
    reach(page, button)
    page.keyboard.press("Enter")
