"""Pain over days: means, spans and verdicts, each boundary worked out by hand."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.pain import (
    Comparison,
    Days,
    Mean,
    Verdict,
    compare,
    first_and_last,
    mean,
    to_a_tenth,
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


# Verdicts


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [
        # 1.99, 2 and 2.01 points lower, each more than 30 % of 5
        ("5", "3.01", Verdict.SAME),
        ("5", "3", Verdict.LOWER),
        ("5", "2.99", Verdict.LOWER),
        # 29, 30 and 31 % lower, each more than 2 points
        ("10", "7.1", Verdict.SAME),
        ("10", "7", Verdict.LOWER),
        ("10", "6.9", Verdict.LOWER),
        # 2 points of 20/3 are 30 % to the dot; of any more they are less
        ("20/3", "14/3", Verdict.LOWER),
        ("6.67", "4.67", Verdict.SAME),
        ("6.66", "4.66", Verdict.LOWER),
        # All of it, but less than 2 points
        ("1.99", "0", Verdict.SAME),
        ("2", "0", Verdict.LOWER),
        # 1.99, 2 and 2.01 points higher; a share has no say
        ("3", "4.99", Verdict.SAME),
        ("3", "5", Verdict.HIGHER),
        ("3", "5.01", Verdict.HIGHER),
        ("8", "10", Verdict.HIGHER),
        ("0", "2", Verdict.HIGHER),
        ("0", "0", Verdict.SAME),
        ("10", "10", Verdict.SAME),
    ],
)
def test_a_verdict_needs_2_points_and_to_be_lower_30_percent_too(
    first: str, last: str, verdict: Verdict
) -> None:
    assert Comparison(of(first), of(last)).verdict is verdict


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [
        (4, 4, Verdict.LOWER),
        (3, 4, Verdict.NONE),
        (4, 3, Verdict.NONE),
        (3, 3, Verdict.NONE),
        (0, 14, Verdict.NONE),
        (14, 0, Verdict.NONE),
        (5, 14, Verdict.LOWER),
    ],
)
def test_a_verdict_needs_four_entries_on_either_side(
    first: int, last: int, verdict: Verdict
) -> None:
    assert compared([6] * first, [2] * last).verdict is verdict


def test_fractions_stay_exact_from_entries_to_verdict() -> None:
    # 20/3 and 14/3: 2 points and 30 %, which floating point takes for less.
    comparison = compared([7, 7, 6, 7, 7, 6], [5, 5, 4, 5, 5, 4])

    assert comparison.change == -2
    assert comparison.verdict is Verdict.LOWER
    assert (comparison.first.rounded, comparison.last.rounded) == (6.7, 4.7)


def test_without_entries_on_one_side_there_is_no_change() -> None:
    assert compared([], [2, 2, 2, 2]).change is None


entries = st.lists(st.integers(0, 10), min_size=4, max_size=14)


@given(entries, entries)
def test_a_verdict_agrees_with_whole_numbers(first: list[int], last: list[int]) -> None:
    """The rule anew, with everything multiplied out."""
    before, after = sum(first) * len(last), sum(last) * len(first)
    two_points = 2 * len(first) * len(last)
    expected = Verdict.SAME
    if after - before >= two_points:
        expected = Verdict.HIGHER
    elif before - after >= two_points and 10 * (before - after) >= 3 * before:
        expected = Verdict.LOWER

    assert compared(first, last).verdict is expected


@given(entries, entries)
def test_what_is_lower_one_way_is_higher_the_other(first: list[int], last: list[int]) -> None:
    there, back = compared(first, last), compared(last, first)

    if there.verdict is Verdict.LOWER:
        assert back.verdict is Verdict.HIGHER
    if there.verdict is Verdict.SAME:
        assert back.verdict is not Verdict.LOWER
