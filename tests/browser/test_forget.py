"""What the browser has of a person goes when they sign out, or when somebody else signs in."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import BrowserSession, User
from tests.browser.people import zone_at_noon
from tests.browser.typed import TEXT, at_work, day_page, kept, note, open_, press, sign_in_by_form
from tests.browser.until import until
from tests.make import PASSWORD, make_user

pytestmark = pytest.mark.usefixtures("somebody_is_here")


def test_another_person_in_the_same_tab_gets_nothing_of_it(page: Page) -> None:
    make_user(email="kim@example.org", time_zone=zone_at_noon())
    open_(page, day_page()).get_by_label("A note for").fill(TEXT)
    BrowserSession.objects.all().delete()
    open_(page, "/today/")
    assert len(kept(page)) == 1

    with page.expect_navigation():
        sign_in_by_form(page, "kim@example.org")
    open_(page, day_page())

    assert note(page) == ""
    assert "ankle" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_signing_out_leaves_nothing_in_any_tab(page: Page, context: BrowserContext) -> None:
    other = open_(context.new_page(), day_page())
    other.get_by_label("A note for").fill(TEXT)
    open_(page, "/settings/").get_by_label("Dark").check()
    assert (len(kept(page)), len(kept(other))) == (1, 1)

    press(page, "Sign out")

    assert kept(page) == []
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    until(other, "!Object.keys(sessionStorage).some(name => name.startsWith('typed '))")


def test_it_is_gone_with_the_tab(page: Page, context: BrowserContext) -> None:
    open_(page, day_page()).get_by_label("A note for").fill(TEXT)
    page.close()

    assert note(open_(context.new_page(), day_page())) == ""


THINGS = """async () => {
  localStorage.setItem("guided toe-presses", "{}");
  localStorage.setItem("zones Europe/Berlin Asia/Tokyo", "kept");
  localStorage.setItem("guided-choices", '{"pace": "slower"}');
  await caches.open("kept-a");
  await caches.open("shell-1");
  const { add } = await import("/static/js/outbox/store.js");
  await add({ key: "a" });
}"""
LEFT = """async () => ({
  local: Object.keys(localStorage).filter((name) => !name.startsWith("outbox ")).sort(),
  caches: await caches.keys(),
  unsent: (await (await import("/static/js/outbox/store.js")).all()).map(({ key }) => key),
})"""
NOT_THEIRS = {"local": ["guided-choices"], "caches": ["shell-1"], "unsent": ["a"]}


def leave_things(page: Page) -> None:
    page.evaluate(THINGS)
    open_(page, day_page()).get_by_label("A note for").fill(TEXT)


def left(page: Page) -> dict[str, list[str]]:
    found: dict[str, list[str]] = page.evaluate(LEFT)
    return found


def test_signing_out_takes_what_is_theirs_and_nothing_else(page: Page) -> None:
    open_(page, "/settings/")
    leave_things(page)
    open_(page, "/settings/")

    press(page, "Sign out")

    assert left(page) == NOT_THEIRS
    assert kept(page) == []


def test_signing_out_on_its_own_page_does_too(page: Page) -> None:
    open_(page, "/today/")
    leave_things(page)
    open_(page, "/accounts/logout/")

    press(page, "Sign out")

    assert left(page) == NOT_THEIRS


def test_deleting_the_account_does_too(page: Page, somebody: User) -> None:
    open_(page, "/accounts/reauthenticate/?next=/settings/account/delete/")
    leave_things(page)
    page.goto("/accounts/reauthenticate/?next=/settings/account/delete/")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Go on")
    page.get_by_label("email").fill(somebody.email)

    press(page, "Delete my account")

    expect(page.get_by_role("heading", level=1)).to_have_text("Goodbye, and tread gently")
    assert left(page) == NOT_THEIRS
    assert kept(page) == []


def test_a_sign_in_that_ran_out_takes_nothing_until_somebody_else_signs_in(page: Page) -> None:
    make_user(email="kim@example.org", time_zone=zone_at_noon())
    open_(page, "/today/")
    leave_things(page)
    BrowserSession.objects.all().delete()
    open_(page, "/today/")
    assert "guided toe-presses" in left(page)["local"]
    assert len(kept(page)) == 1

    with page.expect_navigation():
        sign_in_by_form(page, "kim@example.org")
    at_work(page)

    assert left(page) == NOT_THEIRS | {"local": ["guided-choices", "who", "whose"]}
    assert kept(page) == []


def test_a_way_out_that_is_refused_elsewhere_first_takes_nothing(page: Page) -> None:
    open_(page, "/today/")
    leave_things(page)
    open_(page, "/settings/")
    page.evaluate("document.addEventListener('submit', (event) => event.preventDefault())")

    page.get_by_role("button", name="Sign out").click()

    assert "guided toe-presses" in left(page)["local"]
    assert len(kept(page)) == 1
