"""How a guided session looks: accessible in each state and phase, whole on a phone, and calm."""

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from accounts.models import User
from exercises.models import Exercise
from tests.browser.guided import RUN, TICK, Guided, address, dose
from tests.browser.look import check, judge, sideways
from tests.browser.people import sign_in, today
from tests.make import SLUGS, make_session

SLUG = "resisted-plantar-flexion"
MAIN = "guided-session .btn--primary:visible"
SCREENS = [(390, 844), (390, 664), (320, 568), (844, 390), (667, 375), (1280, 800)]
ON_SCREEN = ("h1", ".guided-tell", ".guided-picture .figure-art", ".pacer", ".guided-at", MAIN)


@pytest.fixture
def page(new_context: Callable[..., BrowserContext], somebody: User, base_url: str) -> Page:
    """The clock is the browser's own: each cue lasts long enough to be looked at."""
    slow = Decimal(57)
    dose(SLUG, move_seconds=slow, hold_seconds=slow, return_seconds=0, pause_seconds=0)
    context = new_context()
    sign_in(context, somebody, base_url)
    return context.new_page()


def test_it_is_accessible_in_each_state_and_phase(page: Page) -> None:
    guided = Guided(page).open(address(SLUG))
    check(page)
    guided.start()
    judge(page)
    guided.press("Skip")
    judge(page)
    guided.press("Skip")
    assert guided.at[0] == "Hold"
    check(page)
    guided.press("Pause")
    judge(page)
    guided.key("Escape")
    check(page)
    guided.press("Go on")
    for _ in range(60):
        guided.key("ArrowRight")
    assert guided.shows("Don’t count it")
    check(page)
    page.route("**/sessions/", lambda route: route.fulfill(body="<h1>Welcome to our hotel</h1>"))
    page.wait_for_timeout(1000)  # a press at once is meant for what stood there before
    guided.press(TICK)
    expect(page.get_by_role("heading", name="Kept on this device")).to_be_visible()
    check(page)


def test_all_that_one_follows_is_on_any_screen_and_stays_where_it_is(page: Page) -> None:
    guided = Guided(page).open(address(SLUG)).start()
    assert guided.at[0] == "Get ready"  # with the longest sentence that there is
    page.set_viewport_size({"width": 390, "height": 664})
    ready = boxes(page)
    guided.key("ArrowRight")
    assert ready[2:] == boxes(page)[2:]
    guided.key("ArrowLeft")
    rem = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    guided.key("ArrowRight")
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("scrollTo(0, 0)")
        assert guided.at[0] == "Press"
        pressing = boxes(page)
        guided.key("ArrowRight")
        assert guided.at[0] == "Hold"
        holding = boxes(page)

        assert pressing[2:] == holding[2:]  # but for the words' own size
        for box in holding:
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] + box["height"] <= height
        assert not any(overlap(*pair) for pair in combinations(holding, 2))
        assert sideways(page) == 0
        number = page.locator(".pacer-n")
        assert number.evaluate("it => parseFloat(getComputedStyle(it).fontSize)") >= 4.5 * rem
        assert holding[-1]["height"] >= 4 * rem
        for name in ("Back", "Skip"):
            button = page.get_by_role("button", name=name).bounding_box()
            assert button is not None
            assert button["height"] >= 48
            if width > height:
                assert button["y"] + button["height"] <= height
        guided.key("ArrowLeft")


def overlap(one: Any, other: Any) -> bool:
    return all(
        one[start] < other[start] + other[size] and other[start] < one[start] + one[size]
        for start, size in (("x", "width"), ("y", "height"))
    )


def boxes(page: Page) -> list[Any]:
    """To a tenth of a pixel."""
    found = [page.locator(selector).bounding_box() or {} for selector in ON_SCREEN]
    return [{side: round(length, 1) for side, length in box.items()} for box in found]


def test_large_text_needs_no_scrolling_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 568})
    guided = Guided(page).open(address(SLUG))
    page.evaluate("document.documentElement.style.fontSize = '225%'")
    assert sideways(page) == 0
    guided.start()
    assert sideways(page) == 0
    # What is done and for how long stays in sight, wherever the keyboard is.
    assert guided.shows("Pause")
    assert page.evaluate("scrollY") == 0
    guided.key("ArrowRight")
    guided.key("Escape")
    assert sideways(page) == 0


# The window at 400 % zoom; twice the text (the sheet's own is 112.5 %) on a phone and a small one.
MAGNIFIED = [(320, 256, "112.5%"), (390, 664, "225%"), (360, 560, "225%")]


@pytest.mark.parametrize(("width", "height", "text"), MAGNIFIED)
def test_number_button_and_focus_are_in_sight_however_large_it_is(
    page: Page, width: int, height: int, text: str
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    guided = Guided(page).open(address(SLUG))
    page.evaluate("text => { document.documentElement.style.fontSize = text }", text)
    guided.start()
    for phase in ("Get ready", "Press", "Hold"):
        assert guided.at[0] == phase
        assert outside(page, ".pacer") == outside(page, MAIN) == outside(page, ":focus") == 0
        assert sideways(page) == 0
        guided.key("ArrowRight")
    guided.press("Pause")
    assert outside(page, MAIN) == outside(page, ":focus") == 0
    for _ in range(3):  # to back, skip and the choices
        guided.key("Tab")
        assert outside(page, ":focus") == 0
    guided.key("Escape")
    assert outside(page, ":focus") == 0
    assert sideways(page) == 0


def outside(page: Page, selector: str) -> float:
    """By how many pixels it is cut off by the window's edges."""
    box = page.locator(selector).first.bounding_box()
    size = page.viewport_size
    assert box is not None
    assert size is not None
    over = (
        -box["x"],
        -box["y"],
        box["x"] + box["width"] - size["width"],
        box["y"] + box["height"] - size["height"],
    )
    return max(0, *over)


def test_the_drawing_is_the_largest_thing(page: Page) -> None:
    guided = Guided(page).open(address(SLUG)).start()
    guided.key("ArrowRight")
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        drawing, *others = (
            area(page, selector)
            for selector in (".guided-picture .figure-art", ".pacer", MAIN, "h1")
        )
        assert drawing > max(others)


def area(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["width"] * box["height"]


def test_the_end_of_a_round_is_accessible_and_whole_on_a_phone(page: Page, somebody: User) -> None:
    for slug in SLUGS:
        exercise = Exercise.objects.get(slug=slug)
        last = make_session(user=somebody, exercise=exercise, day=today(), round="morning")
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{RUN}?just={last.key}&round=morning")
        expect(page.get_by_role("heading", level=1)).to_have_text("Morning round done")
        assert sideways(page) == 0
    check(page)


def test_the_ring_glides_and_with_reduced_motion_steps(page: Page) -> None:
    guided = Guided(page).open(address(SLUG)).start()
    easing = "document.querySelector('.pacer-arc').getAnimations()[0].effect.getTiming().easing"
    assert page.evaluate(easing) == "steps(10)"
    page.emulate_media(reduced_motion="no-preference")
    guided.key("ArrowRight")

    assert page.evaluate(easing) == "linear"


def test_without_script_it_is_a_drawing_a_list_and_a_button(
    new_context: Callable[..., BrowserContext], somebody: User, base_url: str
) -> None:
    context = new_context(java_script_enabled=False, viewport={"width": 320, "height": 568})
    sign_in(context, somebody, base_url)
    page = context.new_page()
    page.goto(address(SLUG))

    expect(page.get_by_text("The counter can’t run in this browser.")).to_be_visible()
    expect(page.locator("svg.fg")).to_be_visible()
    expect(page.get_by_role("list").get_by_text(re.compile("^Press"))).not_to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("I’m ready|Pause"))).to_have_count(0)
    expect(page.get_by_label("Tones")).to_be_hidden()
    page.get_by_role("button", name="I’ve done it: tick off").last.click()
    expect(page).to_have_title("Today: 1 of 10 · Footcare")
