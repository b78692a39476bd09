"""A page beside the floor: shares and multiples are those of rounds that met the same machine."""

from benchmarks.client import Round
from benchmarks.pages import Pair, row


def came(rate: int, took: float) -> Round:
    return Round([took] * rate, elapsed=1.0)


def test_a_round_is_compared_with_its_own_of_the_floor() -> None:
    pair = Pair(
        [came(50, 0.02), came(5, 0.2), came(60, 0.02)],
        [came(100, 0.01), came(10, 0.1), came(100, 0.01)],
    )

    assert pair.share == 0.5
    assert pair.times(0.95) == 2


def test_a_row_tells_its_own_figures_and_those_of_the_floor() -> None:
    pair = Pair([came(50, 0.02)], [came(100, 0.01)])

    assert row("Today", pair, 6, 23_700, 2.04) == (
        "Today",
        "50",
        "0.50",
        "20.0 ms",
        "2.0",
        "20.0 ms",
        "2.0",
        "6",
        "23.7 kB",
        "2.0 ×",
    )
