"""Passkeys in a real browser, with a device of its own: added, signed in with, removed."""

import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from tests.browser.device import Device
from tests.browser.look import check
from tests.browser.people import sign_in
from tests.make import NEWCOMER, PASSWORD

Open = Callable[..., BrowserContext]
ADD = "/accounts/2fa/webauthn/add/"
# Browsers before 2023 to 2025 can't turn what the site writes into what they are asked for.
OLDER = """
for (const name of ["parseCreationOptionsFromJSON", "parseRequestOptionsFromJSON"]) {
    delete PublicKeyCredential[name];
}
delete PublicKeyCredential.prototype.toJSON;
"""
NO_PASSKEYS = "delete window.PublicKeyCredential"


@pytest.fixture
def page(new_context: Open, somebody: User, base_url: str) -> Page:
    context = new_context(viewport={"width": 390, "height": 844})
    sign_in(context, somebody, base_url)
    return context.new_page()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def confirm(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Your password, please")
    page.locator("[name=password]").fill(PASSWORD)
    press(page, "Go on")


def add(page: Page) -> None:
    page.goto("/settings/account/")
    page.get_by_role("link", name="Add a passkey").click()
    confirm(page)
    page.get_by_label("Name of this passkey").fill("Kitchen tablet")
    press(page, "Add a passkey")
    expect(page.locator(".notice--good")).to_contain_text("Your passkey is added.")


def sign_out(page: Page) -> None:
    page.goto("/settings/")
    press(page, "Sign out")
    expect(page.locator(".notice--good")).to_have_text("You are signed out.")


@pytest.mark.parametrize("older", [False, True], ids=["now", "older"])
def test_a_passkey_is_added_signs_in_and_is_removed(
    page: Page, somebody: User, older: bool
) -> None:
    if older:
        page.add_init_script(OLDER)
    device = Device(page)
    add(page)
    assert len(device.passkeys) == 1
    expect(page.locator("section", has_text="Passkeys")).to_contain_text("Kitchen tablet")
    check(page)

    sign_out(page)
    page.goto("/accounts/login/?next=/week/")
    press(page, "Sign in with a passkey")
    expect(page).to_have_url(re.compile(r":\d+/week/"))

    page.goto("/settings/account/")
    page.get_by_role("link", name="Remove Kitchen tablet").click()
    confirm(page)
    check(page)
    press(page, "Remove it")
    expect(page.locator(".notice--good")).to_have_text("The passkey is removed.")
    assert not Authenticator.objects.exists()

    sign_out(page)
    page.goto("/accounts/login/")
    press(page, "Sign in with a passkey")
    expect(page.locator(".notice--bad")).to_contain_text("That passkey didn’t work. Try again")


def test_whoever_does_not_stay_signed_in_is_not_kept(page: Page) -> None:
    Device(page)
    add(page)
    sign_out(page)
    page.goto("/accounts/login/")
    page.get_by_label("Keep me signed in on this device").uncheck()

    press(page, "Sign in with a passkey")
    expect(page).to_have_url(re.compile("/today/"))

    (cookie,) = (each for each in page.context.cookies() if each["name"] == "sessionid")
    assert cookie["expires"] == -1  # until the browser is closed


def test_a_device_that_has_one_says_so(page: Page) -> None:
    Device(page)
    add(page)
    page.goto(ADD)

    press(page, "Add a passkey")

    expect(page.get_by_text("There is a passkey on this device already.")).to_be_visible()
    check(page)
    assert Authenticator.objects.count() == 1


def test_a_finger_that_is_not_known_changes_nothing_and_can_try_again(page: Page) -> None:
    device = Device(page)
    device.refuse()
    page.goto(ADD)
    confirm(page)

    for _ in range(2):
        press(page, "Add a passkey")
        expect(page.get_by_text("That didn’t work, and nothing has changed.")).to_be_visible()

    check(page)
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (False, "Passkeys need JavaScript. All else works without it."),
        (True, "This browser has no passkeys for this address. All else works without."),
    ],
    ids=["no-script", "no-passkeys"],
)
def test_where_there_are_no_passkeys_the_pages_say_so_and_the_password_works(
    new_context: Open, somebody: User, script: bool, sentence: str
) -> None:
    context = new_context(java_script_enabled=script)
    context.add_init_script(NO_PASSKEYS)
    page = context.new_page()
    page.goto("/accounts/login/")
    expect(page.get_by_text(sentence)).to_be_visible()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
    page.get_by_label("Email").fill(somebody.email)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")

    page.goto("/settings/account/")
    expect(page.get_by_text(sentence)).to_be_visible()
    expect(page.get_by_role("link", name="Add a passkey")).to_be_hidden()
    page.goto(ADD)
    confirm(page)
    expect(page.get_by_text(sentence)).to_be_visible()
    expect(page.get_by_role("button", name="Add a passkey")).to_be_hidden()
    if script:
        check(page)


def test_an_address_of_numbers_has_no_passkeys(new_context: Open, base_url: str) -> None:
    page = new_context().new_page()
    page.goto(base_url.replace("localhost", "127.0.0.1") + "/accounts/login/")

    expect(page.get_by_text("This browser has no passkeys for this address.")).to_be_visible()
    check(page)


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("answer", ["Add a passkey", "No, thanks"])
def test_a_newcomer_is_offered_one_once(new_context: Open, answer: str) -> None:
    page = new_context().new_page()
    device = Device(page)
    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill(NEWCOMER["email"])
    page.get_by_label("Password").fill(NEWCOMER["password1"])
    press(page, "Create account")
    page.get_by_role("link", name="Skip all").click()
    card = page.get_by_role("region", name="Sign in without a password?")
    expect(card).to_be_visible()
    check(page)

    if answer == "Add a passkey":
        card.get_by_role("link", name=answer).click()
        press(page, answer)
        expect(page.locator(".notice--good")).to_contain_text("Your passkey is added.")
        assert len(device.passkeys) == 1
    else:
        card.get_by_role("button", name=answer).click()
    expect(page).to_have_url(re.compile("/today/$"))
    expect(card).to_have_count(0)


@pytest.mark.usefixtures("transactional_db")
def test_a_newcomer_whose_browser_has_no_passkeys_is_offered_none(new_context: Open) -> None:
    context = new_context()
    context.add_init_script(NO_PASSKEYS)
    page = context.new_page()
    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill(NEWCOMER["email"])
    page.get_by_label("Password").fill(NEWCOMER["password1"])
    press(page, "Create account")
    page.goto("/today/")

    expect(page.get_by_text("Sign in without a password?")).to_be_hidden()
