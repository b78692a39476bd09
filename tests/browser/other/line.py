"""The line between a browser and the site: it can be cut, in every browser alike."""

import socket
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import Self

QUIET = 0.5  # seconds after which nobody has anything more to ask
PATIENCE = 60  # seconds in which a page, and all that its worker keeps, has come on a busy machine


class Line:
    """Listens on a port of its own, which makes of the site one that the browser hasn't seen."""

    def __init__(self, site: int) -> None:
        self.site = site
        self.is_cut = False
        self.open: set[socket.socket] = set()
        self.asking: set[socket.socket] = set()
        self.heard_at = 0.0
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]

    def __enter__(self) -> Self:
        Thread(target=self._answer, daemon=True).start()
        return self

    def __exit__(self, *raised: object) -> None:
        self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()
        self.cut()

    def cut(self) -> None:
        """What is under way is lost, and whoever calls finds nobody."""
        self.is_cut = True
        for end in list(self.open):
            _hang_up(end)

    def mend(self) -> None:
        self.is_cut = False

    def wait_until_quiet(self) -> None:
        """Until all that comes after a page has come, and what its worker fetches."""
        until = time.monotonic() + PATIENCE
        while self.asking or time.monotonic() - self.heard_at < QUIET:
            assert time.monotonic() < until, "The line is never quiet"
            time.sleep(0.05)

    def _answer(self) -> None:
        while True:
            try:
                caller, _ = self.door.accept()
            except OSError:  # the line is gone
                return
            if self.is_cut:
                caller.close()
                continue
            site = socket.create_connection(("127.0.0.1", self.site))
            self.open |= {caller, site}
            asks, is_told = partial(self.asking.add, caller), partial(self.asking.discard, caller)
            for ends in ((caller, site, asks), (site, caller, is_told)):
                Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket, note: Callable[[], None]) -> None:
        with suppress(OSError):  # cut
            while said := one.recv(65536):
                self.heard_at = time.monotonic()
                note()
                other.sendall(said)
        _hang_up(other)
        self.asking -= {one, other}
        self.open.discard(one)
        one.close()


def _hang_up(end: socket.socket) -> None:
    with suppress(OSError):  # the other side was first
        end.shutdown(socket.SHUT_RDWR)
