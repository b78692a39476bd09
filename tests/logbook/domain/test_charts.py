"""The charts' geometry: a day's level, a month's bars, and lines with gaps."""

from fractions import Fraction

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.adherence import Tally
from logbook.domain.charts import Bars, Line, bar, bars, level, line


@pytest.mark.parametrize(
    ("counted", "expected"),
    [(0, 0), (1, 1), (3, 1), (4, 2), (5, 2), (6, 2), (7, 3), (9, 3), (10, 4)],
)
def test_of_ten_sessions_each_count_has_its_level(counted: int, expected: int) -> None:
    assert level(Tally(counted, 10), counted) == expected


@pytest.mark.parametrize(
    ("counted", "expected"),
    [(1, 1), (34, 1), (35, 2), (36, 2), (64, 2), (65, 3), (66, 3), (99, 3), (100, 4)],
)
def test_about_half_begins_at_35_percent_most_at_65_and_all_is_all(
    counted: int, expected: int
) -> None:
    assert level(Tally(counted, 100), counted) == expected


def test_a_session_that_was_not_due_still_shows() -> None:
    assert level(Tally(0, 10), 1) == 1
    assert level(Tally(1, 1), 5) == 4


def test_a_day_without_anything_due_has_no_level() -> None:
    assert level(Tally(), 0) is None
    assert level(Tally(), 3) is None


@given(st.integers(1, 40), st.data())
def test_more_done_is_never_a_lower_level(due: int, data: st.DataObject) -> None:
    counted = data.draw(st.integers(0, due))
    levels = [level(Tally(number, due), number) or 0 for number in range(due + 1)]

    assert levels == sorted(levels)
    assert (levels[counted] == 4) == (counted == due)
    assert (levels[counted] == 0) == (counted == 0)


def test_a_month_has_one_path_for_each_level_and_none_for_days_without() -> None:
    assert bars({1: 2, 2: 0, 3: None, 31: 2, 30: 4}) == [
        Bars(0, "M1.5 2v-0.25"),
        Bars(2, "M0.5 2v-1.1M30.5 2v-1.1"),
        Bars(4, "M29.5 2v-2"),
    ]


def test_the_key_shows_each_level_s_bar() -> None:
    assert [bar(number) for number in range(5)] == [
        "M0.5 2v-0.25",
        "M0.5 2v-0.65",
        "M0.5 2v-1.1",
        "M0.5 2v-1.55",
        "M0.5 2v-2",
    ]


def test_a_line_goes_from_left_to_right_and_ends_in_a_dot() -> None:
    assert line([0.0, 0.5, 1.0], top=1) == Line(
        path="M0 100L50 50L100 0",
        area="M0 100L50 50L100 0V100H0Z",
        dots="M100 0h.001",
    )


def test_a_line_breaks_where_a_value_is_missing() -> None:
    assert line([5, 5, None, 10, 0], top=10) == Line(
        path="M0 50L25 50M75 0L100 100",
        area="M0 50L25 50V100H0ZM75 0L100 100V100H75Z",
        dots="M100 100h.001",
    )


def test_a_point_with_nobody_beside_it_is_a_dot() -> None:
    assert line([4, None, 4, 4, None], top=10) == Line(
        path="M50 60L75 60",
        area="M50 60L75 60V100H50Z",
        dots="M0 60h.001M75 60h.001",
    )
    assert line([None, 4], top=10).dots == "M100 60h.001"


def test_each_value_may_have_its_dot() -> None:
    assert line([5, 6, None, 10], top=10, dot_each=True).dots == (
        "M0 50h.001M33.33 40h.001M100 0h.001"
    )


def test_a_single_value_stands_at_the_right() -> None:
    assert line([3], top=10) == Line(path="", area="", dots="M100 70h.001")


@pytest.mark.parametrize("values", [[], [None], [None, None]])
def test_without_values_nothing_is_drawn(values: list[None]) -> None:
    assert line(values, top=10) == Line("", "", "")


def test_numbers_have_a_point_in_german_too() -> None:
    with translation.override("de"):
        assert line([Fraction(20, 3), None, None, 2], top=10).dots == "M0 33.33h.001M100 80h.001"
        assert line([1, 2, 3, 4], top=10).path == "M0 90L33.33 80L66.67 70L100 60"


@given(st.lists(st.none() | st.integers(0, 10), max_size=60))
def test_every_value_is_drawn_once_in_the_line_or_as_a_dot_of_its_own(
    values: list[int | None],
) -> None:
    drawn = line(values, top=10)
    in_line = drawn.path.count("M") + drawn.path.count("L")
    lone = sum(
        value is not None
        and (at == 0 or values[at - 1] is None)
        and (at == len(values) - 1 or values[at + 1] is None)
        for at, value in enumerate(values)
    )

    assert in_line + lone == sum(value is not None for value in values)
    assert drawn.dots.count("M") in {lone, lone + 1}
