"""The drawings on the pages: they move, stop when told to, and stand still where they should."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.figure import JOINT, RUNNING, STILL

Open = Callable[..., BrowserContext]

TWO_SECONDS_ON = """() => {
    for (const each of document.getAnimations()) each.currentTime = 2000;
}"""

pytestmark = [
    pytest.mark.usefixtures("transactional_db"),
    pytest.mark.browser_context_args(reduced_motion="no-preference"),
]


def joints(page: Page) -> list[str]:
    return [drawing.evaluate(JOINT) for drawing in page.locator("svg.fg").all()]


def all_move_on_from(page: Page, first: list[str]) -> bool:
    """Whether they do within five seconds; a busy machine draws the first picture late."""
    for _ in range(50):
        page.wait_for_timeout(100)
        if all(now != then for now, then in zip(joints(page), first, strict=True)):
            return True
    return False


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_drawings_of_the_list_move_until_they_are_paused(
    new_context: Open, script: bool
) -> None:
    size = {"width": 1280, "height": 1400}
    page = new_context(java_script_enabled=script, viewport=size).new_page()
    page.goto("/exercises/")
    page.evaluate(TWO_SECONDS_ON)  # the longest pause is over
    first = joints(page)
    assert all_move_on_from(page, first)

    pause = page.get_by_label("Pause the drawings")
    assert pause.locator("..").bounding_box()["height"] >= 48
    pause.focus()
    page.keyboard.press("Space")
    page.wait_for_timeout(100)  # an animation stands still from its next frame on
    still = joints(page)
    page.wait_for_timeout(200)
    assert joints(page) == still


def test_the_drawing_of_an_exercise_s_page_pauses_and_goes_on(page: Page) -> None:
    page.goto("/exercises/toe-walking/")
    pause = page.get_by_label("Pause the drawing")
    assert page.evaluate(RUNNING) > 0

    pause.check()
    assert page.evaluate(RUNNING) == 0

    pause.uncheck()
    assert page.evaluate(RUNNING) > 0


@pytest.mark.parametrize("medium", [{"reduced_motion": "reduce"}, {"media": "print"}])
def test_without_motion_and_on_paper_start_and_key_pose_stand_still(
    page: Page, medium: dict[str, Any]
) -> None:
    page.emulate_media(**medium)
    page.goto("/exercises/")
    expect(page.get_by_text("Pause the drawings")).to_be_hidden()
    assert page.evaluate(RUNNING) == 0
    for drawing in page.locator("svg.fg").all():
        assert drawing.evaluate(STILL) == ["inline", "1", "1"]


def test_paper_is_light_whatever_the_theme(page: Page) -> None:
    page.goto("/exercises/toe-walking/")
    ink = "getComputedStyle(document.querySelector('.fg-legs')).fill"
    light = page.evaluate(ink)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert page.evaluate(ink) != light

    page.emulate_media(media="print")

    assert page.evaluate(ink) == light
