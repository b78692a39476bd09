"""Buttons at the door pressed twice on a slow line, without script and with it."""

import re
from collections.abc import Callable

import pytest
from allauth.usersessions.models import UserSession
from django.core.mail import EmailMessage
from playwright.sync_api import BrowserContext, Page, Request, expect

from accounts.models import User
from tests.accounts.steps import SIGN_UP
from tests.accounts.ways import SECOND_STEP, SIGN_IN, code_in
from tests.authenticator_app import code
from tests.browser.people import sign_in
from tests.browser.test_passkeys import sign_out
from tests.browser.test_second_step import turn_on
from tests.make import NEWCOMER, PASSWORD

Open = Callable[..., BrowserContext]
SLOW = 1500  # milliseconds to the server and back
# Before the first answer; and after it, while the next page is still on its way.
EARLY, LATE = 400, 2200

pytestmark = pytest.mark.usefixtures("transactional_db")
with_and_without_script = pytest.mark.parametrize(
    ("script", "gap"), [(False, EARLY), (False, LATE), (True, EARLY)]
)


def press_twice(page: Page, name: str, gap: int) -> list[Request]:
    """On a line that is slow until then; gives the forms that were sent."""
    sent: list[Request] = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request))
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    conditions = {"offline": False, "downloadThroughput": -1, "uploadThroughput": -1}
    slow, quick = (conditions | {"latency": latency} for latency in (SLOW, 0))
    wire.send("Network.emulateNetworkConditions", slow)
    button = page.get_by_role("button", name=name, exact=True)
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box
    for pause in (gap, 0):  # by the mouse, which doesn't wait for the page that comes
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(pause)
    wire.send("Network.emulateNetworkConditions", quick)
    return sent


def filled_in(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto(SIGN_UP)
    page.get_by_label("Email").fill(NEWCOMER["email"])
    page.get_by_label("Password").fill(NEWCOMER["password1"])
    page.get_by_label("Time zone").select_option(NEWCOMER["time_zone"])
    return page


@with_and_without_script
def test_whoever_signs_up_is_welcomed(new_context: Open, script: bool, gap: int) -> None:
    page = filled_in(new_context(java_script_enabled=script))

    sent = press_twice(page, "Create account", gap)

    expect(page).to_have_url(re.compile("/welcome/hurts/$"))
    assert len(sent) == (1 if script else 2)
    assert (User.objects.count(), UserSession.objects.count()) == (1, 1)


@with_and_without_script
@pytest.mark.usefixtures("mail_server")
def test_whoever_signs_up_by_mail_gets_one_code_and_its_page(
    new_context: Open, mailoutbox: list[EmailMessage], script: bool, gap: int
) -> None:
    page = filled_in(new_context(java_script_enabled=script))

    sent = press_twice(page, "Create account", gap)

    expect(page.get_by_role("heading", level=1)).to_have_text("Check your email")
    assert len(sent) == (1 if script else 2)
    (mail,) = mailoutbox
    page.get_by_label("Code").fill(code_in(mail))
    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_url(re.compile("/welcome/hurts/$"))


@with_and_without_script
def test_the_second_step_signs_in(
    new_context: Open, somebody: User, base_url: str, script: bool, gap: int
) -> None:
    context = new_context(java_script_enabled=script)
    sign_in(context, somebody, base_url)
    page = context.new_page()
    key, _codes = turn_on(page)
    sign_out(page)
    page.goto(SIGN_IN)
    page.get_by_label("Email").fill("sam@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(re.compile(SECOND_STEP))
    page.get_by_label("Code from the app").fill(code(key, steps=1))

    sent = press_twice(page, "Go on", gap)

    expect(page).to_have_url(re.compile("/today/$"))
    assert len(sent) == (1 if script else 2)
    assert UserSession.objects.count() == 1
