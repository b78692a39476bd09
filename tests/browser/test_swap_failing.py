"""Ticking with script when an answer fails: no tick is lost, and none is counted twice.

The browser complains in its console of what these tests break, so its console is not watched here.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from accounts.models import User
from tests.browser.people import sign_in
from tests.browser.routes import lose_the_answer
from tests.browser.test_swap import CIRCLES, WALKING, count


@pytest.fixture
def page(
    browser: Browser, browser_context_args: dict[str, Any], somebody: User, base_url: str
) -> Iterator[Page]:
    context = browser.new_context(**browser_context_args)
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.goto("/today/")
    yield page
    context.close()


def break_next(page: Page, how: Callable[[Route], None]) -> None:
    """The next session sent is met with that; those after it arrive."""
    page.route("**/sessions/", how, times=1)


def gone(route: Route) -> None:
    route.abort()


def locked(route: Route) -> None:
    route.fulfill(status=503, body="The tide is in.")


def test_an_answer_that_is_an_error_sends_the_tick_again_the_ordinary_way(
    page: Page, somebody: User
) -> None:
    break_next(page, locked)

    page.get_by_role("button", name=CIRCLES).click()

    expect(page.locator(".flash")).to_contain_text("Ankle circles ticked, 1 of 3.")
    assert count(somebody) == 1


def test_a_tick_without_a_network_says_so_and_can_be_pressed_again(
    page: Page, somebody: User
) -> None:
    break_next(page, gone)

    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_role("alert")).to_contain_text("We can’t tell whether that reached us")
    assert count(somebody) == 0
    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    expect(page.get_by_role("alert")).to_be_hidden()
    assert count(somebody) == 1


def test_a_tick_whose_answer_was_lost_counts_once_when_pressed_again(
    page: Page, somebody: User
) -> None:
    break_next(page, lose_the_answer)

    page.get_by_role("button", name=CIRCLES).click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    assert count(somebody) == 1


def test_after_a_failure_the_next_tick_is_not_lost(page: Page, somebody: User) -> None:
    break_next(page, gone)

    page.get_by_role("button", name=WALKING).click()
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_role("button", name=CIRCLES).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("One toe done")
    assert count(somebody) == 1


def test_a_tick_in_the_queue_is_not_lost_when_its_row_was_renewed(
    page: Page, somebody: User
) -> None:
    sent: list[str] = []

    def only_the_second_fails(route: Route) -> None:
        sent.append(route.request.post_data or "")
        if len(sent) == 2:
            route.fulfill(status=503, body="The tide is in.")
        else:
            route.continue_()

    page.route("**/sessions/", only_the_second_fails)

    page.get_by_role("button", name=CIRCLES).click()
    page.get_by_role("button", name=WALKING).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Two toes done")
    assert count(somebody) == 2
