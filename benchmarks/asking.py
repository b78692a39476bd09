"""The bytes of requests: who asks, for which page, with which form."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import repeat
from urllib.parse import urlencode
from uuid import uuid4

TOKEN = "B" * 32  # of forms and of their cookie: what counts is that both are the same
PAGES = {
    "Today": "/today/",
    "Week": "/week/",
    "History": "/history/",
    "Exercise": "/exercises/toe-presses/",
}
SOME_YEAR = "year-"
"""So begin the names of people with a year who are at different points of their day."""
PACKED = "Accept-Encoding: gzip\r\n"  # as every browser says
PUBLIC = {"Exercise"}
FLOOR, FLOOR_WRITE = "/floor/", "/floor/write/"
EXERCISE = "toe-presses"


def get(path: str, session: str = "") -> bytes:
    """A page, for whoever has that session; for a stranger without."""
    return _head("GET", path, session) + b"\r\n"


def post(path: str, session: str, **fields: str) -> bytes:
    body = urlencode(fields).encode()
    form = f"X-CSRFToken: {TOKEN}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    length = f"Content-Length: {len(body)}\r\n\r\n"
    return _head("POST", path, session) + form.encode() + length.encode() + body


def page(name: str, session: str) -> bytes:
    return get(PAGES[name], "" if name in PUBLIC else session)


def again(sent: bytes) -> Iterator[bytes]:
    return repeat(sent)


def floor_writes(session: str) -> Iterator[bytes]:
    while True:
        yield post(FLOOR_WRITE, session, key=str(uuid4()))


def tick(session: str, day: str, key: str) -> bytes:
    return post("/sessions/", session, exercise=EXERCISE, day=day, key=key, page="today")


def ticks(session: str, day: str, keys: list[str]) -> Iterator[bytes]:
    """Each with a new key, which is noted in `keys`."""
    while True:
        keys.append(str(uuid4()))
        yield tick(session, day, keys[-1])


def undos(session: str, keys: list[str]) -> Iterator[bytes]:
    """Takes each of these sessions back, and the key from the list."""
    with suppress(IndexError):  # several streams take from one list
        while True:
            yield post(f"/sessions/{keys.pop()}/undo/", session, page="today")


def _head(method: str, path: str, session: str) -> bytes:
    cookies = f"Cookie: csrftoken={TOKEN}; sessionid={session}\r\n" if session else ""
    return f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{PACKED}{cookies}".encode()
