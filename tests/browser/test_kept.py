"""Pages that open from the device: Today, sessions and the leaflet, while there is no network."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from exercises.models import Exercise
from tests.browser import kept
from tests.browser.kept import offline
from tests.browser.people import sign_in, today
from tests.make import ALL_SLUGS, CIRCLES, FLEXION, PRESSES, make_session

pytestmark = [
    pytest.mark.usefixtures("somebody_is_here"),
    pytest.mark.browser_context_args(
        service_workers="allow", viewport={"width": 390, "height": 844}
    ),
]

AT_ONCE = 300  # milliseconds


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Today, and all that the device keeps is there."""
    page = context.new_page()
    page.goto("/today/")
    kept.whole(page)
    return page


def do(user: User, slug: str) -> None:
    make_session(user=user, exercise=Exercise.objects.get(slug=slug), day=today())


def count(page: Page) -> str | None:
    return page.locator("#shore").get_attribute("data-counted")


def keys(page: Page) -> set[str]:
    fields = page.locator("main [name=key]").all()
    return {field.input_value() for field in fields}


def test_today_opens_at_once_from_the_device_and_says_of_when_it_is(
    page: Page, context: BrowserContext
) -> None:
    expect(page.locator(".as-of")).to_be_hidden()

    with offline(context):
        taken = []
        for _ in range(5):
            page.goto("/today/")
            taken.append(kept.milliseconds(page))

        expect(page.locator(".as-of")).to_contain_text("Kept on this device, as of 12:")
        assert page.locator("li.session").count() == 4
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.shore')).display") == "block"
        )
        assert sorted(taken)[2] < AT_ONCE


def test_each_drawing_from_the_device_has_keys_of_its_own(
    page: Page, context: BrowserContext
) -> None:
    drawn = [keys(page)]

    with offline(context):
        for path in ("/today/", "/today/", f"/exercises/{PRESSES}/session/"):
            page.goto(path)
            drawn.append(keys(page))

    assert [len(each) for each in drawn] == [4, 4, 4, 1]
    assert len(set.union(*drawn)) == 13


def test_today_renews_itself_when_the_network_is_back(
    page: Page, context: BrowserContext, somebody: User
) -> None:
    with offline(context):
        page.goto("/today/")
        assert count(page) == "0"
        do(somebody, PRESSES)

    expect(page.locator("#shore[data-counted='1']")).to_be_visible()
    expect(page.locator(".as-of")).to_be_hidden()
    assert page.title() == "Today: 1 of 10 · Footcare"
    assert page.locator("main").count() == 1


def test_what_changes_today_is_kept_without_leaving_it(
    page: Page, context: BrowserContext, somebody: User
) -> None:
    page.locator(f"#row-{PRESSES}").get_by_role("button").click()
    expect(page.locator("#shore[data-counted='1']")).to_be_visible()
    ask = (
        "async () => (await (await caches.match('/today/')).text()).includes('data-counted=\"1\"')"
    )
    kept.wait_for(page, lambda _: bool(page.evaluate(ask)))

    with offline(context):
        page.goto("/today/")

        assert count(page) == "1"
        expect(page.locator(".flash")).to_have_count(0)


def test_sessions_and_the_leaflet_open_with_what_they_need(
    page: Page, context: BrowserContext
) -> None:
    with offline(context):
        for slug in ALL_SLUGS:
            page.goto(f"/exercises/{slug}/session/")
            page.get_by_role("button", name="I’m ready").click()
            expect(page.locator(".pacer")).to_be_visible()

        page.goto(f"/exercises/{FLEXION}/")
        expect(page.get_by_role("link", name="Start guided session")).to_be_visible()
        for path in ("/exercises/", "/care/", "/care/safety/", "/install/"):
            page.goto(path)
            expect(page.get_by_role("heading", level=1)).not_to_have_text("No connection")


def test_a_round_goes_on_with_what_is_next_in_it(
    page: Page, context: BrowserContext, somebody: User
) -> None:
    somebody.preferences.shows_rounds = True
    somebody.preferences.save()
    do(somebody, FLEXION)
    page.goto("/today/")
    page.goto("/exercises/")

    with offline(context):
        page.goto("/today/")
        page.locator("a[data-runs]").first.click()

        expect(page).to_have_url(re.compile(f"/exercises/{CIRCLES}/session/\\?round=midday$"))


def test_what_is_not_kept_is_said_and_leads_to_today(page: Page, context: BrowserContext) -> None:
    with offline(context):
        page.goto("/week/")
        expect(page.get_by_role("heading", level=1)).to_have_text("No connection")
        expect(page.get_by_role("navigation", name="Main")).to_be_visible()

        page.get_by_role("link", name="Go to today").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("Ten fresh toes")
        page.goto("/")
        assert page.url.endswith("/today/")


@pytest.mark.parametrize("days", [1, 2])
def test_the_day_after_opens_empty_and_dated(
    new_context: Callable[..., BrowserContext], somebody: User, base_url: str, days: int
) -> None:
    """The device kept its pages yesterday, or the day before, and hasn't met the site since."""
    context = new_context()
    page = context.new_page()
    with time_machine.travel(datetime.now(UTC) - timedelta(days=days), tick=True):
        do(somebody, PRESSES)
        sign_in(context, somebody, base_url)
        page.goto("/today/")
        kept.whole(page)
        assert count(page) == "1"

    with offline(context):
        page.goto("/today/")

        head = page.locator(".today-count time")
        expect(head).to_have_text(f"{today():%A} {today().day} {today():%B}")
        assert page.locator("[name=day]").first.input_value() == str(today())
        assert count(page) == "0"
        page.goto(f"/exercises/{PRESSES}/session/")
        assert page.locator("[name=day]").input_value() == str(today())
