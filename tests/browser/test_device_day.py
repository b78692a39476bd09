"""Where the device's clock has another day than the person's zone, a line on Today says so.

The line goes by the device's clock alone, which is set here; the site's isn't.
"""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from tests.browser import kept
from tests.browser.kept import offline
from tests.browser.look import check, sideways
from tests.browser.test_nothing_moves import MOVED

LINE = "device-day"
LATE = "2026-11-17T22:00Z"  # Tuesday, 23:00 in Berlin; Wednesday, 7:00 in Tokyo
SAID = (
    "This device is set to Asia/Tokyo, where your day is Wednesday."
    " Footcare counts in Europe/Berlin: Tuesday."
)


def device_in(zone: str, **options: object) -> pytest.MarkDecorator:
    return pytest.mark.browser_context_args(timezone_id=zone, **options)


in_tokyo, in_berlin, in_london, in_new_york = map(
    device_in, ("Asia/Tokyo", "Europe/Berlin", "Europe/London", "America/New_York")
)


@pytest.fixture
def somebody(somebody: User) -> User:
    somebody.change(time_zone="Europe/Berlin", day_ends_at=3)
    return somebody


@pytest.fixture
def page(page: Page, somebody_is_here: None) -> Page:
    page.clock.set_fixed_time(LATE)
    return page


def today(page: Page) -> Page:
    """Once the line has looked at the clock."""
    page.goto("/today/")
    expect(page.locator(f"{LINE}:defined")).to_be_attached()
    return page


@in_tokyo
def test_it_says_both_days_by_name_and_moves_nothing(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/today/")

    expect(page.locator(LINE)).to_contain_text(SAID)
    assert page.evaluate(MOVED) == []
    check(page, in_all_pairs=True)


@in_tokyo
def test_a_long_name_and_text_twice_as_large_fit_a_small_phone(page: Page, somebody: User) -> None:
    somebody.change(time_zone="America/Argentina/ComodRivadavia")
    page.set_viewport_size({"width": 320, "height": 640})
    expect(today(page).locator(LINE)).to_be_visible()

    assert sideways(page) == 0
    page.evaluate("document.documentElement.style.setProperty('font-size', '225%')")
    assert sideways(page) == 0


@pytest.mark.parametrize(
    "at",
    [
        pytest.param(LATE, marks=in_berlin),
        pytest.param(LATE, marks=in_london),  # another zone, the same day
        pytest.param("2026-11-17T12:00Z", marks=in_tokyo),  # the same day at that time: 21:00
        pytest.param("2026-11-17T17:59Z", marks=in_tokyo),  # 2:59, and Tuesday isn't over
        pytest.param("2026-11-18T02:00Z", marks=in_tokyo),  # 3:00 in Berlin: Wednesday has begun
    ],
)
def test_on_the_same_day_nothing_is_said(page: Page, at: str) -> None:
    page.clock.set_fixed_time(at)

    today(page)

    expect(page.locator(LINE)).to_be_hidden()


@pytest.mark.parametrize(
    ("at", "said"),
    [
        pytest.param("2026-11-17T18:00Z", "Wednesday", marks=in_tokyo),  # 3:00
        pytest.param("2026-11-18T01:59Z", "Wednesday", marks=in_tokyo),  # 2:59 in Berlin
        pytest.param("2026-11-18T06:00Z", "Tuesday", marks=in_new_york),  # 1:00 in the night
    ],
)
def test_a_day_ends_at_the_person_s_hour(page: Page, at: str, said: str) -> None:
    page.clock.set_fixed_time(at)

    today(page)

    expect(page.locator(LINE)).to_contain_text(f"where your day is {said}.")


@in_tokyo
def test_the_zone_is_changed_once_it_is_saved_and_can_be_changed_back(
    page: Page, somebody: User
) -> None:
    today(page).get_by_role("link", name="Use this device’s zone").click()

    expect(page.get_by_role("status").first).to_contain_text("is this device’s now")
    expect(page.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
    assert User.objects.get().time_zone == "Europe/Berlin"
    page.get_by_role("button", name="Save settings").click()
    expect(page.get_by_text("Your settings are saved.")).to_be_visible()
    assert User.objects.get().time_zone == "Asia/Tokyo"
    expect(today(page).locator(LINE)).to_be_hidden()
    page.go_back()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Your settings are as they were before.")).to_be_visible()
    assert User.objects.get().time_zone == "Europe/Berlin"


@in_tokyo
def test_kept_it_stays_away_until_a_zone_is_another(page: Page, somebody: User) -> None:
    today(page).get_by_role("button", name="Keep Europe/Berlin").click()

    expect(page.locator(LINE)).to_be_hidden()
    expect(page.locator("main")).to_be_focused()
    expect(today(page).locator(LINE)).to_be_hidden()
    somebody.change(time_zone="Europe/Paris")
    expect(today(page).get_by_role("button", name="Keep Europe/Paris")).to_be_visible()


@device_in("Asia/Tokyo", service_workers="allow")
def test_it_is_said_without_a_network_too(page: Page, context: BrowserContext) -> None:
    page.goto("/today/")
    kept.whole(page)

    with offline(context):
        page.goto("/today/")

        expect(page.locator(".as-of")).to_be_visible()
        expect(page.locator(LINE)).to_contain_text(SAID)

    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("html")).not_to_have_attribute("data-kept-at", "")
    expect(page.locator(".as-of")).to_be_hidden()
    expect(page.locator(LINE)).to_contain_text(SAID)


@device_in("Asia/Tokyo", java_script_enabled=False)
def test_without_script_nothing_is_shown(page: Page) -> None:
    page.goto("/today/")

    expect(page.locator(LINE)).to_be_hidden()
