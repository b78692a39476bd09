"""The app's icons, drawn from static/img/app-icon.svg. `make icons` draws them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

IMAGES = Path("static/img")
SIGN = (IMAGES / "app-icon.svg").read_text()
# Where a phone cuts its signs to one shape the sand goes to the edge; elsewhere corners are round.
WHOLE, ROUND = "0", "22%"
ICONS = [("icon-180", 180, WHOLE), ("icon-192", 192, ROUND), ("icon-512", 512, ROUND)]


@pytest.mark.parametrize(
    ("name", "size", "corners"),
    [*ICONS, ("icon-maskable", 512, WHOLE)],
    ids=lambda value: str(value),
)
def test_draw_the_icon(browser: Browser, name: str, size: int, corners: str) -> None:
    page = browser.new_page(viewport={"width": size, "height": size})
    page.set_content(f"<body>{SIGN}")
    page.add_style_tag(
        content=f"body {{ margin: 0 }} svg {{ display: block; border-radius: {corners} }}"
    )
    path = IMAGES / f"{name}.png"

    page.screenshot(path=path, omit_background=True)
    page.close()

    assert path.stat().st_size < 20_000
