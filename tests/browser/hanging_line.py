"""A line to the running site that can hang: what is asked then is answered once it goes on."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from urllib.parse import urlsplit


class Line:
    def __init__(self, door: socket.socket, site: tuple[str, int]) -> None:
        self.address = f"http://127.0.0.1:{door.getsockname()[1]}"
        self.goes = Event()
        self.goes.set()
        self._door, self._site = door, site
        Thread(target=self._accept, daemon=True).start()

    @contextmanager
    def hanging(self) -> Iterator[None]:
        self.goes.clear()
        try:
            yield
        finally:
            self.goes.set()

    def _accept(self) -> None:
        with suppress(OSError):  # the door is closed
            while True:
                near, _ = self._door.accept()
                far = socket.create_connection(self._site)
                for ends in ((near, far), (far, near)):
                    Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with one, suppress(OSError):  # the other end was first
            while said := one.recv(65536):
                self.goes.wait()
                other.sendall(said)
            other.shutdown(socket.SHUT_WR)


@contextmanager
def line_to(site: str) -> Iterator[Line]:
    """A line that is there meanwhile, at an address of its own."""
    place = urlsplit(site)
    with socket.create_server(("127.0.0.1", 0)) as door:
        line = Line(door, (place.hostname or "", place.port or 80))
        yield line
        line.goes.set()
        door.shutdown(socket.SHUT_RDWR)
