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


@pytest.mark.parametrize(
    "sheet", sorted((ROOT / "static/css").rglob("*.css")), ids=lambda s: s.name
)
def test_a_theme_changes_nothing_but_colours(sheet: Path) -> None:
    css = sheet.read_text()
    rules = THEME.findall(css)
    assert len(rules) == css.count("prefers-color-scheme:") + css.count(':root[data-theme="')
    declarations = [line.strip() for rule in rules for line in rule.split(";") if line.strip()]

    assert [line for line in declarations if not COLOUR.fullmatch(line)] == []
