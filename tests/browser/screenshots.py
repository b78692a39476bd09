"""The README's picture: Today, half done, on a phone. `make screenshots` takes it anew."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from exercises.models import Exercise
from tests.browser.people import sign_in
from tests.make import make_programme, make_session, make_user

PICTURE = Path("docs/today.png")


@pytest.mark.usefixtures("transactional_db", "clock")
def test_take_the_picture_of_today(
    new_context: Callable[..., BrowserContext], base_url: str
) -> None:
    user = make_user()
    make_programme(user=user)
    for slug in ("resisted-plantar-flexion", "ankle-circles", "ankle-circles", "toe-presses"):
        exercise = Exercise.objects.get(slug=slug)
        make_session(user=user, exercise=exercise, day=date(2026, 11, 19))
    context = new_context(
        viewport={"width": 390, "height": 844}, device_scale_factor=2, reduced_motion="reduce"
    )
    sign_in(context, user, base_url)
    page = context.new_page()
    page.goto("/today/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Four toes done")
    page.screenshot(path=PICTURE)
