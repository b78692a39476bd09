"""Pauses: which days don't count, however pauses overlap, adjoin and end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.pauses import Span, around, in_runs, paused_days

FIRST = date(2026, 11, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number - 1)


def span(first: int, last: int | None, reason: str = "ill") -> Span:
    return Span(day(first), day(last) if last else None, reason)


def numbers(reasons: dict[date, str]) -> dict[int, str]:
    return {paused.day: reason for paused, reason in reasons.items()}


def test_a_pause_holds_on_its_first_and_last_day_and_between() -> None:
    assert numbers(paused_days([span(3, 5)], day(1), day(30))) == {3: "ill", 4: "ill", 5: "ill"}


def test_only_the_days_asked_for_are_told() -> None:
    assert numbers(paused_days([span(3, 8)], day(5), day(6))) == {5: "ill", 6: "ill"}


def test_a_pause_without_a_last_day_goes_on() -> None:
    assert numbers(paused_days([span(29, None)], day(1), day(30))) == {29: "ill", 30: "ill"}


def test_where_pauses_overlap_the_one_that_was_said_later_names_the_reason() -> None:
    pauses = [span(3, 6, "away"), span(5, 7, "ill")]

    assert numbers(paused_days(pauses, day(1), day(30))) == {
        3: "away",
        4: "away",
        5: "ill",
        6: "ill",
        7: "ill",
    }


def test_a_day_that_no_pause_covers_has_no_run() -> None:
    assert around([span(3, 5)], day(2)) is None
    assert around([span(3, 5)], day(6)) is None
    assert around([], day(6)) is None


@pytest.mark.parametrize("asked", [3, 5, 8])
def test_pauses_that_overlap_are_one_run(asked: int) -> None:
    pauses = [span(3, 6), span(5, 8)]

    run = around(pauses, day(asked))

    assert run is not None
    assert (run.first, run.last) == (day(3), day(8))


def test_where_pauses_overlap_the_run_has_the_reason_of_the_one_said_last() -> None:
    pauses = [span(3, 6, "ill"), span(5, 8, "away")]

    assert around(pauses, day(4)) == span(3, 8, "ill")
    assert around(pauses, day(5)) == span(3, 8, "away")


def test_pauses_that_adjoin_are_one_run_and_a_day_between_parts_them() -> None:
    adjoining, apart = [span(6, 8, "away"), span(3, 5)], [span(3, 5), span(7, 8)]

    assert around(adjoining, day(4)) == span(3, 8)
    assert around(adjoining, day(7)) == span(3, 8, "away")
    assert around(apart, day(4)) == span(3, 5)


def test_a_run_that_reaches_an_open_pause_is_open() -> None:
    assert around([span(6, None, "away"), span(3, 5)], day(3)) == span(3, None)


def test_a_run_grows_through_pauses_in_any_order() -> None:
    assert around([span(9, 10), span(1, 2), span(7, 8), span(3, 6)], day(1)) == span(1, 10)


def test_runs_of_days_break_at_a_gap_and_at_another_reason() -> None:
    reasons = paused_days([span(3, 4), span(5, 6, "away"), span(9, 9, "away")], day(1), day(30))

    assert in_runs(reasons) == [span(3, 4), span(5, 6, "away"), span(9, 9, "away")]


spans = st.lists(
    st.builds(
        lambda first, length: Span(
            day(first), None if length is None else day(first + length), "ill"
        ),
        st.integers(1, 25),
        st.none() | st.integers(0, 6),
    ),
    max_size=6,
)


@given(spans, st.integers(1, 40))
def test_a_run_is_all_the_paused_days_around_one_and_no_other(
    pauses: list[Span], asked: int
) -> None:
    paused = paused_days(pauses, day(-10), day(60))

    run = around(pauses, day(asked))

    if day(asked) not in paused:
        assert run is None
    else:
        assert run is not None
        last = run.last or day(60)
        assert all(
            run.first + timedelta(days=n) in paused for n in range((last - run.first).days + 1)
        )
        assert run.first - timedelta(days=1) not in paused
        assert run.last is None or run.last + timedelta(days=1) not in paused


@pytest.mark.parametrize(
    ("first", "last", "overlap"),
    [
        (day(1), day(9), False),
        (day(1), day(10), True),
        (day(12), day(12), True),
        (day(14), None, True),
        (day(15), None, False),
    ],
)
def test_pauses_overlap_where_they_share_a_day(
    first: date, last: date | None, overlap: bool
) -> None:
    ten_to_fourteen, other = Span(day(10), day(14), "ill"), Span(first, last, "away")

    assert ten_to_fourteen.overlaps(other) is overlap
    assert other.overlaps(ten_to_fourteen) is overlap
