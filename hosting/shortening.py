"""What a browser needs of a script or a style sheet: all but its comments and most white space."""

import re
from collections.abc import Callable
from pathlib import PurePath

from rjsmin import jsmin

# Comments, and what a line begins with.
NEEDLESS_IN_CSS = re.compile(r"/\*.*?\*/|^\s+", re.DOTALL | re.MULTILINE)


def _css(text: str) -> str:
    return NEEDLESS_IN_CSS.sub("", text)


SHORTER: dict[str, Callable[[str], str]] = {".css": _css, ".js": jsmin}


def shortened(name: str, content: bytes) -> bytes:
    """The file's content, shorter where it is a script or a style sheet."""
    shorter = SHORTER.get(PurePath(name).suffix)
    return shorter(content.decode()).encode() if shorter else content
