"""What is served says what its source says: only comments and white space are gone."""

import re
from pathlib import Path

import pytest

from hosting.shortening import shortened
from tests.test_architecture import ROOT

SOURCES = sorted(path for kind in ("css", "js") for path in (ROOT / "static").rglob(f"*.{kind}"))
COMMENT = re.compile(r"^\s*//[^\n]*| // [^\n]*|/\*.*?\*/", re.DOTALL | re.MULTILINE)
STRING = re.compile(r'"[^"\n]*"|`[^`]*`')


def letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_each_of_ours_keeps_its_words_and_its_strings(path: Path) -> None:
    source = COMMENT.sub("", path.read_text())

    served = shortened(path.name, path.read_bytes()).decode()

    assert letters(served) == letters(source)
    assert [string for string in STRING.findall(source) if string not in served] == []
    assert len(served) < path.stat().st_size


def test_no_template_stands_inside_another() -> None:
    """The shortener takes the inner one for code, and cuts it at `//`."""
    inner = re.compile(r"\$\{[^}`]*`")

    assert [path.name for path in SOURCES if inner.search(COMMENT.sub("", path.read_text()))] == []


def test_a_script_loses_comments_and_white_space() -> None:
    script = b"// It adds.\nexport function add(a, b) {\n  return a + b; // at once\n}\n"

    assert shortened("js/add.js", script) == b"export function add(a,b){return a+b;}"


def test_a_sheet_loses_comments_and_what_its_lines_begin_with() -> None:
    sheet = b"/* Links\n   only */\n\na {\n  color: var(--ink); /* dark */\n}\n"

    assert shortened("css/links.css", sheet) == b"\na {\ncolor: var(--ink); \n}\n"


def test_what_is_no_text_of_ours_stays_as_it_is() -> None:
    assert shortened("img/icon.png", b"\x89PNG  // \xff") == b"\x89PNG  // \xff"
