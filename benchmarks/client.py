"""The client: requests over kept-alive connections, each sent when the one before was answered.

The bytes of a request are made before its clock starts, so the client costs little beside the
server.
"""

import socket
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from statistics import median

from benchmarks.tables import quantile

PATIENCE = 30  # seconds for one answer
Answer = tuple[int, bytes]
"""Its status, and its head in lower case."""
Stream = Callable[[], Iterator[bytes]]


class Connection:
    """One connection to a site on this machine, opened anew after either side closed it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.socket: socket.socket | None = None

    def send(self, request: bytes) -> Answer:
        """Raises OSError where no whole answer comes."""
        try:
            if self.socket is None:
                self.socket = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
                self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.socket.sendall(request)
            status, head = receive(self.socket)
        except OSError:
            self.close()
            raise
        if b"\r\nconnection: close\r\n" in head:
            self.close()
        return status, head

    def close(self) -> None:
        if self.socket:
            self.socket.close()
            self.socket = None


def receive(source: socket.socket) -> Answer:
    got = b""
    while (end := got.find(b"\r\n\r\n")) < 0:
        got += _some(source)
    head = got[: end + 2].lower()
    _, found, rest = head.partition(b"\r\ncontent-length: ")
    if not found:
        raise OSError("An answer without its length can't be measured.")
    left = int(rest.partition(b"\r\n")[0]) - (len(got) - end - 4)
    while left > 0:
        left -= len(_some(source))
    return int(head[9:12]), head


def _some(source: socket.socket) -> bytes:
    if not (some := source.recv(65536)):
        raise ConnectionResetError("The server closed the connection.")
    return some


@dataclass(slots=True)
class Round:
    """What came of some seconds of load."""

    took: list[float] = field(default_factory=list)
    """Seconds, of each answer that was fine."""
    wrong: int = 0
    """Refused, failed, or never answered."""
    elapsed: float = 0.0
    """Seconds from the first request to the last answer."""

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.took) / self.elapsed if self.elapsed else 0.0

    def send(self, connection: Connection, request: bytes) -> None:
        start = time.perf_counter()
        try:
            fine = connection.send(request)[0] in (200, 302)
        except OSError:
            fine = False
        if fine:
            self.took.append(time.perf_counter() - start)
        else:
            self.wrong += 1


def took(rounds: Iterable[Round], share: float) -> float:
    """This quantile of all answers of these rounds, in seconds."""
    return quantile((seconds for each in rounds for seconds in each.took), share)


def rate(rounds: Iterable[Round]) -> float:
    """Answers a second, of the middle round: one that something disturbed doesn't count."""
    return median(each.rate for each in rounds if each.took)


def load(port: int, streams: Sequence[Iterator[bytes]], seconds: float) -> Round:
    """One connection for each stream, until the time is over or the streams are."""
    result = Round()
    began = time.perf_counter()

    def run(stream: Iterator[bytes]) -> None:
        connection = Connection(port)
        for request in stream:
            result.send(connection, request)
            if time.perf_counter() - began >= seconds:
                break
        connection.close()

    with ThreadPoolExecutor(len(streams)) as pool:
        list(pool.map(run, streams))
    result.elapsed = time.perf_counter() - began
    return result


def take_turns(
    ways: Mapping[str, tuple[int, Stream]], rounds: int, seconds: float, clients: int = 1
) -> dict[str, list[Round]]:
    """Rounds of load on each way, a port and what to send: what disturbs one disturbs all.

    Who goes first alternates, and a first round only warms.
    """
    result: dict[str, list[Round]] = {name: [] for name in ways}
    order = list(ways)
    for number in range(rounds + 1):
        order.reverse()
        for name in order:
            port, stream = ways[name]
            came = load(port, [stream() for _ in range(clients)], seconds)
            if number:
                result[name].append(came)
    return result
