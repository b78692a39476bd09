"""A button that shows the password as it is typed, where there is script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.look import check

Open = Callable[..., BrowserContext]
PLACES = ["/accounts/login/", "/accounts/signup/"]
PHONE = {"width": 360, "height": 640}


def button_of(page: Page) -> Locator:
    return page.get_by_role("button", name="Show password")


def typed_into(page: Page, words: str) -> Locator:
    field = page.get_by_label("Password", exact=True)
    field.fill(words)
    return field


@pytest.mark.parametrize("place", PLACES)
def test_it_shows_the_password_and_hides_it_again(page: Page, place: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(place)
    field, button = typed_into(page, "ten-quiet-toes"), button_of(page)
    expect(button).to_have_attribute("aria-pressed", "false")

    button.click()
    expect(field).to_have_attribute("type", "text")
    expect(field).to_have_value("ten-quiet-toes")
    expect(button).to_have_attribute("aria-pressed", "true")
    check(page)

    button.press("Enter")
    expect(field).to_have_attribute("type", "password")
    expect(field).to_have_value("ten-quiet-toes")
    expect(button).to_have_attribute("aria-pressed", "false")


def test_it_can_be_hit_with_a_thumb_and_hides_no_word(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(PLACES[0])
    field, button = typed_into(page, "W" * 40), button_of(page)

    box, around = button.bounding_box(), field.bounding_box()

    assert box
    assert around
    assert min(box["width"], box["height"]) >= 48
    room = field.evaluate("it => parseFloat(getComputedStyle(it).paddingInlineEnd)")
    assert box["width"] <= room + 2


def test_a_password_that_is_shown_is_sent_as_a_password(page: Page) -> None:
    page.goto(PLACES[0])
    field = typed_into(page, "ten-quiet-toes")
    button_of(page).click()
    page.evaluate("document.addEventListener('submit', (event) => event.preventDefault())")

    page.get_by_role("button", name="Sign in", exact=True).click()

    expect(field).to_have_attribute("type", "password")
    expect(field).to_have_value("ten-quiet-toes")
    expect(button_of(page)).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("place", PLACES)
def test_without_script_there_is_none_and_with_it_nothing_else_moves(
    new_context: Open, page: Page, place: str
) -> None:
    plain = new_context(java_script_enabled=False, viewport=PHONE).new_page()
    plain.goto(place)
    expect(plain.locator("show-password button")).to_be_hidden()
    page.set_viewport_size(PHONE)
    page.goto(place)
    expect(button_of(page)).to_be_visible()

    for piece in ("h1", "input:visible >> nth=0", "show-password", "show-password input"):
        assert page.locator(piece).bounding_box() == plain.locator(piece).bounding_box()
