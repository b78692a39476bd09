"""Growth: the same pages for three days, a year, ten years, and beside many other people."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack

from benchmarks import asking
from benchmarks.load import Pressed, take_turns
from benchmarks.results import Result, Table, at_most, milliseconds
from benchmarks.site import served, tell
from benchmarks.stage import Filled, Stage

GOAL = 1.15
TOLD = (
    "One request of each column after the other, for {seconds:g} s. First three days with nobody "
    "else, then how many times that: a year and ten years with nobody else, ten years beside "
    "{others:,} people with a year each ({rows:,} sessions in all). The exercise page knows no "
    "person: how far it is from 1 is chance. A history of three days draws fewer weeks than one of "
    "a year."
)
WAYS = ("1 year", "10 years", "beside others")
HEADS = ("", "3 days, p50", "p95", *(f"{way}, {q}" for way in WAYS for q in ("p50", "p95")))


def measure(stage: Stage, *, seconds: float) -> Result:
    small, large = stage.small, stage.large
    people = {
        "3 days": (small, "days"),
        "1 year": (small, "year"),
        "10 years": (small, "decade"),
        "beside others": (large, "decade"),
    }
    with ExitStack() as stack:
        # Each with a server of its own: one that is asked more often answers sooner.
        ways = {
            way: (stack.enter_context(served(filled.place)).port, filled, person)
            for way, (filled, person) in people.items()
        }
        found: dict[str, Mapping[str, Pressed]] = {}
        for name in (*asking.PAGES, "Tick"):
            tell(f"{stage.engine}: growth of {name}")
            asked = {
                way: (port, stream(name, filled, person))
                for way, (port, filled, person) in ways.items()
            }
            take_turns(asked, seconds / 10)  # only warms
            found[name] = take_turns(asked, seconds)
    text = TOLD.format(seconds=seconds, others=large.others, rows=large.rows)
    rows = [row(name, by_way) for name, by_way in found.items()]
    result = Result([Table(f"Growth on {stage.engine}", HEADS, rows, text)])
    for name, by_way in found.items():
        what = f"{name}, p95 with 10 years and {large.others:,} others × 3 days, {stage.engine}"
        result.figures.append(at_most(what, GOAL, times(by_way, "beside others", 0.95)))
        if wrong := sum(each.wrong for each in by_way.values()):
            result.faults.append(f"Growth of {name} on {stage.engine}: {wrong} requests failed.")
    return result


def stream(name: str, filled: Filled, person: str) -> Iterator[bytes]:
    session = filled.sessions[person]
    if name == "Tick":
        return asking.ticks(session, filled.day, [])
    return asking.again(asking.page(name, session))


def times(by_way: Mapping[str, Pressed], way: str, share: float) -> float:
    """How many times this quantile is that of three days."""
    return by_way[way].quantile(share) / by_way["3 days"].quantile(share)


def row(name: str, by_way: Mapping[str, Pressed]) -> list[str]:
    first = [f"{milliseconds(by_way['3 days'].quantile(share))} ms" for share in (0.5, 0.95)]
    others = [f"× {times(by_way, way, share):.2f}" for way in WAYS for share in (0.5, 0.95)]
    return [name, *first, *others]


def plans(stage: Stage) -> Result:
    """Which queries read a personal table from end to end, in the full database: none may."""
    tell(f"{stage.engine}: plans")
    found = stage.large.inside("plans", "decade")
    rows = [(page, table, f"`{line}`") for page, table, line in found] or [("none", "", "")]
    table = Table(
        f"Queries that read a personal table from end to end, {stage.engine}",
        ("page", "table", "plan"),
        rows,
        f"Plans of every query of every page and act, among {stage.large.rows:,} sessions.",
    )
    faults = [f"{page} on {stage.engine} reads all of {name}." for page, name, _line in found]
    return Result([table], [], faults)
