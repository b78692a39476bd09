"""How much of what was due was done: the domain's worked examples, boundaries, properties."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain import totals
from logbook.domain.adherence import (
    Tally,
    days_in_a_row,
    days_that_are_over,
    on_day,
    over,
    tally,
    total,
)
from logbook.domain.programme import Programme, TargetChange

MONDAY = date(2026, 11, 16)
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 3))
SUNDAY = MONDAY + timedelta(days=6)

TEN_TOES = {"flexion": 2, "circles": 3, "presses": 3, "walking": 2}
PROGRAMME = Programme([TargetChange(name, MONDAY, n) for name, n in TEN_TOES.items()])

# Monday 10, Tuesday 7, Wednesday 10 and two extra, Thursday 4 so far
WEEK = {
    MONDAY: TEN_TOES,
    TUESDAY: {"flexion": 1, "circles": 2, "presses": 2, "walking": 2},
    WEDNESDAY: {"flexion": 3, "circles": 4, "presses": 3, "walking": 2},
    THURSDAY: {"flexion": 1, "circles": 2, "presses": 1},
}


def the_week_so_far(
    done: Mapping[date, Mapping[str, int]],
    *,
    programme: Programme = PROGRAMME,
    today: date = THURSDAY,
    first_day: date = MONDAY,
    paused: frozenset[date] = frozenset(),
) -> tuple[Tally, list[date]]:
    span = (MONDAY, SUNDAY)
    lived = totals.days_over(
        *span, done, programme, first_day=first_day, today=today, paused=paused
    )
    return totals.add_up(lived).tally, [day.day for day in lived if not day.paused]


def test_worked_example_1_a_week_on_thursday_is_27_of_30() -> None:
    week, days = the_week_so_far(WEEK)
    today = total(tally(WEEK[THURSDAY].get(name, 0), n) for name, n in TEN_TOES.items())

    assert week == Tally(27, 30)
    assert week.percent == 90
    assert days == [MONDAY, TUESDAY, WEDNESDAY]
    assert today == Tally(4, 10)


def test_worked_example_2_with_tuesday_paused_it_is_20_of_20_on_two_days() -> None:
    week, days = the_week_so_far(WEEK, paused=frozenset({TUESDAY}))

    assert week == Tally(20, 20)
    assert week.percent == 100
    assert days == [MONDAY, WEDNESDAY]


def test_worked_example_3_a_target_lowered_on_wednesday_leaves_monday_and_tuesday() -> None:
    programme = Programme([*PROGRAMME.changes, TargetChange("circles", WEDNESDAY, 2)])

    assert programme.on(TUESDAY)["circles"] == 3
    assert programme.on(WEDNESDAY)["circles"] == 2
    week, _ = the_week_so_far(WEEK, programme=programme)
    assert week == Tally(26, 29)


def test_worked_example_4_joined_on_saturday_and_seen_on_sunday_one_day_counts() -> None:
    saturday = MONDAY + timedelta(days=5)
    programme = Programme([TargetChange(name, saturday, n) for name, n in TEN_TOES.items()])

    week, days = the_week_so_far(
        {saturday: TEN_TOES}, programme=programme, today=SUNDAY, first_day=saturday
    )

    assert days == [saturday]
    assert week == Tally(10, 10)


def test_on_the_day_of_joining_nothing_counts_yet() -> None:
    week, days = the_week_so_far({MONDAY: TEN_TOES}, today=MONDAY)

    assert days == []
    assert week == Tally(0, 0)
    assert week.percent is None
    assert week.adherence is None


def test_a_programme_takes_the_latest_change_in_whatever_order_it_is_told() -> None:
    changes = [TargetChange("circles", day, n) for day, n in ((WEDNESDAY, 1), (MONDAY, 3))]

    assert Programme(changes).on(THURSDAY) == {"circles": 1}
    assert Programme(changes[::-1]).on(THURSDAY) == {"circles": 1}
    assert Programme(changes).on(MONDAY - timedelta(days=1)) == {}


def test_a_target_of_nought_takes_the_exercise_out_and_back_in_again() -> None:
    changes = [
        TargetChange("circles", MONDAY + timedelta(days=n), t) for n, t in enumerate((3, 0, 2))
    ]
    programme = Programme(changes)

    assert [programme.on(day).get("circles") for day in (MONDAY, TUESDAY, WEDNESDAY)] == [
        3,
        None,
        2,
    ]
    assert on_day(TUESDAY, {TUESDAY: {"circles": 1}}, programme) == {}


@pytest.mark.parametrize(("done", "counted"), [(0, 0), (2, 2), (3, 3), (4, 3), (99, 3)])
def test_sessions_beyond_the_target_do_not_count(done: int, counted: int) -> None:
    assert tally(done, 3) == Tally(counted, 3)


def test_extra_sessions_of_one_exercise_make_up_for_no_other() -> None:
    week, _ = the_week_so_far({MONDAY: {"circles": 10}}, today=TUESDAY)

    assert week == Tally(3, 10)


@pytest.mark.parametrize(
    ("counted", "due", "percent"),
    [
        (0, 0, None),
        (0, 7, 0),
        (1, 1000, 1),
        (1, 8, 13),
        (26, 30, 87),
        (5, 6, 83),
        (1, 2, 50),
        (199, 200, 99),
        (999, 1000, 99),
        (1000, 1000, 100),
    ],
)
def test_percent_is_whole_and_keeps_0_and_100_for_none_and_all(
    counted: int, due: int, percent: int | None
) -> None:
    assert Tally(counted, due).percent == percent


def test_only_a_day_on_which_all_was_done_is_complete() -> None:
    assert Tally(10, 10).complete
    assert not Tally(9, 10).complete
    assert not Tally(0, 0).complete


sessions = st.dictionaries(
    st.sampled_from([MONDAY + timedelta(days=n) for n in range(-3, 10)]),
    st.dictionaries(st.sampled_from([*TEN_TOES, "unknown"]), st.integers(0, 20)),
)
targets = st.lists(
    st.builds(
        TargetChange,
        st.sampled_from(list(TEN_TOES)),
        st.sampled_from([MONDAY + timedelta(days=n) for n in range(-3, 10)]),
        st.integers(0, 10),
    )
)


@given(sessions, targets, st.integers(-3, 10))
def test_adherence_is_between_nothing_and_all(
    done: dict[date, dict[str, int]], changes: list[TargetChange], day: int
) -> None:
    week, _ = the_week_so_far(
        done, programme=Programme(changes), today=MONDAY + timedelta(days=day)
    )

    assert 0 <= week.counted <= week.due
    assert week.adherence is None or 0 <= week.adherence <= 1
    assert week.percent is None or 0 <= week.percent <= 100


@given(sessions, targets)
def test_the_exercises_add_up_to_the_week(
    done: dict[date, dict[str, int]], changes: list[TargetChange]
) -> None:
    programme = Programme(changes)
    days = list(days_that_are_over(MONDAY, SUNDAY, first_day=MONDAY, today=SUNDAY))

    each_day = total(over([day], done, programme) for day in days)
    assert over(days, done, programme) == each_day


@given(st.integers(-3, 10), st.integers(-3, 10))
def test_neither_today_nor_a_day_before_the_first_ever_counts(first: int, today: int) -> None:
    first_day, this_day = (MONDAY + timedelta(days=n) for n in (first, today))

    for day in days_that_are_over(MONDAY, SUNDAY, first_day=first_day, today=this_day):
        assert first_day <= day < this_day
        assert MONDAY <= day <= SUNDAY


# Days in a row


def in_a_row(*counts: int | None, paused: tuple[int, ...] = (), target: int = 2) -> int:
    """Of days that end today, each with its sessions of walking; None where nothing was due."""
    begin = MONDAY
    numbered = [(begin + timedelta(days=at), count) for at, count in enumerate(counts)]
    return days_in_a_row(
        begin + timedelta(days=len(counts) - 1),
        {day: {"walking": count or 0} for day, count in numbered},
        Programme(
            [TargetChange("walking", day, 0 if n is None else target) for day, n in numbered]
        ),
        first_day=begin,
        paused={begin + timedelta(days=at) for at in paused},
    )


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([2, 2, 2], 3),
        ([2, 2, 5], 3),
        ([2, 2, 1], 2),  # today is not over
        ([2, 2, 0], 2),
        ([2, 1, 2], 1),
        ([2, 1, 1], 0),
        ([0, 2, 2], 2),
        ([2, None, 2], 2),  # nothing was due
        ([None, None], 0),
        ([0], 0),
        ([2], 1),
    ],
)
def test_a_row_has_all_that_was_due_and_today_only_lengthens_it(
    counts: list[int | None], expected: int
) -> None:
    assert in_a_row(*counts) == expected


@pytest.mark.parametrize(
    ("counts", "paused", "expected"),
    [
        ([2, 0, 2], (1,), 2),
        ([2, 2, 2], (1,), 2),  # done on a paused day: kept, but it lengthens nothing
        ([2, 0, 0, 0, 2], (1, 2, 3), 2),
        ([2, 2, 2], (2,), 2),  # today is paused
        ([2, 0, 0, 2], (1,), 1),
        ([0, 0], (0, 1), 0),
    ],
)
def test_a_paused_day_neither_breaks_nor_lengthens_a_row(
    counts: list[int | None], paused: tuple[int, ...], expected: int
) -> None:
    assert in_a_row(*counts, paused=paused) == expected


def test_a_row_begins_no_earlier_than_the_first_day() -> None:
    done = {MONDAY: TEN_TOES, TUESDAY: TEN_TOES}

    row = days_in_a_row(TUESDAY, done, PROGRAMME, first_day=TUESDAY)

    assert row == 1
