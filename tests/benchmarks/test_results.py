"""What was measured, as it is told."""

import pytest

from benchmarks.results import (
    Figure,
    Table,
    at_least,
    at_most,
    middle,
    milliseconds,
    quantile,
    verdict,
)


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, 1), (0.5, 50), (0.95, 95), (0.951, 96), (0.99, 99), (1, 100)]
)
def test_a_quantile_is_the_smallest_value_that_so_many_do_not_pass(
    share: float, expected: float
) -> None:
    assert quantile([*range(100, 0, -1)], share) == expected


def test_of_nothing_a_quantile_is_infinite_so_that_no_figure_is_reached() -> None:
    assert not at_most("p99", 150, quantile([], 0.99), " ms").holds


def test_the_middle_leaves_a_disturbed_round_out() -> None:
    assert middle([1.1, 40.0, 1.0]) == 1.1


@pytest.mark.parametrize(("measured", "holds"), [(0.59, False), (0.6, True), (0.61, True)])
def test_at_least_holds_from_its_goal_on(measured: float, holds: bool) -> None:
    assert at_least("Today", 0.6, measured) == Figure("Today", "≥ 0.6", f"{measured:.2f}", holds)


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
    assert at_most("it", goal, measured) == Figure("it", f"≤ {goal:g}", told, holds)


def test_the_verdict_names_what_was_not_reached() -> None:
    table = verdict([at_least("Today", 0.6, 0.7), at_most("a worker", 90, 120, " MB")])

    assert str(table) == (
        "### Figures to reach\n\n"
        "| what | goal | measured | reached |\n|---|---|---|---|\n"
        "| Today | ≥ 0.6 | 0.70 | yes |\n"
        "| a worker | ≤ 90 MB | 120 MB | **no** |"
    )


def test_a_table_says_first_what_has_to_be_known_of_it() -> None:
    assert str(Table("Pages", ("a", "b"), [("1", "2")], "Not compressed.")) == (
        "### Pages\n\nNot compressed.\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    )


@pytest.mark.parametrize(
    ("seconds", "told"), [(0.00312, "3.1"), (0.0999, "99.9"), (0.1, "100"), (1.5, "1,500")]
)
def test_milliseconds_have_a_decimal_where_it_matters(seconds: float, told: str) -> None:
    assert milliseconds(seconds) == told
