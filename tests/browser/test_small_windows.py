"""By keyboard in the smallest windows: nothing sticks out, and what has the focus is in sight.

The first is what a window of 1280 by 1024 pixels shows at 400 %; two have text twice as large.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from accounts.models import User
from tests.browser.look import sideways
from tests.browser.people import sign_in, today

WINDOWS = {
    "400 %": ({"width": 320, "height": 256}, "112.5%"),
    "text twice as large, low": ({"width": 360, "height": 560}, "225%"),
    "text twice as large": ({"width": 390, "height": 664}, "225%"),
}
SIGN_UP = "/accounts/signup/"
PAGES = ["/today/", "/days/{today}/", "/settings/", "/pain/", "/exercises/toe-walking/", SIGN_UP]

# Of a grid of points on what has the focus, how many are covered by nothing (`free`), and how many
# are in the window and not under a bar that stays where the page scrolls (`seen`).
SEEN = """() => {
  const focused = document.activeElement
  if (focused === document.body) return null
  const parts = [...focused.getClientRects()].filter(({width, height}) => width * height)
  const points = parts.flatMap(({left, top, width, height}) =>
    [0.05, 0.5, 0.95].flatMap(across =>
      [0.05, 0.5, 0.95].map(down => [left + across * width, top + down * height])))
  const own = [focused, ...(focused.labels ?? [])]
  const isFree = top => top.contains(focused) || own.some(each => each.contains(top))
  const isFixed = each => getComputedStyle(each).position === "fixed"
  const stays = each => each !== null && (isFixed(each) || stays(each.parentElement))
  const tops = points.map(([x, y]) => document.elementFromPoint(x, y)).filter(Boolean)
  return {
    what: focused.outerHTML.slice(0, 120),
    free: tops.filter(isFree).length / points.length,
    seen: tops.filter(top => isFree(top) || !stays(top)).length / points.length,
    ring: [null, "::after"].some(of => getComputedStyle(focused, of).outlineStyle !== "none"),
    fits: focused.getBoundingClientRect().height < innerHeight * 0.6,
  }
}"""

# WCAG 1.4.12, and what text is cut off by it.
WIDER = """() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`)
  document.adoptedStyleSheets = [sheet]
  return [...document.querySelectorAll("body *")].filter(each => {
    const {overflowX, overflowY, display} = getComputedStyle(each)
    const isHidden = each.closest(".visually-hidden, svg, [hidden]") || display === "none"
    const across = overflowX === "hidden" && each.scrollWidth > each.clientWidth + 1
    const down = overflowY === "hidden" && each.scrollHeight > each.clientHeight + 1
    return !isHidden && (across || down)
  }).map(each => each.outerHTML.slice(0, 120))
}"""


def tab_through(page: Page) -> list[dict[str, Any]]:
    """What has the focus after each press of Tab, until the page is left."""
    found = []
    for _ in range(200):
        page.keyboard.press("Tab")
        on = page.evaluate(SEEN)
        if on is None:
            return found
        found.append(on)
    raise AssertionError("The keyboard doesn't leave the page.")


@pytest.mark.parametrize("window", WINDOWS)
def test_what_has_the_focus_is_in_sight(
    new_context: Callable[..., BrowserContext],
    somebody: User,
    base_url: str,
    subtests: pytest.Subtests,
    window: str,
) -> None:
    size, text = WINDOWS[window]
    context = new_context(viewport=size)
    strangers = new_context(viewport=size)
    sign_in(context, somebody, base_url)
    for path in PAGES:
        page = (strangers if path == SIGN_UP else context).new_page()
        page.goto(path.format(today=today()))
        page.evaluate("size => document.documentElement.style.setProperty('font-size', size)", text)
        stops = tab_through(page)
        with subtests.test(path):
            assert len(stops) > 5
            assert [on["what"] for on in stops if on["free"] == 0 or not on["ring"]] == []
            assert [(on["what"], on["seen"]) for on in stops if on["fits"] and on["seen"] < 1] == []
            assert sideways(page) == 0
        page.close()


def test_wider_spacing_cuts_nothing_off(
    new_context: Callable[..., BrowserContext],
    somebody: User,
    base_url: str,
    subtests: pytest.Subtests,
) -> None:
    context = new_context(viewport={"width": 390, "height": 664})
    sign_in(context, somebody, base_url)
    page = context.new_page()
    for path in [*PAGES[:-1], "/week/", "/history/", "/settings/account/", "/settings/programme/"]:
        page.goto(path.format(today=today()))
        with subtests.test(path):
            assert page.evaluate(WIDER) == []
            assert sideways(page) == 0
