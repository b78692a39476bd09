"""Pages with six exercises, two of them in the fifth hue, look right in every size and theme."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext
from pytest_django import Settings

from accounts.models import User
from tests.browser.look import check
from tests.browser.people import sign_in
from tests.make import make_target
from tests.two_more import add_to_catalogue


@pytest.fixture
def six(somebody: User, settings: Settings) -> User:
    for exercise in add_to_catalogue(settings):
        make_target(
            user=somebody, exercise=exercise, per_day=2, from_day=somebody.preferences.first_day
        )
    return somebody


@pytest.mark.parametrize("path", ["/exercises/", "/week/", "/settings/programme/"])
def test_they_look_right(
    new_context: Callable[..., BrowserContext], six: User, base_url: str, path: str
) -> None:
    context = new_context()
    sign_in(context, six, base_url)
    page = context.new_page()
    page.goto(path)

    check(page)
