"""The states of the programme's pages and of a newcomer's, each as accessible as the page."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.look import check

pytestmark = pytest.mark.usefixtures("somebody_is_here")


def test_the_programme_with_all_its_folds_open(page: Page) -> None:
    page.goto("/settings/programme/")
    for fold in page.locator("details summary").all():
        fold.click()

    check(page)


def test_the_programme_after_a_preview_a_change_and_its_undo(page: Page) -> None:
    page.goto("/settings/programme/")
    page.get_by_label("Toe walking: sessions a day").select_option("4 a day")
    page.get_by_role("button", name="Show me the toes first").click()
    expect(page.get_by_role("status")).to_be_focused()
    expect(page.get_by_label("Toe walking: sessions a day")).to_have_value("4")
    check(page)

    page.get_by_role("button", name="Save my programme").click()
    expect(page.locator(".flash")).to_contain_text("Toe walking, Sessions a day: 4 a day")
    check(page)

    page.locator(".flash").get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Toe walking: sessions a day")).to_have_value("2")


def test_a_programme_with_too_long_a_session(page: Page) -> None:
    page.goto("/settings/programme/")
    page.locator("summary").first.click()
    page.get_by_label("Repetitions: Resisted plantar flexion").select_option("30")
    page.get_by_label("Hold: Resisted plantar flexion").select_option("60 seconds")
    page.get_by_role("button", name="Save my programme").click()

    expect(page.get_by_role("alert")).to_contain_text("One thing to put right")
    check(page)
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Repetitions: Resisted plantar flexion")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["/settings/rounds/", "/welcome/rounds/"])
def test_rounds_that_are_out_of_order(page: Page, path: str) -> None:
    page.goto(path)
    page.get_by_label("Around").last.fill("07:00")
    page.get_by_role("button", name="Save my rounds").or_(
        page.get_by_role("button", name="Show me today")
    ).click()

    expect(page.get_by_role("alert")).to_contain_text("Evening round, time")
    check(page)


def test_a_first_day_out_of_reach_and_one_that_was_changed(page: Page) -> None:
    page.goto("/settings/first-day/")
    page.get_by_label("First day").fill("1999-01-01")
    page.get_by_role("button", name="Save my first day").click()
    expect(page.get_by_role("alert")).to_contain_text("Your first day can be from")
    check(page)

    page.get_by_label("First day").fill(page.get_by_label("First day").get_attribute("min") or "")
    page.get_by_role("button", name="Save my first day").click()
    expect(page.locator(".flash")).to_contain_text("Saved: your first day is")
    check(page)


@pytest.mark.parametrize(
    "address",
    [
        "/settings/?theme=dark&initial-theme=",
        "/settings/rounds/?morning_cue=Sink&evening_around=07:00",
    ],
)
def test_a_form_that_was_sent_signed_out(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.get_by_text("You were signed out before this was saved.")).to_be_visible()

    check(page)


def test_the_sources_of_what_a_newcomer_reads(page: Page) -> None:
    page.goto("/welcome/ask-first/")
    page.locator("summary").click()

    check(page)
