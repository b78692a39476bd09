"""The README's pictures: Today and a guided session on a phone. `make screenshots` takes them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from accounts.models import User
from exercises.models import Exercise
from tests.browser.guided import address, phone
from tests.browser.people import sign_in
from tests.make import make_programme, make_session, make_user

TODAY, SESSION = Path("docs/today.png"), Path("docs/session.png")
OPTIONS = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}


@pytest.mark.usefixtures("transactional_db", "clock")
def test_take_the_picture_of_today(
    new_context: Callable[..., BrowserContext], base_url: str
) -> None:
    user = make_user()
    make_programme(user=user)
    for slug in ("resisted-plantar-flexion", "ankle-circles", "ankle-circles", "toe-presses"):
        exercise = Exercise.objects.get(slug=slug)
        make_session(user=user, exercise=exercise, day=date(2026, 11, 19))
    context = new_context(**OPTIONS)
    sign_in(context, user, base_url)
    page = context.new_page()
    page.goto("/today/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Four toes done")
    page.screenshot(path=TODAY)


def test_take_the_picture_of_a_session(
    new_context: Callable[..., BrowserContext], base_url: str, somebody: User
) -> None:
    context = new_context(**OPTIONS)
    sign_in(context, somebody, base_url)
    guided = phone(context).open(address("resisted-plantar-flexion")).start()
    guided.pass_(68)  # in the sixth hold

    assert guided.at == ("Hold", "4", "Press 6 of 15")
    guided.page.wait_for_timeout(1000)
    guided.page.screenshot(path=SESSION)
