"""Judging a page: each text that is too faint is found, however faint it is."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser import fonts
from tests.browser.look import COLOURS, EVERYTHING, judge, sideways

SMALL, LARGE = 16, 40
CLEAR = {"#595959": SMALL, "#767676": LARGE}  # just seven times white's light, and four and a half
FAINT = {"#5a5a5a": SMALL, "#787878": SMALL, "#aaaaaa": SMALL, "#eeeeee": SMALL} | {
    "#777777": LARGE, "#ababab": LARGE, "#efefef": LARGE
}  # fmt: skip


@pytest.mark.parametrize("options", [EVERYTHING, COLOURS], ids=["everything", "colours"])
def test_each_text_that_is_too_faint_is_found(page: Page, options: dict[str, object]) -> None:
    texts = [
        f'<p style="color: {colour}; font-size: {size}px">Ten of them</p>'
        for colour, size in (CLEAR | FAINT).items()
    ]
    page.set_content(
        '<!DOCTYPE html><html lang="en"><title>Toes</title>'
        f"<main><h1>Toes</h1>{''.join(texts)}</main></html>"
    )

    with pytest.raises(AssertionError) as told:
        judge(page, options)

    assert set(re.findall("foreground color: (#[0-9a-f]+)", str(told.value))) == set(FAINT)


TEXT = "Footcare and ten quiet toes"
WIDTHS = """([text, ...families]) => families.map(family => {
  const line = document.body.appendChild(document.createElement("span"))
  line.style = `display: inline-block; font: 20px ${family}`
  line.textContent = text
  const {width} = line.getBoundingClientRect()
  line.remove()
  return width
})"""


@pytest.mark.parametrize("kind", fonts.KINDS.values())
def test_there_is_a_narrow_font_and_a_wide_one_and_none_of_the_machines_own(
    page: Page, kind: str
) -> None:
    narrow, wide = (f'"{family} {kind}"' for family in (fonts.NARROW, fonts.WIDE))
    elsewhere = f'"Noto {kind}", "FreeSans", "Roboto", {narrow}'

    widths = page.evaluate(WIDTHS, [TEXT, narrow, wide, elsewhere])

    assert widths[1] > 1.1 * widths[0]
    assert widths[2] == widths[0]


def test_a_line_that_fits_in_the_narrow_font_alone_sticks_out(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    (width,) = page.evaluate(WIDTHS, [TEXT, f'"{fonts.NARROW} Sans"'])
    page.set_content(
        f"<style>:root {{ --font-text: {fonts.NARROW} Sans }} body {{ margin: 0 }}"
        f"p {{ white-space: nowrap; font: {20 * 310 / width}px var(--font-text) }}</style>"
        f"<p>{TEXT}</p>"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == 320

    assert sideways(page) > 0
