"""The load: requests over kept-alive connections, each sent when the one before was answered.

The bytes of a request are made before its clock starts, and of an answer no more is read than its
status and length: what the client costs stays small beside what the server does.
"""

import socket
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import repeat
from multiprocessing import get_context

from benchmarks.results import quantile

PATIENCE = 30  # seconds for one answer
FINE = (200, 302)
Way = tuple[int, Iterator[bytes]]
"""A port, and what to send there."""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    head: bytes
    size: int
    """Of its body, in bytes."""


class Line:
    """One connection to a site on this machine, opened anew after the other side closed it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.socket: socket.socket | None = None

    def ask(self, sent: bytes) -> Answer:
        """Raises OSError where no whole answer comes."""
        try:
            if self.socket is None:
                self.socket = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
                self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.socket.sendall(sent)
            answer = receive(self.socket)
        except OSError:
            self.close()
            raise
        if b"\r\nconnection: close\r\n" in answer.head:
            self.close()
        return answer

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
    size = int(rest.partition(b"\r\n")[0])
    left = size - (len(got) - end - 4)
    while left > 0:
        left -= len(_some(source))
    return Answer(int(head[9:12]), head, size)


def _some(source: socket.socket) -> bytes:
    if not (some := source.recv(65536)):
        raise ConnectionResetError("The server closed the connection.")
    return some


@dataclass(slots=True)
class Pressed:
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

    def quantile(self, share: float) -> float:
        return quantile(self.took, share)


def press(port: int, streams: Sequence[Iterator[bytes]], seconds: float) -> Pressed:
    """One connection for each stream, until the time is over or the streams are."""
    pressed = Pressed()
    began = time.perf_counter()

    def one(stream: Iterator[bytes]) -> None:
        line = Line(port)
        for sent in stream:
            once(line, sent, pressed)
            if time.perf_counter() - began >= seconds:
                break
        line.close()

    threads = [threading.Thread(target=one, args=(stream,), daemon=True) for stream in streams]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pressed.elapsed = time.perf_counter() - began
    return pressed


def take_turns(ways: Mapping[str, Way], seconds: float) -> dict[str, Pressed]:
    """One request of each way after the other, all over again: what disturbs one disturbs all."""
    lines = {name: Line(port) for name, (port, _stream) in ways.items()}
    pressed = {name: Pressed() for name in ways}
    order = list(ways)
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        order.reverse()
        for name in order:
            once(lines[name], next(ways[name][1]), pressed[name])
    for line in lines.values():
        line.close()
    return pressed


def once(line: Line, sent: bytes, pressed: Pressed) -> None:
    start = time.perf_counter()
    try:
        fine = line.ask(sent).status in FINE
    except OSError:
        fine = False
    if fine:
        pressed.took.append(time.perf_counter() - start)
    else:
        pressed.wrong += 1


def press_from(
    processes: int, port: int, sent: bytes, connections: int, seconds: float
) -> tuple[float, float]:
    """Of connections that client processes share: answers a second, and what one costs a client.

    That is seconds of its processor.
    """
    each = connections // processes
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        list(pool.map(_alone, *zip(*[(port, sent, 1, 0.05)] * processes, strict=True)))
        told = zip(*[(port, sent, each, seconds)] * processes, strict=True)
        rates, costs = zip(*pool.map(_alone, *told), strict=True)
    return sum(rates), sum(costs) / processes


def _alone(port: int, sent: bytes, connections: int, seconds: float) -> tuple[float, float]:
    before = time.process_time()
    pressed = press(port, [repeat(sent)] * connections, seconds)
    return pressed.rate, (time.process_time() - before) / max(1, len(pressed.took))
