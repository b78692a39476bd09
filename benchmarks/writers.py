"""Writers at once: every tick is answered, and is there once, also when the server is killed.

Each writer is a person of their own who ticks as fast as they are answered. As the pages do, they
send a tick again under the same key where no answer came; and every eighth tick is sent twice.
"""

import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import uuid4

from benchmarks.asking import get, tick
from benchmarks.load import Line
from benchmarks.results import Figure, Result, Table, at_most, milliseconds, quantile
from benchmarks.site import Server, served, tell
from benchmarks.stage import Filled, Stage

AT_ONCE = (1, 8, 16, 32, 64)
TWICE = 8
BREATH = 0.05  # seconds before a tick is sent again
GOAL_OF_16 = 150  # milliseconds
HEADS = (
    "writers",
    "seconds",
    "ticks",
    "per second",
    "refused",
    "unanswered, sent again",
    "lost",
    "doubled",
    "p50",
    "p99",
    "longest",
)
TOLD = (
    "In the full database, served as `make run` does it. Lost: answered, and no row is there "
    "afterwards. Doubled: more rows than keys that were sent. One tick in eight is sent twice on "
    "purpose. In the last row a worker is killed (kill -9) after a quarter of the time, and the "
    "whole server after half of it, and started again a second later."
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

    @property
    def clean(self) -> bool:
        return not (self.refused or self.lost or self.doubled)

    def compare(self, rows: Sequence[str]) -> None:
        there = Counter(rows)
        self.lost = len(self.answered - there.keys())
        self.doubled = len(rows) - len(self.sent & there.keys())


def write(
    server: Server,
    filled: Filled,
    count: int,
    seconds: float,
    meanwhile: Callable[[Server, float], None] | None = None,
) -> Written:
    """So many writers for so long. Rows that they had written before are counted no more."""
    before = set(filled.place.inside("keys", people="writer-"))
    written = Written()
    began = time.perf_counter()

    def one(session: str) -> None:
        line = Line(server.port)
        number = 0
        while time.perf_counter() - began < seconds:
            number += 1
            key = str(uuid4())
            written.sent.add(key)
            for _ in range(2 if number % TWICE == 0 else 1):
                record(line, session, key)
        line.close()

    def record(line: Line, session: str, key: str) -> None:
        """Until it is answered, or half a minute after the end."""
        sent = tick(session, filled.day, key)
        while time.perf_counter() - began < seconds + 30:
            start = time.perf_counter()
            try:
                answer = line.ask(sent)
            except OSError:
                written.unanswered += 1
                time.sleep(BREATH)
                continue
            written.took.append(time.perf_counter() - start)
            if answer.status == 302 and key.encode() in answer.head:
                written.answered.add(key)
            else:
                written.refused += 1
            return

    threads = [
        threading.Thread(target=one, args=(filled.sessions[f"writer-{number}"],), daemon=True)
        for number in range(count)
    ]
    for thread in threads:
        thread.start()
    if meanwhile:
        meanwhile(server, seconds)
    for thread in threads:
        thread.join()
    written.elapsed = time.perf_counter() - began
    rows = filled.place.inside("keys", people="writer-")
    written.compare([key for key in rows if key not in before])
    return written


def kill(server: Server, seconds: float) -> None:
    """First a worker, then all of it, and start it again."""
    time.sleep(seconds / 4)
    server.kill_a_worker()
    time.sleep(seconds / 4)
    server.kill()
    time.sleep(1)
    server.start()
    with suppress(OSError):
        server.answers(get("/healthz"))


def measure(stage: Stage, *, at_once: Sequence[int], seconds: float) -> Result:
    """As many writers as named, each for so long; the most of them once more, with kills."""
    rows = []
    result = Result()
    with served(stage.large.place) as server:
        for count in at_once:
            tell(f"{stage.engine}: {count} writers for {seconds:g} s")
            written = write(server, stage.large, count, seconds)
            rows.append(row(str(count), written))
            judge(result, f"{count} writers on {stage.engine}", written)
            if count == 16:
                p99 = quantile(written.took, 0.99) * 1000
                what = f"p99 of a tick with 16 writers, {stage.engine}"
                result.figures.append(at_most(what, GOAL_OF_16, p99, " ms"))
        tell(f"{stage.engine}: {at_once[-1]} writers, and the server is killed")
        written = write(server, stage.large, at_once[-1], seconds, kill)
        rows.append(row(f"{at_once[-1]}, killed", written))
        judge(result, f"{at_once[-1]} writers on {stage.engine}, server killed", written)
    result.tables.append(Table(f"Writers at once on {stage.engine}", HEADS, rows, TOLD))
    return result


def judge(result: Result, who: str, written: Written) -> None:
    """Nothing may be refused, lost or doubled; unanswered only where the server was killed."""
    told = f"{written.refused} refused, {written.lost} lost, {written.doubled} doubled"
    fine = written.clean and ("killed" in who or not written.unanswered)
    result.figures.append(Figure(who, "0 errors, 0 lost, 0 doubled", told, fine))
    if not fine:
        result.faults.append(f"{who}: {told}, {written.unanswered} not answered at first.")


def row(name: str, written: Written) -> tuple[str, ...]:
    return (
        name,
        f"{written.elapsed:.0f}",
        f"{len(written.answered):,}",
        f"{len(written.took) / written.elapsed:.0f}",
        str(written.refused),
        str(written.unanswered),
        str(written.lost),
        str(written.doubled),
        *(f"{milliseconds(quantile(written.took, share))} ms" for share in (0.5, 0.99, 1)),
    )
