"""Pages and acts beside the floor: each in turn with it, so that both meet the same machine."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import cycle

from benchmarks import asking
from benchmarks.load import Pressed, press, press_from
from benchmarks.results import Result, Table, at_least, at_most, middle, milliseconds, quantile
from benchmarks.site import FLOOR_SETTINGS, Server, served, tell
from benchmarks.stage import Filled, Stage

CLIENTS = 4
GOALS = {"Today": 0.6, "Week": 0.6, "Exercise": 0.9, "Tick": 0.7}
MOST_QUERIES = {"Today": 6, "Week": 6, "History": 8, "Exercise": 2}
HEADS = (
    *("", "per second", "of the floor", "p50", "× floor", "p95", "× floor"),
    *("queries", "HTML", "drawn anew"),
)
TOLD = (
    "A hundred people with a year each, at 44 different points, one after the other over {clients} "
    "connections, {rounds} rounds of {seconds:g} s each in turn with the floor: the site's "
    "middleware, a session, one indexed query for its person, 10 kB of HTML. Acts stand beside the "
    "floor's own one-row write. “Of the floor” is the middle of the rounds. Nearly every piece of "
    "these pages is remembered from the warming round; “drawn anew” is how many times as long a "
    "page takes where none is. HTML is before it is compressed; all answers are."
)


@dataclass(slots=True)
class Pair:
    """One page's rounds, each beside its own of the floor."""

    ours: list[Pressed] = field(default_factory=list)
    floor: list[Pressed] = field(default_factory=list)

    @property
    def share(self) -> float:
        return middle(a.rate / b.rate for a, b in zip(self.ours, self.floor, strict=True))

    def times(self, share: float) -> float:
        """How many times the floor's this quantile is."""
        return self.quantile(share) / quantile(taken(self.floor), share)

    def quantile(self, share: float) -> float:
        """Ours, in seconds, of all rounds together."""
        return quantile(taken(self.ours), share)


def taken(rounds: Iterable[Pressed]) -> list[float]:
    return [seconds for each in rounds for seconds in each.took]


Stream = Callable[[], Iterator[bytes]]


def streams(filled: Filled, keys: list[str]) -> dict[str, tuple[Stream, Stream]]:
    """By name, what is asked of the site and what of the floor. `keys` go from ticks to undos."""
    ticker = filled.sessions["ticker"]
    people = [each for name, each in filled.sessions.items() if name.startswith(asking.SOME_YEAR)]
    floor = [asking.get(asking.FLOOR, each) for each in people]

    def page(name: str) -> tuple[Stream, Stream]:
        sent = [asking.page(name, each) for each in people]
        return lambda: cycle(sent), lambda: cycle(floor)

    def write() -> Iterator[bytes]:
        return asking.floor_writes(ticker)

    return {name: page(name) for name in asking.PAGES} | {
        "Tick": (lambda: asking.ticks(ticker, filled.day, keys), write),
        "Undo": (lambda: asking.undos(ticker, keys), write),
    }


def measure(stage: Stage, *, rounds: int, seconds: float) -> Result:
    filled = stage.small
    told = filled.inside("pages", "year")
    pairs: dict[str, Pair] = {}
    with served(filled.place) as site, served(filled.place, FLOOR_SETTINGS) as floor:
        for number in range(rounds + 1):
            tell(f"{stage.engine}: pages beside the floor, round {number} of {rounds}")
            for name, (ours, its) in streams(filled, []).items():
                pair = pairs.setdefault(name, Pair())
                # The first round only warms; then they take turns in going first.
                length = seconds if number else 0.3
                both = [(site, ours, pair.ours), (floor, its, pair.floor)]
                for server, stream, into in both if number % 2 else reversed(both):
                    pressed = press(server.port, [stream() for _ in range(CLIENTS)], length)
                    if number:
                        into.append(pressed)
        client = client_cost(floor, filled, rounds, seconds)
    rows = [row(name, pair, *told[name]) for name, pair in pairs.items()]
    text = TOLD.format(clients=CLIENTS, rounds=rounds, seconds=seconds)
    result = Result([Table(f"Pages and acts on {stage.engine}", HEADS, rows, text), client])
    for name, pair in pairs.items():
        if name in GOALS:
            result.figures.append(
                at_least(f"{name} against the floor, {stage.engine}", GOALS[name], pair.share)
            )
        if name in MOST_QUERIES:
            queries = told[name][0]
            result.figures.append(
                at_most(f"{name}, queries, {stage.engine}", MOST_QUERIES[name], queries)
            )
        for whose, all_of_it in (("", pair.ours), ("the floor beside ", pair.floor)):
            if wrong := sum(each.wrong for each in all_of_it):
                result.faults.append(f"{whose}{name} on {stage.engine}: {wrong} requests failed.")
    return result


def row(name: str, pair: Pair, queries: int, size: int, anew: float) -> tuple[str, ...]:
    def own(share: float) -> str:
        return milliseconds(pair.quantile(share)) + " ms"

    return (
        name,
        f"{middle(each.rate for each in pair.ours):.0f}",
        f"{pair.share:.2f}",
        own(0.5),
        f"{pair.times(0.5):.1f}",
        own(0.95),
        f"{pair.times(0.95):.1f}",
        str(queries),
        f"{size / 1000:.1f} kB" if size else "–",
        f"{anew:.1f} ×" if size else "–",
    )


def client_cost(floor: Server, filled: Filled, rounds: int, seconds: float) -> Table:
    """Whether more clients would get more out of the floor: then they would be what is measured."""
    sent = asking.get(asking.FLOOR, filled.sessions["year"])
    found: dict[int, list[tuple[float, float]]] = {1: [], 2: [], 4: []}
    for _ in range(min(rounds, 5)):
        for processes, rounds_of_it in found.items():
            rounds_of_it.append(press_from(processes, floor.port, sent, CLIENTS, seconds))
    rows = [
        (
            str(processes),
            f"{middle(rate for rate, _cost in rounds_of_it):.0f}",
            f"{middle(a / b for (a, _), (b, _) in zip(rounds_of_it, found[1], strict=True)):.2f}",
            f"{middle(cost for _rate, cost in rounds_of_it) * 1000:.2f} ms",
        )
        for processes, rounds_of_it in found.items()
    ]
    return Table(
        f"What the client costs, {filled.place.engine}",
        ("client processes", "floor, per second", "of one process's", "a client's CPU a request"),
        rows,
        "The same connections, shared out. As long as no figure is far above 1, the server is what "
        "is measured.",
    )
