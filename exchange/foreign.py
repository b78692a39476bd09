"""What a file that isn't ours looks like: by its first bytes, the names inside, or its outline."""

import csv
import re
import zlib
from itertools import islice

HEAD = 4_000  # bytes or characters that are looked at

MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "pdf"),
    (0, b"\x89PNG\r\n", "picture"),
    (0, b"\xff\xd8\xff", "picture"),
    (0, b"GIF8", "picture"),
    (0, b"II*\0", "picture"),
    (0, b"MM\0*", "picture"),
    (8, b"WEBP", "picture"),
    (4, b"ftypheic", "picture"),
    (4, b"ftypmif1", "picture"),
    (4, b"ftypavif", "picture"),
    (4, b"ftyp", "film"),
    (0, b"\x1aE\xdf\xa3", "film"),
    (8, b"AVI ", "film"),
    (8, b"WAVE", "sound"),
    (0, b"ID3\x03", "sound"),
    (0, b"ID3\x04", "sound"),
    (0, b"OggS", "sound"),
    (0, b"fLaC", "sound"),
    (0, b"SQLite format 3\0", "database"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
    (0, b"{\\rtf", "document"),
    (0, b"MZ\x90", "program"),
    (0, b"\x7fELF", "program"),
)
"""Where it stands, what stands there, and what that is."""

INSIDE: tuple[tuple[bytes, bytes, str], ...] = (
    (b"SQLite format 3\0", b"CREATE TABLE Repetitions", "habits"),
    (b"PK\x03\x04", b"opendocument.spreadsheet", "spreadsheet"),
    (b"PK\x03\x04", b"opendocument.text", "document"),
    (b"PK\x03\x04", b"opendocument.presentation", "slides"),
    (b"PK\x03\x04", b"application/epub+zip", "book"),
    (b"PK\x03\x04", b"xl/workbook", "spreadsheet"),
    (b"PK\x03\x04", b"word/document", "document"),
    (b"PK\x03\x04", b"ppt/presentation", "slides"),
    (b"PK\x03\x04", b"apple_health_export/", "apple-health"),
    (b"PK\x03\x04", b"Takeout/", "google"),
    (b"PK\x03\x04", b"Checkmarks.csv", "habits"),
    (b"PK\x03\x04", b"AndroidManifest.xml", "program"),
)
"""How it begins, what it has inside, and what that is; before MAGIC, which says less."""

OUTLINES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(outline, re.IGNORECASE | re.DOTALL), kind)
    for outline, kind in (
        (r"<!doctype netscape-bookmark", "bookmarks"),
        (r"(<\?xml[^>]*>\s*)?(<!--((?!-->).)*-->\s*)*<(!doctype )?html", "page"),
        (r"<\?xml.*<(!doctype )?healthdata", "apple-health"),
        (r"<\?xml.*<svg|<svg", "picture"),
        (r"<\?xml|<[a-z][\w:.-]*[\s>/]", "xml"),
        (r"begin:vcalendar", "calendar"),
        (r"begin:vcard", "contacts"),
        (r'[\[{\s]*"[^"]*"\s*:.*"resourceType"|\{\s*"resourceType"', "fhir"),
        (r'\{\s*"(locations|timelineObjects|semanticSegments|Data Points)"\s*:', "google"),
        (r'[\[{\s]*[\[{]\s*"[^"]*"\s*:', "json"),
    )
)
"""How text begins, and what it is; the first that fits."""

WORDS = re.compile(r"(?=[^\0-\x08\x0e-\x1f\x7f-\x9f]*\Z)[^\[{].*\w\s+\w", re.DOTALL)

OURS = re.compile(r'\s*(\0|\{\s*(["\']?format\b|["\']?f?o?r?m?a?t?\Z))|.*"footcare"', re.DOTALL)
"""A damaged disk leaves zeros."""


def is_ours(text: str) -> bool:
    """Whether it was a file of Footcare's, whatever became of it since."""
    return bool(OURS.match(text))


def kind_of(data: bytes) -> str:
    """'picture', say; empty where it isn't known, or text."""
    sent, data = data, _unpacked(data)
    for start, inside, kind in INSIDE:
        if data.startswith(start) and inside in data:
            return kind
    for place, magic, kind in MAGIC:
        if data.startswith(magic, place):
            return kind
    return "" if data is sent else kind_of_text(data.decode(errors="replace"))


def kind_of_text(text: str) -> str:
    """'table', say; empty where it isn't known, or a file of Footcare's."""
    if is_ours(text):
        return ""
    head = text[:HEAD].lstrip().replace("\r\n", "\n").replace("\r", "\n")
    for outline, kind in OUTLINES:
        if outline.match(head):
            return kind
    if any(_is_table(head, sign) for sign in ";\t,"):
        return "table"
    return "text" if WORDS.match(head) else ""


def _is_table(text: str, sign: str) -> bool:
    """Whether the first two lines have as many columns, and more than one."""
    try:
        first, second = islice(csv.reader(text.splitlines(), delimiter=sign), 2)
    except (csv.Error, ValueError):
        return False
    return len(first) == len(second) > 1 and text[0] not in "[{"


def _unpacked(data: bytes) -> bytes:
    """The beginning of what gzip has packed; else the data."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, HEAD)
    except zlib.error:
        return b""
