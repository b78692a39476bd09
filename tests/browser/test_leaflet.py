"""How long a page of the leaflet is on a phone, and what of it goes on paper."""

import pytest
from playwright.sync_api import Page, expect

from exercises.care import NEEDS
from tests.make import ALL_SLUGS, WALKING

SCREENS, HEIGHT = 5, 844
PATHS = [*(f"/exercises/{slug}/" for slug in ALL_SLUGS), *(f"/care/{one.slug}/" for one in NEEDS)]

pytestmark = [
    pytest.mark.usefixtures("transactional_db"),
    pytest.mark.browser_context_args(viewport={"width": 390, "height": HEIGHT}),
]


def test_no_page_is_longer_than_five_screens_before_its_sources(page: Page) -> None:
    tall = {}
    for path in PATHS:
        page.goto(path)
        box = page.locator(".sources-fold").last.bounding_box()
        if box is None or box["y"] > SCREENS * HEIGHT:
            tall[path] = box

    assert tall == {}


def test_what_is_folded_follows_on_paper(page: Page) -> None:
    page.goto(f"/exercises/{WALKING}/")
    source = page.locator(".sources > li").first
    expect(source).not_to_be_visible()

    page.emulate_media(media="print")

    expect(source).to_be_visible()
    expect(page.get_by_text("you are under 16")).to_be_visible()
