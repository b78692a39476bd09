"""What the browser tests take for a defect."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.console import complaints_of


def spoil(page: Page, address: str) -> None:
    page.route(address, lambda route: route.fulfill(status=404, body="Not there"))


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize("address", ["**/css/base.css", "**/img/sprite.svg", "**/js/time-zone.js"])
def test_a_file_that_is_missing_is_a_complaint(
    browser: Browser, base_url: str, address: str
) -> None:
    context = browser.new_context(base_url=base_url)
    complaints = complaints_of(context)
    page = context.new_page()
    spoil(page, address)

    page.goto("/accounts/signup/", wait_until="networkidle")

    assert len(complaints) == 1
    assert "the server responded with a status of 404" in complaints[0]
    context.close()


@pytest.mark.usefixtures("transactional_db")
def test_a_page_that_is_missing_on_purpose_is_none(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url)
    complaints = complaints_of(context)
    page = context.new_page()

    page.goto("/nowhere/", wait_until="networkidle")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert complaints == []
    context.close()


@pytest.mark.usefixtures("transactional_db")
def test_an_error_that_no_script_catches_is_a_complaint(browser: Browser, base_url: str) -> None:
    context = browser.new_context(base_url=base_url)
    complaints = complaints_of(context)
    page = context.new_page()
    hole = {"content_type": "text/javascript", "body": "throw new Error('a hole')"}
    page.route("**/time-zone.js", lambda route: route.fulfill(**hole))

    page.goto("/accounts/signup/", wait_until="networkidle")

    assert [complaint for complaint in complaints if "a hole" in complaint]
    context.close()
