"""Two-step sign-in in a real browser: turned on with an app, signed in with, recovered from."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from tests.authenticator_app import code
from tests.browser.device import Device
from tests.browser.look import check, sideways
from tests.browser.people import sign_in
from tests.browser.test_passkeys import add, confirm, press, sign_out
from tests.make import PASSWORD

Open = Callable[..., BrowserContext]


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(new_context: Open, somebody: User, base_url: str, request: pytest.FixtureRequest) -> Page:
    phone = {"width": 390, "height": 844}
    context = new_context(java_script_enabled=request.param, viewport=phone)
    sign_in(context, somebody, base_url)
    return context.new_page()


def turn_on(page: Page) -> tuple[str, list[str]]:
    """The app's key, and the recovery codes."""
    page.goto("/settings/account/")
    page.locator("summary", has_text="Two-step sign-in").click()
    page.get_by_role("link", name="Turn on").click()
    if "reauthenticate" in page.url:
        confirm(page)
    key = page.locator(".secret").inner_text().replace(" ", "")
    page.get_by_label("Code from the app").fill(code(key))
    press(page, "Turn it on")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    return key, page.locator(".codes li").all_inner_texts()


def type_password(page: Page) -> None:
    sign_out(page)
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill("sam@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    expect(page.get_by_role("heading", level=1)).to_have_text("One more step")


def test_the_app_is_turned_on_and_asked_for_and_a_recovery_code_works_once(page: Page) -> None:
    key, codes = turn_on(page)
    assert len(codes) == 10
    page.get_by_role("link", name="I’ve kept them").click()
    expect(page.locator("summary", has_text="Two-step")).to_contain_text("10 recovery codes left")

    type_password(page)
    page.get_by_label("Code from the app").fill(code(key, steps=1))
    press(page, "Go on")
    expect(page).to_have_url(re.compile("/today/$"))

    type_password(page)
    page.get_by_label("Code from the app").fill(codes[0])
    press(page, "Go on")
    expect(page).to_have_url(re.compile("/today/$"))

    type_password(page)
    page.get_by_label("Code from the app").fill(codes[0])
    press(page, "Go on")
    expect(page.locator(".field-error")).to_contain_text("That isn’t a code that works now.")
    page.get_by_label("Code from the app").fill(codes[1])
    page.get_by_label("Don’t ask again on this device").check()
    press(page, "Go on")
    expect(page).to_have_url(re.compile("/today/$"))

    sign_out(page)
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill("sam@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    expect(page).to_have_url(re.compile("/today/$"))


@pytest.mark.parametrize("page", [True], indirect=True, ids=["script"])
def test_every_page_about_the_second_step_is_accessible_and_fits(page: Page) -> None:
    page.goto("/accounts/2fa/totp/activate/")
    check(page)  # the password, with the other ways
    confirm(page)
    check(page)
    page.get_by_label("Code from the app").fill("12")
    press(page, "Turn it on")
    expect(page).to_have_title(re.compile("^Error:"))
    check(page)
    larger(page)

    turn_on(page)
    check(page)
    larger(page)
    for path in ("recovery-codes/generate/", "totp/deactivate/", "reauthenticate/"):
        page.goto(f"/accounts/2fa/{path}")
        check(page)
    page.goto("/settings/account/")
    for fold in page.locator("summary").all():
        fold.click()
    check(page)
    larger(page)

    type_password(page)
    check(page)
    press(page, "Go on")
    expect(page).to_have_title(re.compile("^Error:"))
    check(page)


def larger(page: Page) -> None:
    """Text twice as large still fits a small phone."""
    page.set_viewport_size({"width": 320, "height": 700})
    page.evaluate("document.documentElement.style.setProperty('font-size', '225%')")
    assert sideways(page) == 0
    page.evaluate("document.documentElement.style.removeProperty('font-size')")


@pytest.mark.parametrize("page", [True], indirect=True, ids=["script"])
def test_a_passkey_is_a_second_step_too_and_shows_that_it_is_you(page: Page) -> None:
    Device(page)
    add(page)
    turn_on(page)
    type_password(page)
    check(page)
    press(page, "Use a passkey")
    expect(page).to_have_url(re.compile("/today/$"))

    page.goto("/accounts/2fa/totp/deactivate/")
    page.get_by_role("link", name="Use a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your passkey, please")
    check(page)
    press(page, "Use a passkey")
    expect(page.get_by_role("heading", level=1)).to_have_text("Turn off two-step sign-in?")
