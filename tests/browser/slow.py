"""A slow line to the running site: each answer comes late, and a page comes in pieces."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

LATE = 0.4  # seconds
PIECES = 12
BETWEEN = 0.03  # seconds: a browser draws what it has
MOST = 65536


@contextmanager
def slow_line(to: str) -> Iterator[str]:
    """The address at which the site can be had slowly meanwhile."""
    site = urlsplit(to)
    with socket.create_server(("127.0.0.1", 0)) as door:
        accepting = threading.Thread(target=_accept, args=(door, site.hostname, site.port))
        accepting.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            door.shutdown(socket.SHUT_RDWR)
            accepting.join()


def _accept(door: socket.socket, host: str | None, port: int | None) -> None:
    while True:
        try:
            near, _ = door.accept()
        except OSError:  # it was closed
            return
        far = socket.create_connection((host, port or 80))
        for way in (_ask, _answer):
            threading.Thread(target=way, args=(near, far), daemon=True).start()


def _ask(near: socket.socket, far: socket.socket) -> None:
    with suppress(OSError):
        while asked := near.recv(MOST):
            time.sleep(LATE)
            far.sendall(asked)
    _end(near, far)


def _answer(near: socket.socket, far: socket.socket) -> None:
    is_page = False
    with suppress(OSError):
        while answered := far.recv(MOST):
            if answered.startswith(b"HTTP/"):
                is_page = b"Content-Type: text/html" in answered
            for piece in _pieces(answered) if is_page else [answered]:
                near.sendall(piece)
    _end(near, far)


def _end(*sockets: socket.socket) -> None:
    """Wakes the thread that still waits at one of them, then lets go."""
    for each in sockets:
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
        each.close()


def _pieces(answered: bytes) -> Iterator[bytes]:
    size = len(answered) // PIECES + 1
    for at in range(0, len(answered), size):
        time.sleep(BETWEEN)
        yield answered[at : at + size]
