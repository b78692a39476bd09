"""Pain over days: means, spans and their difference, each boundary worked out by hand."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.pain import (
    Comparison,
    Days,
    Mean,
    compare,
    first_and_last,
    mean,
    sides_noted,
    to_a_tenth,
    together,
)

BEGIN = date(2026, 10, 5)
FIRST = Days(BEGIN, date(2026, 10, 18))
LAST = Days(date(2026, 11, 5), date(2026, 11, 18))


def noted(days: Days, *values: int) -> dict[date, int]:
    return {days.first + timedelta(days=at): value for at, value in enumerate(values)}


def compared(first: list[int], last: list[int]) -> Comparison:
    return compare(noted(FIRST, *first) | noted(LAST, *last), FIRST, LAST)


def of(points: str, entries: int = 14) -> Mean:
    return Mean(entries, Fraction(points))


# Means


def test_a_mean_is_of_the_days_that_were_noted_and_never_counts_others_as_0() -> None:
    values = {BEGIN: 7, BEGIN + timedelta(days=5): 6, BEGIN + timedelta(days=13): 7}

    assert mean(values, FIRST) == Mean(3, Fraction(20, 3))


def test_a_0_that_was_noted_counts() -> None:
    assert mean(noted(FIRST, 0, 0, 3), FIRST) == Mean(3, Fraction(1))


def test_days_before_and_after_the_span_are_left_out() -> None:
    values = noted(Days(BEGIN - timedelta(days=1), BEGIN), 10, 4)
    values |= noted(Days(FIRST.last, FIRST.last), 5, 10)

    assert mean(values, FIRST) == Mean(2, Fraction(9, 2))


def test_the_mean_of_nothing_is_none() -> None:
    assert mean({}, FIRST) == Mean(0, None)
    assert Mean().rounded is None


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        ("0", 0.0),
        ("0.049", 0.0),
        ("0.05", 0.1),
        ("6.449", 6.4),
        ("6.45", 6.5),
        ("6.55", 6.6),
        ("20/3", 6.7),
        ("9.95", 10.0),
        ("10", 10.0),
    ],
)
def test_a_mean_is_told_to_a_tenth_with_halves_up(exact: str, rounded: float) -> None:
    assert of(exact).rounded == rounded


@given(st.fractions(min_value=0, max_value=10))
def test_rounding_moves_a_mean_by_half_a_tenth_at_most(exact: Fraction) -> None:
    assert abs(Fraction(str(to_a_tenth(exact))) - exact) <= Fraction(1, 20)


# Spans


@pytest.mark.parametrize("days", [1, 14, 27])
def test_under_four_weeks_there_are_no_two_spans(days: int) -> None:
    assert first_and_last(BEGIN, BEGIN + timedelta(days=days - 1)) is None


def test_of_four_weeks_every_day_is_in_one_span() -> None:
    assert first_and_last(BEGIN, date(2026, 11, 1)) == (
        FIRST,
        Days(date(2026, 10, 19), date(2026, 11, 1)),
    )


def test_of_longer_times_the_middle_is_in_neither() -> None:
    assert first_and_last(BEGIN, date(2026, 11, 18)) == (FIRST, LAST)


def test_a_span_that_ends_before_it_begins_has_none() -> None:
    assert first_and_last(BEGIN, BEGIN - timedelta(days=1)) is None


@pytest.mark.parametrize(("length", "overlap"), [(41, True), (42, False)])
def test_either_span_may_have_another_length(length: int, overlap: bool) -> None:
    last = BEGIN + timedelta(days=length - 1)

    spans = first_and_last(BEGIN, last, timedelta(weeks=4), timedelta(weeks=2))

    assert spans == (
        None if overlap else (Days(BEGIN, date(2026, 11, 1)), Days(date(2026, 11, 2), last))
    )


# Differences


@pytest.mark.parametrize(
    ("then", "now", "change", "percent"),
    [
        # Of 3.0 and more, as it is shown, a share is told
        ("2.94", "1", -1.9, None),
        ("2.95", "1.5", -1.5, 50),
        ("3", "3.3", 0.3, 10),
        ("2.1", "2.4", 0.3, None),
        ("5.1", "3.7", -1.4, 27),
        ("8", "6", -2.0, 25),
        ("3", "10", 7.0, 233),
        # 0.1 of 8 are 1.25 %, 0.2 of 8.0 are 2.5 %: halves up
        ("8", "8.1", 0.1, 1),
        ("8", "8.2", 0.2, 3),
        ("10", "0", -10.0, 100),
        # The same as they are shown
        ("4.04", "3.96", 0.0, None),
        ("0", "0", 0.0, None),
        ("0", "2", 2.0, None),
    ],
)
def test_a_difference_is_that_of_the_means_as_they_are_shown(
    then: str, now: str, change: float, percent: int | None
) -> None:
    comparison = Comparison(of(then), of(now))

    assert (comparison.change, comparison.percent) == (change, percent)


@pytest.mark.parametrize(
    ("first", "last", "change"),
    [
        (4, 4, -4.0),
        (3, 4, None),
        (4, 3, None),
        (3, 3, None),
        (0, 14, None),
        (14, 0, None),
        (5, 14, -4.0),
    ],
)
def test_a_difference_needs_four_entries_on_either_side(
    first: int, last: int, change: float | None
) -> None:
    comparison = compared([6] * first, [2] * last)

    assert comparison.change == change
    assert (comparison.percent is None) == (change is None)


@given(st.lists(st.integers(0, 10), min_size=4, max_size=14))
def test_a_mean_is_shown_as_nought_only_where_every_entry_is(values: list[int]) -> None:
    over = mean(noted(FIRST, *values), FIRST)

    assert over.is_nought == (set(values) == {0}) == (over.rounded == 0)


def test_a_mean_of_four_weeks_may_be_rounded_to_nought_and_is_none() -> None:
    over = mean(
        {BEGIN + timedelta(days=at): int(at == 3) for at in range(28)}, Days(BEGIN, LAST.last)
    )

    assert (over.rounded, over.is_nought) == (0.0, False)


entries = st.lists(st.integers(0, 10), min_size=4, max_size=14)


@given(entries, entries)
def test_what_is_lower_one_way_is_as_much_higher_the_other(
    first: list[int], last: list[int]
) -> None:
    there, back = compared(first, last).change, compared(last, first).change

    assert there is not None
    assert back == -there


# Sides


def test_the_sides_noted_are_those_with_a_number_on_these_days() -> None:
    by_side = {
        "": noted(LAST, 4),
        "left": noted(FIRST, 1, 2),
        "right": {},
        "both": noted(Days(FIRST.last, FIRST.last), 3, 3),
    }

    assert (sides_noted(by_side, FIRST), sides_noted(by_side, LAST)) == (["left", "both"], [""])
    assert together(by_side) == noted(FIRST, 1, 2) | noted(
        Days(FIRST.last, FIRST.last), 3, 3
    ) | noted(LAST, 4)
