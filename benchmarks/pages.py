"""Pages and acts beside the floor: each in turn with it, so that both meet the same machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from statistics import median

from benchmarks import requests
from benchmarks.client import Round, Stream, rate, take_turns, took
from benchmarks.sites import FLOOR, Site, say, served
from benchmarks.tables import Result, Table, at_least, at_most, ms

CLIENTS = 4
GOALS = {"Today": 0.6, "Week": 0.6, "Exercise": 0.9, "Tick": 0.7}
MOST_QUERIES = {"Today": 6, "Week": 6, "History": 8, "Exercise": 2}
HEAD = (
    *("", "per second", "of the floor", "p50", "× floor", "p95", "× floor"),
    *("queries", "HTML", "drawn anew"),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """One page's rounds, each beside its own of the floor."""

    ours: list[Round]
    floor: list[Round]

    @property
    def share(self) -> float:
        return median(a.rate / b.rate for a, b in zip(self.ours, self.floor, strict=True) if a.took)

    def times(self, share: float) -> float:
        """How many times the floor's this quantile is."""
        return took(self.ours, share) / took(self.floor, share)


def streams(site: Site, keys: list[str]) -> dict[str, tuple[Stream, Stream]]:
    """By name, what is asked of the site and what of the floor. `keys` go from ticks to undos."""
    ticker = site.sessions["ticker"]
    people = [session for name, session in site.sessions.items() if name.startswith("year-")]
    floor = [requests.get(requests.FLOOR, session) for session in people]

    def page(name: str) -> tuple[Stream, Stream]:
        sent = [requests.page(name, session) for session in people]
        return lambda: cycle(sent), lambda: cycle(floor)

    def write() -> Iterator[bytes]:
        return requests.floor_writes(ticker)

    return {name: page(name) for name in requests.PAGES} | {
        "Tick": (lambda: requests.ticks(ticker, site.day, keys), write),
        "Undo": (lambda: requests.undos(ticker, keys), write),
    }


def measure(site: Site, rounds: int, seconds: float) -> Result:
    inside = site.inside("pages", session=site.sessions["year"], day=site.day)
    pairs: dict[str, Pair] = {}
    with served(site) as server, served(site, FLOOR) as floor:
        for name, (ours, plain) in streams(site, []).items():
            say(f"{site.engine}: {name} beside the floor")
            ways = {"ours": (server.port, ours), "floor": (floor.port, plain)}
            pairs[name] = Pair(**take_turns(ways, rounds, seconds, CLIENTS))
    alone = pairs["Today"].floor
    rows = [row("The floor", Pair(alone, alone), 2, 0, 0)]
    rows += [row(name, pair, *inside[name]) for name, pair in pairs.items()]
    result = Result([Table(f"Pages and acts on {site.engine}", HEAD, rows)])
    for name, pair in pairs.items():
        judge(result, f"{name}, {site.engine}", name, pair, inside[name][0])
    return result


def judge(result: Result, what: str, name: str, pair: Pair, queries: int) -> None:
    if name in GOALS:
        result.figures.append(at_least(f"{what}, of the floor's", GOALS[name], pair.share))
    if name in MOST_QUERIES:
        result.figures.append(at_most(f"{what}, queries", MOST_QUERIES[name], queries))
    if wrong := sum(each.wrong for each in (*pair.ours, *pair.floor)):
        result.faults.append(f"{what}: {wrong} requests failed, or the floor's beside it.")


def row(name: str, pair: Pair, queries: int, size: int, anew: float) -> tuple[str, ...]:
    return (
        name,
        f"{rate(pair.ours):.0f}",
        f"{pair.share:.2f}",
        ms(took(pair.ours, 0.5)),
        f"{pair.times(0.5):.1f}",
        ms(took(pair.ours, 0.95)),
        f"{pair.times(0.95):.1f}",
        str(queries),
        f"{size / 1000:.1f} kB" if size else "–",
        f"{anew:.1f} ×" if size else "–",
    )
