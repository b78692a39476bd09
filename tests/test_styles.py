"""The style sheets: what the person's theme changes, and what it leaves alone."""

import re
from pathlib import Path

import pytest

from tests.test_architecture import ROOT

# What a theme's media query or attribute is followed by, up to the end of the rule.
THEME = re.compile(
    r"(?:prefers-color-scheme: \w+\)|data-theme=\"\w+\"\](?!\)))[^{}]*\{(?:[^{}]*\{)?([^{}]*)\}"
)
COLOUR = re.compile(r"color-scheme: \w+|--[\w-]+: oklch\([^)]*\)|--shadow: [\d\w ]+oklch\([^)]*\)")
# What a width's media query has in it.
WIDTH = re.compile(r"@media[^{]*-width: [^{]*\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}")
PAINTED = re.compile(r"(?:color|background|fill|stroke|opacity|(?:box|text)-shadow)[\w-]*: [^;}]+")

SHEETS = sorted((ROOT / "static/css").rglob("*.css"))


def test_a_width_changes_no_colours_but_the_bar_s_and_the_shore_s() -> None:
    """Pages are judged in each width and each theme, but most of them not in each pair."""
    css = "".join(sheet.read_text() for sheet in SHEETS)
    rules = WIDTH.findall(css)
    assert len(rules) == len(re.findall(r"@media[^{]*-width: ", css))

    painted = {each for rule in rules for each in PAINTED.findall(rule)}

    assert painted == {
        "background: var(--surface)",
        "background: var(--brand)",
        "color: var(--on-brand)",
        "background: var(--sand)",
    }


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.name)
def test_a_theme_changes_nothing_but_colours(sheet: Path) -> None:
    css = sheet.read_text()
    rules = THEME.findall(css)
    assert len(rules) == css.count("prefers-color-scheme:") + css.count(':root[data-theme="')
    declarations = [line.strip() for rule in rules for line in rule.split(";") if line.strip()]

    assert [line for line in declarations if not COLOUR.fullmatch(line)] == []
