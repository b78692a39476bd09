"""`make bench`: measure the parts that are asked for, print the tables, write them to latest.md."""

import argparse
import os
import platform
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CalledProcessError

from benchmarks import growth, pages, workers, writers
from benchmarks.sites import POSTGRES, SQLITE, Site, say, sites
from benchmarks.tables import Result
from tests.postgres import NoPostgres

LATEST = Path(__file__).parent / "latest.md"
ENGINES = {"sqlite": SQLITE, "postgres": POSTGRES}
# As usual, with --quick, and what it is
SIZES: dict[str, tuple[float, float, str]] = {
    "others": (1000, 5, "how many other people have a year each"),
    "a_day": (10, 10, "and how many sessions on each day"),
    "rounds": (15, 1, "how often everything takes its turn"),
    "turn": (0.3, 0.2, "seconds of one turn"),
    "writing": (20.0, 1.0, "seconds of writing at once"),
    "writers": (64, 4, "how many people write at once"),
}
PARTS: dict[str, Callable[[Site, Site, argparse.Namespace], Result]] = {
    "pages": lambda small, _, o: pages.measure(small, o.rounds, o.turn),
    "workers": lambda small, _, o: workers.measure(small, o.writing / 10),
    "growth": lambda small, large, o: growth.measure(small, large, o.rounds, o.turn),
    "writers": lambda _, large, o: writers.measure(large, o.writers, o.writing),
}


def options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="whether all of it works, in seconds")
    parser.add_argument("--engines", nargs="+", choices=ENGINES)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--to", type=Path, default=LATEST, help="the file for the tables")
    for name, (usual, _quick, text) in SIZES.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(usual), help=text)
    chosen = parser.parse_args(arguments)
    chosen.engines = chosen.engines or list(ENGINES)[: 1 if chosen.quick else None]
    for name, (usual, quick, _text) in SIZES.items():
        if getattr(chosen, name) is None:
            setattr(chosen, name, quick if chosen.quick else usual)
    return chosen


def measure(chosen: argparse.Namespace) -> Result:
    result = Result()
    for engine in chosen.engines:
        with sites(ENGINES[engine], chosen.others, chosen.a_day) as (small, large):
            for name in chosen.parts:
                result += PARTS[name](small, large, chosen)
    return result


def machine(chosen: argparse.Namespace) -> str:
    """The day, the machine, and what was asked for: figures mean nothing without."""
    sizes = (f"{name} {getattr(chosen, name):g}" for name in SIZES)
    return (
        f"{time.strftime('%Y-%m-%d %H:%M')}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}. Load before it began: "
        f"{os.getloadavg()[0]:.1f}. Sizes: {', '.join(sizes)}."
    )


def main(arguments: list[str]) -> int:
    """1 where something is wrong that no slow machine excuses: a tick lost, a request failed."""
    chosen = options(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    head = machine(chosen)
    try:
        result = measure(chosen)
    except (CalledProcessError, TimeoutError, NoPostgres) as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit("Stopped; nothing was written.")
    text = result.page(head)
    chosen.to.write_text(text)
    print(text, end="")
    say(f"Written to {os.path.relpath(chosen.to)}")
    return 1 if result.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
