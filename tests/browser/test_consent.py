"""The question before anything that hurts is kept: it fits, and yes and no are alike."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from accounts.models import User
from logbook.models import Preferences
from tests.browser.look import check, sideways
from tests.browser.people import sign_in

Open = Callable[..., BrowserContext]


@pytest.fixture
def unasked(somebody: User) -> User:
    Preferences.objects.filter(user=somebody).update(consent=None)
    return somebody


def test_the_question_is_accessible_and_fits(
    new_context: Open, unasked: User, base_url: str, subtests: pytest.Subtests
) -> None:
    context = new_context()
    sign_in(context, unasked, base_url)
    page = context.new_page()
    for path in ("/welcome/hurts/", "/pain/", "/settings/consent/"):
        with subtests.test(path):
            page.goto(path)
            check(page)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_yes_and_no_are_of_one_size(
    new_context: Open, unasked: User, base_url: str, width: int
) -> None:
    context = new_context(viewport={"width": width, "height": 700})
    sign_in(context, unasked, base_url)
    page = context.new_page()
    page.goto("/pain/")

    boxes = [
        page.get_by_role("button", name=name).bounding_box()
        for name in ("Save my choice", "Don’t keep it")
    ]

    assert len({(box["width"], box["height"]) for box in boxes if box}) == 1
    assert sideways(page) == 0
