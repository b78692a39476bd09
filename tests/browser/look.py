"""How a page is judged: accessible in each size and theme, and nothing sticks out on a phone."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

from tests.browser import fonts

# axe leaves a text with less than ordinary contrast to a second rule. Without that floor one rule
# finds what both find, and measures each text once.
NO_FLOOR = {"contrastRatio": {"normal": {"minThreshold": 0}, "large": {"minThreshold": 0}}}
CHECKS = {"color-contrast-enhanced": {"options": NO_FLOOR}}
EVERYTHING: dict[str, Any] = {
    "rules": {
        "color-contrast": {"enabled": False},
        "color-contrast-enhanced": {"enabled": True},
        "target-size": {"enabled": True},
    },
    "checks": CHECKS,
}
COLOURS: dict[str, Any] = {
    "runOnly": ["color-contrast-enhanced", "link-in-text-block"],
    "checks": CHECKS,
}
# The rule about sheets, for which axe fetches each, finds the same in every look.
WITHOUT_SHEETS: dict[str, Any] = {
    "rules": {**EVERYTHING["rules"], "css-orientation-lock": {"enabled": False}},
    "checks": CHECKS,
    "preload": False,
}
# A theme changes nothing but colours, and a width no colours but the bar's: test_styles.py holds
# both. So a page is judged in each width and each theme, and only some in each pair of them.
LOOKS = [(390, "light", EVERYTHING), (1280, "dark", WITHOUT_SHEETS)]
OTHER_PAIRS = [(390, "dark", COLOURS), (1280, "light", COLOURS)]


def check(page: Page, *, in_all_pairs: bool = False) -> None:
    """Judge the page that is open in each look, without loading it anew."""
    for width, scheme, options in [*LOOKS, *(OTHER_PAIRS if in_all_pairs else [])]:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme)
        judge(page, options)
    assert page.locator("h1").count() == 1
    page.set_viewport_size({"width": 320, "height": 700})
    assert sideways(page) == 0


def judge(page: Page, options: dict[str, Any] = EVERYTHING) -> None:
    """Judge the page in the look that it has, once its sheets are there."""
    page.wait_for_load_state()
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(
        "options => axe.run(options).then(({violations}) => ({violations}))",
        {"resultTypes": ["violations"], **options},
    )
    look = page.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]")
    assert found["violations"] == [], f"width, dark: {look}\n{AxeResults(found).generate_report()}"


SIDEWAYS = """([families, kinds]) => Math.max(...families.map(family => {
  const root = document.documentElement
  for (const [name, kind] of Object.entries(kinds)) {
    root.style.setProperty(name, `"${family} ${kind}"`)
  }
  const beyond = root.scrollWidth - root.clientWidth
  for (const name of Object.keys(kinds)) root.style.removeProperty(name)
  return beyond
}))"""


def sideways(page: Page) -> int:
    """How far the page can be scrolled sideways, in CSS pixels, in the font that is worse."""
    beyond: int = page.evaluate(SIDEWAYS, [[fonts.NARROW, fonts.WIDE], fonts.KINDS])
    return beyond
