"""Whose a device's pages are: nothing stays after signing out, and nobody sees another's."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import BrowserSession, User
from tests.browser import kept
from tests.browser.kept import offline
from tests.browser.people import sign_in, zone_at_noon
from tests.make import make_programme, make_user

pytestmark = [
    pytest.mark.usefixtures("somebody_is_here"),
    pytest.mark.browser_context_args(
        service_workers="allow", viewport={"width": 390, "height": 844}
    ),
]

# Every word that a cache holds.
WORDS = """async () => (await Promise.all((await caches.keys()).map(async name =>
  Promise.all((await (await caches.open(name)).matchAll()).map(answer => answer.text()))
))).flat().join(" ")"""


@pytest.fixture
def page(context: BrowserContext, somebody: User) -> Page:
    """Somebody's pages are on the device, with their address in what they see."""
    page = context.new_page()
    page.goto("/today/")
    assert kept.whole(page).people.keys() == {f"kept-{somebody.mark}"}
    return page


def check_nothing_is_kept(page: Page, context: BrowserContext, who: User) -> None:
    found = kept.wait_for(page, lambda kept: not kept.people)
    assert len(found.shells) == 1
    words = page.evaluate(WORDS)
    assert who.mark not in words
    assert 'name="csrfmiddlewaretoken"' not in words
    with offline(context):
        page.goto("/today/")
        expect(page.get_by_role("heading", level=1)).to_have_text("No connection")


def test_nothing_is_kept_after_signing_out(
    page: Page, context: BrowserContext, somebody: User
) -> None:
    page.goto("/settings/")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/")

    check_nothing_is_kept(page, context, somebody)


def test_nothing_is_kept_once_the_device_was_signed_out_elsewhere(
    page: Page, context: BrowserContext, somebody: User
) -> None:
    """Also not what was asked for while the page that told it was under way."""
    BrowserSession.objects.all().delete()

    page.goto("/today/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Welcome back")
    check_nothing_is_kept(page, context, somebody)


def test_nothing_is_kept_of_an_account_that_is_gone(
    page: Page, context: BrowserContext, somebody: User
) -> None:
    somebody.delete()

    page.goto("/exercises/")

    check_nothing_is_kept(page, context, somebody)


def test_another_person_s_sign_in_takes_what_was_kept(
    page: Page, context: BrowserContext, somebody: User, base_url: str
) -> None:
    alex = make_user(email="alex@example.org", time_zone=zone_at_noon())
    make_programme(user=alex)
    sign_in(context, alex, base_url)

    page.goto("/care/")

    kept.wait_for(page, lambda kept: f"kept-{somebody.mark}" not in kept.people)
    page.goto("/today/")
    assert kept.whole(page).people.keys() == {f"kept-{alex.mark}"}
    assert somebody.mark not in page.evaluate(WORDS)


def test_a_page_of_anothers_is_shown_to_nobody_without_a_network(
    page: Page, context: BrowserContext, somebody: User
) -> None:
    """Two people's caches at once are a mistake of somebody's: then none is shown."""
    put = "async () => (await caches.open('kept-0')).put('/today/', new Response('Alex'))"

    with offline(context):
        page.evaluate(put)
        page.goto("/today/")

        expect(page.get_by_role("heading", level=1)).to_have_text("No connection")
