"""`make bench`: measure the parts that are asked for, print the table, write it to latest.md."""

import argparse
import os
import platform
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import growth, pages, visits, workers, writers
from benchmarks.asking import PAGES
from benchmarks.results import Result, verdict
from benchmarks.site import Failed, tell
from benchmarks.stage import POSTGRES, SQLITE, Stage, stage
from tests.browser.chromium import NoChromium
from tests.postgres import NoPostgres

LATEST = Path(__file__).parent / "latest.md"
ENGINES = {"sqlite": SQLITE, "postgres": POSTGRES}
PARTS = ("pages", "workers", "visits", "plans", "growth", "writers")
EXTRA = ("models",)


@dataclass(frozen=True, slots=True)
class Sizes:
    others: int
    a_day: int
    """How many sessions the others do on each of their days."""
    rounds: int
    slice: float
    """Seconds of one round of one page."""
    growing: float
    """Seconds of each page of those that grow."""
    writing: float
    """Seconds of so many writers at once."""
    at_once: tuple[int, ...]
    visits: int


USUAL = Sizes(1000, 10, 15, 0.3, 12.0, 20.0, writers.AT_ONCE, 5)
QUICK = Sizes(5, 10, 1, 0.2, 0.5, 1.0, (4,), 1)


def options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("make bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="whether all of it works, in seconds")
    parser.add_argument("--engines", nargs="+", choices=ENGINES)
    parser.add_argument("--parts", nargs="+", choices=PARTS + EXTRA, default=list(PARTS))
    parser.add_argument("--others", type=int, help="how many other people have a year each")
    parser.add_argument("--a-day", type=int, help="and how many sessions on each day")
    parser.add_argument("--rounds", type=int, help="how often everything takes its turn")
    parser.add_argument("--slice", type=float, help="seconds of one turn")
    parser.add_argument("--growing", type=float, help="seconds of each page that grows")
    parser.add_argument("--writing", type=float, help="seconds of writing at once")
    parser.add_argument("--to", type=Path, default=LATEST, help="the file for the table")
    parser.add_argument(
        "--profile",
        nargs="+",
        choices=[*PAGES, "Tick", "Undo"],
        help="only say where the time of these goes",
    )
    asked = parser.parse_args(arguments)
    asked.engines = asked.engines or list(ENGINES)[: 1 if asked.quick else None]
    return asked


def sizes(asked: argparse.Namespace) -> Sizes:
    base = QUICK if asked.quick else USUAL
    own = {name: value for name, value in vars(asked).items() if value is not None}
    return Sizes(**{name: own.get(name, getattr(base, name)) for name in Sizes.__slots__})


def parts(on: Stage, size: Sizes) -> dict[str, Callable[[], Result]]:
    return {
        "pages": partial(pages.measure, on, rounds=size.rounds, seconds=size.slice),
        "workers": partial(workers.measure, on, seconds=size.writing / 10),
        "visits": partial(visits.measure, on, visits=size.visits),
        "plans": partial(growth.plans, on),
        "growth": partial(growth.measure, on, seconds=size.growing),
        "writers": partial(writers.measure, on, at_once=size.at_once, seconds=size.writing),
        "models": partial(workers.models, on, seconds=size.slice * 3, rounds=size.rounds),
    }


def measure(asked: argparse.Namespace) -> Result:
    size = sizes(asked)
    result = Result()
    for number, engine in enumerate(asked.engines):
        with stage(ENGINES[engine], size.others, size.a_day) as on:
            for name, part in parts(on, size).items():
                # A browser sees no database.
                if name in asked.parts and (number == 0 or name != "visits"):
                    result += part()
    return result


def profiled(asked: argparse.Namespace) -> str:
    with stage(ENGINES[asked.engines[0]], 0, 0) as on:
        told = [on.small.inside("profile", "year", page=page, times=100) for page in asked.profile]
        return "\n".join(told)


def machine(asked: argparse.Namespace) -> str:
    """The day, the machine, and what was asked for: figures mean nothing without."""
    model = Path("/proc/cpuinfo").read_text().partition("model name\t: ")[2].partition("\n")[0]
    load = os.getloadavg()[0]
    return (
        f"{time.strftime('%Y-%m-%d %H:%M')}, {os.cpu_count()} cores ({model.strip()}), Python "
        f"{platform.python_version()}, SQLite {sqlite3.sqlite_version}. Load before it began: "
        f"{load:.1f}. {sizes(asked)}"
    )


def page(result: Result, head: str) -> str:
    tables = [verdict(result.figures), *result.tables]
    faults = [f"- **{fault}**" for fault in result.faults]
    return "\n\n".join(["# Benchmark", head, *faults, *map(str, tables)]) + "\n"


def main(arguments: list[str]) -> int:
    """1 where something is wrong that no slow machine excuses: a tick lost, a table read whole."""
    asked = options(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        if asked.profile:
            print(profiled(asked))
            return 0
        head = machine(asked)
        result = measure(asked)
    except (Failed, NoPostgres, NoChromium) as problem:
        sys.exit(str(problem))
    except KeyboardInterrupt:
        sys.exit("Stopped; nothing was written.")
    text = page(result, head)
    asked.to.write_text(text)
    print(text, end="")
    tell(f"Written to {os.path.relpath(asked.to)}")
    return 1 if result.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
