"""Growth: the same pages for three days, a year, ten years, and beside many other people."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from itertools import repeat

from benchmarks import requests
from benchmarks.client import Round, Stream, take_turns, took
from benchmarks.sites import Site, say, served
from benchmarks.tables import Result, Table, at_most, ms

GOAL = 1.15
WAYS = ("1 year", "10 years", "beside others")
Found = Mapping[str, Sequence[Round]]
HEAD = ("", "3 days, p50", "p95", *(f"{way}, {q}" for way in WAYS for q in ("p50", "p95")))


def measure(small: Site, large: Site, rounds: int, seconds: float) -> Result:
    people = {
        "3 days": (small, "days"),
        "1 year": (small, "year"),
        "10 years": (small, "decade"),
        "beside others": (large, "decade"),
    }
    rows: list[list[str]] = []
    result = Result([Table(f"Growth on {small.engine}", HEAD, rows)])
    with ExitStack() as stack:
        # Each with a server of its own: one that is asked more often answers sooner.
        ports = {way: stack.enter_context(served(site)).port for way, (site, _) in people.items()}
        for name in (*requests.PAGES, "Tick"):
            say(f"{small.engine}: growth of {name}")
            ways = {way: (ports[way], stream(name, *people[way])) for way in people}
            found = take_turns(ways, rounds, seconds)
            rows.append(row(name, found))
            what = f"{name}, p95 with 10 years and {large.others:,} others × 3 days, {small.engine}"
            result.figures.append(at_most(what, GOAL, times(found, "beside others", 0.95)))
            if wrong := sum(each.wrong for rounds_of in found.values() for each in rounds_of):
                result.faults.append(f"Growth of {name} on {small.engine}: {wrong} failed.")
    return result


def stream(name: str, site: Site, person: str) -> Stream:
    session = site.sessions[person]
    if name == "Tick":
        return lambda: requests.ticks(session, site.day, [])
    return lambda: repeat(requests.page(name, session))


def times(found: Found, way: str, share: float) -> float:
    """How many times this quantile is that of three days."""
    return took(found[way], share) / took(found["3 days"], share)


def row(name: str, found: Found) -> list[str]:
    first = [ms(took(found["3 days"], share)) for share in (0.5, 0.95)]
    others = [f"× {times(found, way, share):.2f}" for way in WAYS for share in (0.5, 0.95)]
    return [name, *first, *others]
