"""Growth: the same pages for three days, a year, ten years, and beside many other people."""

from collections.abc import Iterator

from benchmarks import asking
from benchmarks.load import Pressed, press
from benchmarks.pages import CLIENTS
from benchmarks.results import Result, Table, at_most, middle, milliseconds
from benchmarks.site import served, tell
from benchmarks.stage import Filled, Stage

GOAL = 1.15
TOLD = (
    "p50 and p95 of {clients} connections at once, {rounds} rounds of {seconds:g} s each in turn. "
    "First three days with nobody else, then how many times that: a year and ten years with nobody "
    "else, ten years beside {others:,} people with a year each ({rows:,} sessions in all)."
)
WAYS = ("1 year", "10 years", "beside others")
HEADS = ("", "3 days, p50", "p95", *(f"{way}, {q}" for way in WAYS for q in ("p50", "p95")))


def measure(stage: Stage, *, rounds: int, seconds: float) -> Result:
    small, large = stage.small, stage.large
    with served(small.place) as alone, served(large.place) as crowded:
        ways = {
            "3 days": (alone.port, small, "days"),
            "1 year": (alone.port, small, "year"),
            "10 years": (alone.port, small, "decade"),
            "beside others": (crowded.port, large, "decade"),
        }
        found: dict[str, dict[str, list[Pressed]]] = {}
        for name in (*asking.PAGES, "Tick"):
            found[name] = {way: [] for way in ways}
            tell(f"{stage.engine}: growth of {name}")
            for number in range(rounds + 1):
                for way, (port, filled, person) in ways.items():
                    pressed = press(port, streams(name, filled, person), seconds if number else 0.3)
                    if number:
                        found[name][way].append(pressed)
    text = TOLD.format(
        clients=CLIENTS, rounds=rounds, seconds=seconds, others=large.others, rows=large.rows
    )
    rows = [row(name, by_way) for name, by_way in found.items()]
    result = Result([Table(f"Growth on {stage.engine}", HEADS, rows, text)])
    for name, by_way in found.items():
        what = f"{name}, p95 with 10 years and {large.others:,} others × 3 days, {stage.engine}"
        result.figures.append(at_most(what, GOAL, times(by_way, "beside others", 0.95)))
    return result


def streams(name: str, filled: Filled, person: str) -> list[Iterator[bytes]]:
    session = filled.sessions[person]
    if name == "Tick":
        return [asking.ticks(session, filled.day, []) for _ in range(CLIENTS)]
    return [asking.again(asking.page(name, session)) for _ in range(CLIENTS)]


def times(by_way: dict[str, list[Pressed]], way: str, share: float) -> float:
    """How many times this quantile is that of three days, in the middle of the rounds."""
    both = zip(by_way[way], by_way["3 days"], strict=True)
    return middle(a.quantile(share) / b.quantile(share) for a, b in both)


def row(name: str, by_way: dict[str, list[Pressed]]) -> list[str]:
    first = [
        milliseconds(middle(each.quantile(share) for each in by_way["3 days"])) + " ms"
        for share in (0.5, 0.95)
    ]
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
