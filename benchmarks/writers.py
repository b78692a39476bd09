"""Writers at once: every tick is answered, and is there once, also when the server is killed.

Each writer is a person of their own who ticks as fast as they are answered. As the pages do, they
send a tick again under the same key where no answer came; and every eighth tick is sent twice.
"""

import os
import signal
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from uuid import uuid4

from benchmarks.client import Connection
from benchmarks.requests import tick
from benchmarks.sites import Server, Site, say, served
from benchmarks.tables import Result, Table, at_most, ms, quantile

AT_ONCE = (1, 8, 16, 32)
TWICE = 8
PATIENCE = 30  # seconds after the end, for an answer to come
P99_OF_16 = 150  # milliseconds
HEAD = (
    *("writers", "seconds", "ticks", "per second", "refused", "unanswered, sent again"),
    *("lost", "doubled", "p50", "p99", "longest"),
)


@dataclass(slots=True)
class Written:
    """What writers saw; afterwards compared with the rows."""

    sent: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    took: list[float] = field(default_factory=list)
    """Seconds from sending to the answer, of each that came."""
    refused: int = 0
    unanswered: int = 0
    elapsed: float = 0.0
    lost: int = 0
    doubled: int = 0

    def compare(self, rows: Sequence[str]) -> None:
        there = Counter(rows)
        self.lost = len(self.answered - there.keys())
        self.doubled = len(rows) - len(self.sent & there.keys())

    def send(self, connection: Connection, request: bytes, key: str, until: float) -> None:
        """Again and again, until it is answered."""
        while time.perf_counter() < until:
            start = time.perf_counter()
            try:
                status, head = connection.send(request)
            except OSError:
                self.unanswered += 1
                time.sleep(0.05)
                continue
            self.took.append(time.perf_counter() - start)
            if status == 302 and key.encode() in head:
                self.answered.add(key)
            else:
                self.refused += 1
            return


def write(server: Server, site: Site, count: int, seconds: float, *, killed: bool) -> Written:
    """So many writers for so long. Rows that were there before don't count."""
    before = set(site.inside("keys", people="writer-"))
    written = Written()
    began = time.perf_counter()

    def run(session: str) -> None:
        connection = Connection(server.port)
        while (now := time.perf_counter()) - began < seconds:
            key = str(uuid4())
            written.sent.add(key)
            request = tick(session, site.day, key)
            for _ in range(2 if len(written.sent) % TWICE == 0 else 1):
                written.send(connection, request, key, now + seconds + PATIENCE)
        connection.close()

    with ThreadPoolExecutor(count) as pool:
        every = [pool.submit(run, site.sessions[f"writer-{number}"]) for number in range(count)]
        if killed:
            kill(server, seconds)
        for each in every:
            each.result()
    written.elapsed = time.perf_counter() - began
    rows = site.inside("keys", people="writer-")
    written.compare([key for key in rows if key not in before])
    return written


def kill(server: Server, seconds: float) -> None:
    """First a worker, then all of it, and start it again."""
    time.sleep(seconds / 4)
    os.kill(server.workers[0], signal.SIGKILL)
    time.sleep(seconds / 4)
    server.kill()
    time.sleep(1)
    server.start()


def measure(site: Site, most: int, seconds: float) -> Result:
    """More and more writers, each time for so long; the most of them once more, with kills."""
    rows = []
    result = Result()
    counts = [*(count for count in AT_ONCE if count < most), most]
    with served(site) as server:
        for count, killed in [*((count, False) for count in counts), (most, True)]:
            name = f"{count}, killed" if killed else str(count)
            say(f"{site.engine}: {name} writers for {seconds:g} s")
            written = write(server, site, count, seconds, killed=killed)
            rows.append(row(name, written))
            judge(result, f"{name} writers on {site.engine}", written, killed=killed)
            if count == 16:
                p99 = quantile(written.took, 0.99) * 1000
                what = f"p99 of a tick with 16 writers, {site.engine}"
                result.figures.append(at_most(what, P99_OF_16, p99, " ms"))
    result.tables.append(Table(f"Writers at once on {site.engine}", HEAD, rows))
    return result


def judge(result: Result, who: str, written: Written, *, killed: bool) -> None:
    """Nothing may be refused, lost or doubled; unanswered only where the server was killed."""
    unanswered = 0 if killed else written.unanswered
    wrong = written.refused + written.lost + written.doubled + unanswered
    result.figures.append(at_most(f"{who}: refused, lost, doubled or not answered", 0, wrong))
    if wrong:
        counts = f"{written.refused} refused, {written.lost} lost, {written.doubled} doubled"
        result.faults.append(f"{who}: {counts}, {written.unanswered} not answered at first.")


def row(name: str, written: Written) -> tuple[str, ...]:
    return (
        name,
        f"{written.elapsed:.0f}",
        f"{len(written.answered):,}",
        f"{len(written.took) / written.elapsed:.0f}",
        *map(str, (written.refused, written.unanswered, written.lost, written.doubled)),
        *(ms(quantile(written.took, share)) for share in (0.5, 0.99, 1)),
    )
