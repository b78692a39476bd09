"""A page beside the floor: shares and multiples are those of rounds that met the same machine."""

from benchmarks.load import Pressed
from benchmarks.pages import Pair, row


def pressed(rate: int, took: float) -> Pressed:
    return Pressed([took] * rate, elapsed=1.0)


def test_a_round_is_compared_with_its_own_of_the_floor() -> None:
    pair = Pair(
        [pressed(50, 0.02), pressed(5, 0.2), pressed(60, 0.02)],
        [pressed(100, 0.01), pressed(10, 0.1), pressed(100, 0.01)],
    )

    assert pair.share == 0.5
    assert pair.times(0.95) == 2


def test_a_row_tells_its_own_figures_and_those_of_the_floor() -> None:
    pair = Pair([pressed(50, 0.02)], [pressed(100, 0.01)])

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
