"""What somebody might send who means no good, or whose client is broken: bodies and their types."""

from dataclasses import dataclass
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=toes"
MEGABYTE = 1024 * 1024
TOO_LONG = 4 * MEGABYTE
"""Beyond what Django reads into memory of a form."""

# A form's own fields by name, so that a hostile value also reaches the code behind each of them.
FIELDS = (
    "action", "batch", "code", "credential", "day", "during", "email", "ended", "evening_around",
    "exercise", "first_day", "hurts", "initial-time_zone", "key", "knee", "knee_side", "last_day",
    "login", "midday", "moment", "name", "next", "note", "notes", "oldpassword", "page", "password",
    "password1", "password2", "reason", "round", "seconds", "seen", "session", "source", "theme",
    "time", "time_zone", "toe-walking-per_day", "undo", "was", "weeks", "year",
)  # fmt: skip
VALUES = (
    "",
    " ",
    "0",
    "-1",
    "1e999",
    "9" * 400,
    "NaN",
    "9999-12-31",
    "0000-00-00",
    "2026-02-30",
    "018f0000-0000-7000-8000-00000000000g",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}{% debug %}",
    '=HYPERLINK("http://example.org")',
    "' OR 1=1; DROP TABLE accounts_user; --",
    "../../../../etc/passwd",
    "\r\nBcc: everybody@example.org",
    "\x00",
    "a\x00b",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "\u202e\u2066" * 20,
    "\N{GRINNING FACE}" * 600,
    "٣",
    "//example.org/%2f..",
    "javascript:alert(1)",
)


@dataclass(frozen=True, slots=True)
class Body:
    name: str
    content: bytes
    type: str = FORM

    def __str__(self) -> str:
        return self.name


def filled(value: str) -> bytes:
    return urlencode(dict.fromkeys(FIELDS, value)).encode()


NOTHING = Body("nothing", b"")
BROKEN = (
    Body("not UTF-8", b"note=%FF%FE&email=%C3%28&" + b"\xff\xfe=\xff"),
    Body("a NUL byte in a name", b"no%00te=1&\x00=\x00"),
    Body("half an escape", b"note=%&email=%4&=&&&;"),
    Body("more fields than a form has", b"&".join(b"a%d=1" % n for n in range(5_000))),
    Body("one field many times", b"&".join([b"exercise=toe-walking"] * 900)),
    Body("too long", b"note=" + b"x" * TOO_LONG),
    Body("a charset that isn't", b"note=1", FORM + "; charset=klingon"),
    Body("UTF-16", "note=1".encode("utf-16"), FORM + "; charset=utf-16"),
    Body("no type", b"note=1", ""),
    Body("a type that isn't", b"note=1", "////;;;="),
    Body("JSON", b'{"note": 1}', "application/json"),
    Body("deeply nested JSON", b"[" * 50_000 + b"]" * 50_000, "application/json"),
    Body("XML with entities", b'<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>', "text/xml"),
    Body("parts without a boundary", b"--toes\r\n", "multipart/form-data"),
    Body("parts that break off", b"--toes\r\nContent-Disposition: form-data; name=", PARTS),
    Body("parts with a strange boundary", b"x", "multipart/form-data; boundary=\x01"),
    Body(
        "a file where text is meant",
        b'--toes\r\nContent-Disposition: form-data; name="note"; filename="../../n\x00.exe"\r\n'
        b"Content-Type: text/html\r\n\r\n<script>\r\n--toes--\r\n",
        PARTS,
    ),
    Body(
        "a file to take in, deeply nested",
        b'--toes\r\nContent-Disposition: form-data; name="file"; filename="a.json"\r\n\r\n'
        + b'{"a":[' * 20_000
        + b"\r\n--toes--\r\n",
        PARTS,
    ),
    Body(
        "parts in base64 that isn't",
        b'--toes\r\nContent-Disposition: form-data; name="note"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n!!!!\r\n--toes--\r\n",
        PARTS,
    ),
)
"""What Django takes apart, or refuses, before a view sees it."""
FILLED = tuple(Body(f"every field {value[:24]!a}", filled(value)) for value in VALUES)
