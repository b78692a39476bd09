"""What was measured, as it is told."""

import pytest

from benchmarks.tables import Result, Table, at_least, at_most, ms, quantile

REACHED = {True: "yes", False: "**no**"}


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, 1), (0.5, 50), (0.95, 95), (0.951, 96), (0.99, 99), (1, 100)]
)
def test_a_quantile_is_the_smallest_value_that_so_many_do_not_pass(
    share: float, expected: float
) -> None:
    assert quantile([*range(100, 0, -1)], share) == expected


def test_of_nothing_a_quantile_is_infinite_so_that_no_figure_is_reached() -> None:
    assert at_most("p99", 150, quantile([], 0.99), " ms")[-1] == "**no**"


@pytest.mark.parametrize(("measured", "holds"), [(0.59, False), (0.6, True), (0.61, True)])
def test_at_least_holds_from_its_goal_on(measured: float, holds: bool) -> None:
    assert at_least("Today", 0.6, measured) == (
        *("Today", "≥ 0.6", f"{measured:.2f}"),
        REACHED[holds],
    )


@pytest.mark.parametrize(
    ("goal", "measured", "told", "holds"),
    [
        (1.15, 1.15, "1.15", True),
        (1.15, 1.151, "1.15", False),
        (6, 6, "6", True),
        (90, 90.4, "90", False),
        (0, 0.0, "0", True),
        (0, 0.01, "0.01", False),
    ],
)
def test_at_most_holds_up_to_its_goal(goal: float, measured: float, told: str, holds: bool) -> None:
    assert at_most("it", goal, measured) == ("it", f"≤ {goal:g}", told, REACHED[holds])


def test_a_page_names_faults_first_and_what_was_not_reached() -> None:
    figures = [at_least("Today", 0.6, 0.7), at_most("a worker", 90, 120, " MB")]
    result = Result([Table("Pages", ("a",), [("1",)])], figures, ["A tick is lost."])

    assert result.page("Today, here.") == (
        "# Benchmark\n\nToday, here.\n\n- **A tick is lost.**\n\n"
        "### Figures to reach\n\n"
        "| what | goal | measured | reached |\n|---|---|---|---|\n"
        "| Today | ≥ 0.6 | 0.70 | yes |\n"
        "| a worker | ≤ 90 MB | 120 MB | **no** |\n\n"
        "### Pages\n\n| a |\n|---|\n| 1 |\n"
    )


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0.00312, "3.1 ms"), (0.0999, "99.9 ms"), (0.1, "100 ms"), (1.5, "1,500 ms")],
)
def test_milliseconds_have_a_decimal_where_it_matters(seconds: float, told: str) -> None:
    assert ms(seconds) == told
