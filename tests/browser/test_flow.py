"""From the landing page to the week, as a newcomer goes, with script and without."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from logbook.models import Session
from tests.browser.people import zone_at_noon

Open = Callable[..., BrowserContext]

SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 800}}


# With the gentle way from page to page, of which the browser must not complain.
@pytest.mark.browser_context_args(reduced_motion="no-preference")
# Themes differ in nothing but colours, which test_styles.py holds: each goes with one size.
@pytest.mark.parametrize(("size", "scheme"), [("phone", "dark"), ("desk", "light")])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_newcomer_signs_up_ticks_undoes_and_sees_the_week(
    new_context: Open, script: bool, size: str, scheme: str
) -> None:
    context = new_context(java_script_enabled=script, viewport=SIZES[size], color_scheme=scheme)
    page = context.new_page()

    sign_up(page, script=script)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ten fresh toes")
    expect(page.get_by_role("img", name="0 of 10 sessions done today")).to_be_visible()

    tick(page, "ankle circles")
    expect(page.locator(".flash")).to_contain_text("Ankle circles ticked, 1 of 3.")
    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    expect(page.get_by_role("img", name="1 of 10 sessions done today")).to_be_visible()
    assert Session.objects.of(User.objects.get()).count() == 1

    tick(page, "toe presses")
    expect(page.get_by_role("heading", level=1)).to_have_text("Two toes done")

    page.locator(".flash").get_by_role("button", name="Undo").click()
    expect(page.locator(".flash")).to_contain_text("Toe presses taken back, 0 of 3.")
    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    assert Session.objects.of(User.objects.get()).count() == 1

    page.get_by_role("link", name="Progress").click()
    today = page.locator("tr[aria-current=date]")
    expect(today).to_contain_text("Today")
    expect(today.locator("[data-exercise=ankle-circles]")).to_have_text("1 of 3")
    expect(today.locator(".total")).to_have_text("1 of 10")
    expect(page.get_by_text("No days yet. Today counts when it ends.")).to_be_visible()


@pytest.mark.browser_context_args(timezone_id="Asia/Calcutta")
def test_a_browser_s_old_name_of_a_place_chooses_it_under_today_s(page: Page) -> None:
    page.goto("/accounts/signup/")

    assert page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone") == "Asia/Calcutta"
    expect(page.get_by_label("Time zone")).to_have_value("Asia/Kolkata")


def sign_up(page: Page, *, script: bool) -> None:
    page.goto("/")
    page.get_by_role("link", name=re.compile("Start with your first toe")).first.click()
    page.get_by_label("Email").fill("kim@example.org")
    page.get_by_label("Password").fill("three calm words")
    zone = page.get_by_label("Time zone")
    if script:
        expect(zone).to_have_value(zone_at_noon())
    else:
        expect(zone).to_have_value("")
        zone.select_option(zone_at_noon())
    page.get_by_role("button", name="Create account").click()
    page.get_by_role("link", name="Skip all").click()
    expect(page).to_have_url(re.compile("/today/$"))


def tick(page: Page, exercise: str) -> None:
    page.get_by_role("button", name=f"Tick off one session: {exercise}").click()
