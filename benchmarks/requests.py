"""The bytes of requests: pages, ticks, undos and the floor's own."""

from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlencode
from uuid import uuid4

TOKEN = "B" * 32  # of forms and of their cookie: both have to be the same
PAGES = {
    "Today": "/today/",
    "Week": "/week/",
    "History": "/history/",
    "Pain": "/pain/",
    "Settings": "/settings/",
    "Exercise": "/exercises/toe-presses/",
}
PUBLIC = {"Exercise"}
FLOOR, FLOOR_WRITE = "/floor/", "/floor/write/"


def get(path: str, session: str = "") -> bytes:
    """A page, for whoever has that session; for a stranger without."""
    return _head("GET", path, session) + b"\r\n"


def post(path: str, session: str, fields: dict[str, str]) -> bytes:
    body = urlencode(fields).encode()
    form = f"X-CSRFToken: {TOKEN}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    length = f"Content-Length: {len(body)}\r\n\r\n"
    return _head("POST", path, session) + form.encode() + length.encode() + body


def page(name: str, session: str) -> bytes:
    return get(PAGES[name], "" if name in PUBLIC else session)


def tick_fields(day: str, key: str) -> dict[str, str]:
    return {"exercise": "toe-presses", "day": day, "key": key, "page": "today"}


def tick(session: str, day: str, key: str) -> bytes:
    return post("/sessions/", session, tick_fields(day, key))


def ticks(session: str, day: str, keys: list[str]) -> Iterator[bytes]:
    """Each with a new key, which is added to `keys`."""
    while True:
        keys.append(str(uuid4()))
        yield tick(session, day, keys[-1])


def undos(session: str, keys: list[str]) -> Iterator[bytes]:
    """Takes each of these sessions back, and its key from the list."""
    with suppress(IndexError):  # several streams take from one list
        while True:
            yield post(f"/sessions/{keys.pop()}/undo/", session, {"page": "today"})


def floor_writes(session: str) -> Iterator[bytes]:
    while True:
        yield post(FLOOR_WRITE, session, {"key": str(uuid4())})


def _head(method: str, path: str, session: str) -> bytes:
    cookies = f"Cookie: csrftoken={TOKEN}; sessionid={session}\r\n" if session else ""
    gzip = "Accept-Encoding: gzip\r\n"  # as every browser says
    return f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{gzip}{cookies}".encode()
