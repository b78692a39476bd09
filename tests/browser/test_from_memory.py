"""A page that comes back from the browser's memory is true, and shows nothing of who has gone.

`chromium-headless-shell` has no such memory, so these run in the whole browser. Over https browsers
remember pages in spite of `no-store`; over http Chromium doesn't, so that here they come without.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpRequest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from accounts.models import User
from footcare_site.middleware import PersonalPagesMiddleware, Response
from tests.browser import chromium
from tests.browser.console import complaints_of
from tests.browser.guided import PRESSES, address
from tests.browser.people import sign_in, today, zone_at_noon
from tests.browser.until import until
from tests.make import PASSWORD, make_session, make_user, the_four

NOTES_WHAT_CAME = """addEventListener("pageshow", ({ persisted }) => {
  if (persisted) sessionStorage.setItem("came from memory", "yes");
});
addEventListener("pagehide", () => sessionStorage.setItem("was hidden", document.body.hidden));"""
TEXT = "Left ankle stiff"


@pytest.fixture(scope="module")
def whole_browser(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any]
) -> Iterator[Browser]:
    browser = browser_type.launch(
        **{
            **browser_type_launch_args,
            "executable_path": chromium.whole(),
            "args": [*chromium.FLAGS, "--headless=new"],
            "ignore_default_args": ["--headless", "--disable-back-forward-cache"],
        }
    )
    yield browser
    browser.close()


@pytest.fixture
def remembered_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_no_store(self: PersonalPagesMiddleware, request: HttpRequest) -> Response:
        return self.get_response(request)

    monkeypatch.setattr(PersonalPagesMiddleware, "__call__", without_no_store)


@pytest.fixture
def context(
    whole_browser: Browser,
    browser_context_args: dict[str, Any],
    somebody: User,
    base_url: str,
    remembered_pages: None,
) -> Iterator[BrowserContext]:
    context = whole_browser.new_context(**browser_context_args)
    complaints = complaints_of(context)
    context.add_init_script(NOTES_WHAT_CAME)
    sign_in(context, somebody, base_url)
    yield context
    context.close()
    assert complaints == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def open_(page: Page, path: str) -> None:
    """With the scripts that come once the page has loaded."""
    page.goto(path)
    at_work(page)


def at_work(page: Page) -> None:
    for name in ("from-memory", "forget", "typed"):
        page.evaluate(f"import('/static/js/{name}.js')")


def go_back(page: Page, pages: int = 1) -> None:
    """And it is the memory that the page came from, or this would prove nothing."""
    page.evaluate("sessionStorage.removeItem('came from memory')")
    page.evaluate(f"history.go({-pages})")
    until(page, "sessionStorage.getItem('came from memory')")


def sign_out(page: Page) -> None:
    open_(page, "/settings/")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    at_work(page)


def test_after_a_tick_the_count_is_true(page: Page, somebody: User) -> None:
    open_(page, "/today/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ten fresh toes")
    open_(page, "/week/")
    make_session(user=somebody, exercise=the_four()[0], day=today())

    go_back(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")


def test_after_signing_out_there_is_nothing_but_the_way_in(page: Page) -> None:
    open_(page, f"/days/{today()}/")
    sign_out(page)

    go_back(page, 2)

    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome back")
    assert page.evaluate("sessionStorage.getItem('was hidden')") == "true"


def test_the_next_person_sees_their_own(page: Page, somebody: User) -> None:
    make_session(user=somebody, exercise=the_four()[0], day=today())
    make_user(email="kim@example.org", time_zone=zone_at_noon())
    open_(page, "/today/")
    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    sign_out(page)
    open_(page, "/accounts/login/")
    page.get_by_label("Email").fill("kim@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in", exact=True).click()
    at_work(page)

    go_back(page, 4)

    expect(page.get_by_text("Nothing planned today")).to_be_visible()


def test_a_note_that_was_typed_is_there_again(page: Page) -> None:
    open_(page, f"/days/{today()}/")
    page.get_by_label("A note for").fill(TEXT)
    open_(page, "/week/")

    go_back(page)

    expect(page.get_by_text("What you typed is here again.")).to_be_visible()
    expect(page.get_by_label("A note for")).to_have_value(TEXT)


def start(page: Page) -> None:
    open_(page, address(PRESSES))
    page.get_by_role("button", name="I’m ready").click()
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    page.evaluate("window.stayed = true")


def test_a_session_that_runs_stays_paused_as_it_was_left(page: Page) -> None:
    start(page)
    open_(page, "/week/")

    go_back(page)

    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    assert page.evaluate("window.stayed")


def test_it_can_still_be_sent_after_signing_in_anew(
    page: Page, context: BrowserContext, somebody: User, base_url: str
) -> None:
    start(page)
    token = page.locator("#record [name=csrfmiddlewaretoken]")
    before = token.get_attribute("value")
    open_(page, "/week/")
    context.clear_cookies()
    sign_in(context, somebody, base_url)

    with page.expect_response("**/session/"):
        go_back(page)

    expect(token).not_to_have_value(before or "")
    assert page.evaluate("window.stayed")


def test_of_a_session_nothing_is_left_after_signing_out(page: Page) -> None:
    start(page)
    sign_out(page)

    go_back(page, 2)

    # It is a stranger's, which begins anew.
    expect(page.get_by_role("button", name="I’m ready")).to_be_visible()
    expect(page.locator("guided-session")).to_have_attribute("data-person", "")


def test_without_a_network_the_page_stays(page: Page, context: BrowserContext) -> None:
    open_(page, "/today/")
    page.evaluate("window.stayed = true")
    open_(page, "/week/")
    context.set_offline(True)

    go_back(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("Ten fresh toes")
    assert page.evaluate("window.stayed")


def test_a_page_for_everybody_stays(page: Page, context: BrowserContext) -> None:
    context.clear_cookies()
    open_(page, "/exercises/")
    page.evaluate("window.stayed = true")
    open_(page, "/")

    go_back(page)

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("window.stayed")
