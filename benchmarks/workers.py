"""Workers: what one holds in memory, how soon they answer, and which model serves writers best."""

import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks import asking
from benchmarks.load import Pressed, press
from benchmarks.results import Result, Table, at_most, middle, milliseconds, quantile
from benchmarks.site import OUR_SETTINGS, Server, served, tell
from benchmarks.stage import Stage

GOAL = 90  # MB, of a worker at rest
MODELS = {
    "as `make run` has it": (),
    "2 × sync": ("--worker-class", "sync", "--threads", "1"),
    "2 × 1 thread": ("--worker-class", "gthread", "--threads", "1"),
    "2 × 2 threads": ("--worker-class", "gthread", "--threads", "2"),
    "2 × 4 threads": ("--worker-class", "gthread", "--threads", "4"),
}
WRITERS = 16


def memory(server: Server) -> tuple[float, float]:
    """Megabytes of the largest worker: its own share of what is in memory (PSS), and all (RSS)."""
    found = []
    for pid in server.workers:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        sizes = {line.split()[0]: int(line.split()[1]) for line in text.splitlines()[1:]}
        found.append((sizes["Pss:"] / 1024, sizes["Rss:"] / 1024))
    return max(found)


def measure(stage: Stage, *, seconds: float) -> Result:
    filled = stage.small
    names = [*asking.PAGES]
    sent = {name: asking.page(name, filled.sessions["year"]) for name in names}
    start = time.perf_counter()
    filled.place.manage("prepare", "--verbosity=0")
    prepared = time.perf_counter() - start
    tell(f"{stage.engine}: memory, and start to first page")
    start = time.perf_counter()
    server = Server(filled.place, OUR_SETTINGS, ())
    try:
        server.answers(sent["Today"])
        first = time.perf_counter() - start
        press(server.port, [asking.again(asking.get("/healthz"))] * 4, 0.5)  # every worker woke
        rest = memory(server)
        for name in names:
            press(server.port, [asking.again(sent[name])] * 4, seconds)
        loaded = memory(server)
    finally:
        server.end()
    rows = [
        ("a worker at rest", f"{rest[0]:.0f} MB PSS, {rest[1]:.0f} MB RSS"),
        ("a worker after the load", f"{loaded[0]:.0f} MB PSS, {loaded[1]:.0f} MB RSS"),
        ("`manage.py prepare`, nothing to do", f"{prepared:.1f} s"),
        ("gunicorn's start to the first Today", f"{first:.1f} s"),
    ]
    told = (
        "The larger of the workers. PSS counts pages that processes share once in all, RSS counts "
        "them in each."
    )
    table = Table(f"Memory and start on {stage.engine}", ("what", "how much"), rows, told)
    figure = at_most(f"a worker’s memory at rest (RSS), {stage.engine}", GOAL, rest[1], " MB")
    return Result([table], [figure])


def models(stage: Stage, *, seconds: float, rounds: int) -> Result:
    """Sixteen writers, then as many readers, through each model in turn, round by round."""
    filled = stage.large
    ticked: dict[str, list[Pressed]] = {name: [] for name in MODELS}
    read: dict[str, list[Pressed]] = {name: [] for name in MODELS}
    week = asking.page("Week", filled.sessions["year"])
    writers = [filled.sessions[f"writer-{number}"] for number in range(WRITERS)]
    with ExitStack() as stack:
        servers = {
            name: stack.enter_context(served(filled.place, OUR_SETTINGS, *arguments))
            for name, arguments in MODELS.items()
        }
        for number in range(rounds):
            tell(f"{stage.engine}: models of workers, round {number + 1} of {rounds}")
            for name, server in servers.items():
                ticks = [asking.ticks(session, filled.day, []) for session in writers]
                ticked[name].append(press(server.port, ticks, seconds))
                read[name].append(press(server.port, [asking.again(week)] * WRITERS, seconds))
    rows = [(name, *both(ticked[name]), *both(read[name])) for name in MODELS]
    heads = ("workers", "ticks per second", "p99", "Week per second", "p99")
    title = f"{WRITERS} at once through each model of workers, {stage.engine}"
    return Result([Table(title, heads, rows)])


def both(rounds: list[Pressed]) -> tuple[str, str]:
    """Answers a second, in the middle of the rounds, and p99 of all of them."""
    took = [seconds for each in rounds for seconds in each.took]
    return (
        f"{middle(each.rate for each in rounds):.0f}",
        f"{milliseconds(quantile(took, 0.99))} ms",
    )
