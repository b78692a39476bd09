"""Judging a page: each text that is too faint is found, however faint it is."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.look import COLOURS, EVERYTHING, judge

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
