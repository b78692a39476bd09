"""The pages that need mail: accessible in each size and theme, as they follow each other."""

import re
from collections.abc import Callable

import pytest
from django.core.mail import EmailMessage
from playwright.sync_api import BrowserContext, expect

from accounts.models import User
from tests.accounts.ways import code_in
from tests.browser.look import check
from tests.browser.people import sign_in
from tests.make import NEWCOMER, PASSWORD

Open = Callable[..., BrowserContext]

pytestmark = pytest.mark.usefixtures("mail_server")


@pytest.mark.usefixtures("transactional_db")
def test_the_code_for_a_new_account(new_context: Open) -> None:
    page = new_context().new_page()
    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill(NEWCOMER["email"])
    page.get_by_label("Password").fill(NEWCOMER["password1"])
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
    check(page)

    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_title(re.compile("^Error:"))
    check(page)


def test_a_new_password(new_context: Open, somebody: User, mailoutbox: list[EmailMessage]) -> None:
    page = new_context().new_page()
    page.goto("/accounts/password/reset/")
    check(page)

    page.get_by_label("Email").fill(somebody.email)
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
    check(page)

    page.locator("[name=code]").fill(code_in(mailoutbox[0]))
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Choose a new password")
    check(page)


def test_a_new_address(new_context: Open, somebody: User, base_url: str) -> None:
    context = new_context()
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.goto("/accounts/email/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Change your email")
    check(page)

    page.get_by_label("New email").fill("else@example.org")
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your password, please")
    check(page)

    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
    check(page)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_code_to_sign_in(
    new_context: Open, somebody: User, mailoutbox: list[EmailMessage], script: bool
) -> None:
    page = new_context(java_script_enabled=script).new_page()

    def look() -> None:
        if script:  # axe is one
            check(page)

    page.goto("/accounts/login/")
    look()
    page.get_by_role("link", name="Send me a code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in with a code")
    look()

    page.get_by_label("Email").fill(somebody.email)
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
    look()

    page.get_by_role("button", name="Send another code").click()
    page.locator("[name=code]").fill(code_in(mailoutbox[-1]))
    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_url(re.compile("/today/$"))


def test_a_code_to_show_that_it_is_you(
    new_context: Open, somebody: User, base_url: str, mailoutbox: list[EmailMessage]
) -> None:
    context = new_context()
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.goto("/settings/account/")
    for fold in page.locator("summary").all():
        fold.click()
    check(page)
    page.get_by_role("link", name="Turn on").click()
    page.get_by_role("link", name="Send me a code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A code, please")
    check(page)

    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
    check(page)

    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_title(re.compile("^Error:"))
    check(page)

    page.locator("[name=code]").fill(code_in(mailoutbox[0]))
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Turn on two-step sign-in")
