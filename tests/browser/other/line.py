"""The line between a browser and the site: it can be cut, in every browser alike."""

import socket
from contextlib import suppress
from threading import Thread
from typing import Self


class Line:
    """Listens on a port of its own, which makes of the site one that the browser hasn't seen."""

    def __init__(self, site: int) -> None:
        self.site = site
        self.is_cut = False
        self.open: set[socket.socket] = set()
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
            for one, other in ((caller, site), (site, caller)):
                Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):  # cut
            while said := one.recv(65536):
                other.sendall(said)
        _hang_up(other)
        self.open.discard(one)
        one.close()


def _hang_up(end: socket.socket) -> None:
    with suppress(OSError):  # the other side was first
        end.shutdown(socket.SHUT_RDWR)
