"""Rounds: what falls in which part of the day, what fills it, and which round is on now."""

from collections import Counter
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.rounds import (
    PARTS,
    Done,
    Round,
    filled,
    minutes_in_one_go,
    on_now,
    out_of_order,
    spread,
)

DEFAULT = {"flexion": 2, "circles": 3, "presses": 3, "walking": 2}
PLANS = [
    Round("morning", time(8)),
    Round("midday", time(13)),
    Round("evening", time(19)),
]

targets = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 10))
some_parts = st.lists(st.sampled_from(PARTS), min_size=1, unique=True).map(
    lambda parts: sorted(parts, key=PARTS.index)
)
sessions = st.lists(
    st.builds(
        Done, st.sampled_from("abcdef"), st.sampled_from(["", *PARTS]), st.none() | st.times()
    )
)


@pytest.mark.parametrize(
    ("sessions", "minutes"),
    [([], 0), ([60], 1), ([61], 2), ([30, 60], 2), ([31, 60], 3), ([30, 30, 30, 60], 4)],
)
def test_between_two_sessions_there_is_half_a_minute_to_move_over(
    sessions: list[float], minutes: int
) -> None:
    assert minutes_in_one_go(sessions) == minutes


def test_the_articles_programme_gives_four_two_and_four() -> None:
    assert spread(DEFAULT, PARTS) == {
        "morning": {"flexion": 1, "circles": 1, "presses": 1, "walking": 1},
        "midday": {"circles": 1, "presses": 1},
        "evening": {"flexion": 1, "circles": 1, "presses": 1, "walking": 1},
    }


@pytest.mark.parametrize(
    ("target", "parts", "counts"),
    [
        (0, PARTS, [0, 0, 0]),
        (1, PARTS, [1, 0, 0]),
        (2, PARTS, [1, 0, 1]),
        (3, PARTS, [1, 1, 1]),
        (4, PARTS, [2, 1, 1]),
        (5, PARTS, [2, 1, 2]),
        (10, PARTS, [4, 3, 3]),
        (3, ("morning", "evening"), [2, 1]),
        (4, ("morning", "evening"), [2, 2]),
        (1, ("midday",), [1]),
        (10, ("midday",), [10]),
    ],
)
def test_what_is_left_over_falls_on_the_first_round_then_on_the_last(
    target: int, parts: tuple[str, ...], counts: list[int]
) -> None:
    due = spread({"toes": target}, parts)

    assert [due[part].get("toes", 0) for part in parts] == counts


def test_without_rounds_nothing_is_due_in_one() -> None:
    assert spread(DEFAULT, []) == {}


@given(targets, some_parts)
def test_all_rounds_together_are_the_targets_in_their_order(
    targets: dict[str, int], parts: list[str]
) -> None:
    due = spread(targets, parts)

    together = sum((Counter(due[part]) for part in parts), Counter[str]())
    assert together == Counter({slug: target for slug, target in targets.items() if target})
    assert list(due) == parts
    for part in parts:
        assert list(due[part]) == [slug for slug in targets if slug in due[part]]
        assert 0 not in due[part].values()


@given(targets, some_parts)
def test_no_round_has_more_than_one_session_more_than_another(
    targets: dict[str, int], parts: list[str]
) -> None:
    due = spread(targets, parts)

    for slug in targets:
        counts = [due[part].get(slug, 0) for part in parts]
        assert max(counts) - min(counts) <= 1


@given(targets, some_parts, sessions)
def test_no_round_is_filled_with_more_than_is_due_and_none_is_left_open_in_vain(
    targets: dict[str, int], parts: list[str], done: list[Done]
) -> None:
    due = spread(targets, parts)
    plans = [plan for plan in PLANS if plan.part in parts]

    counts = filled(due, done, plans)

    for part in parts:
        for slug, count in counts[part].items():
            assert count <= due[part][slug]
    for slug, target in targets.items():
        did = sum(session.exercise == slug for session in done)
        assert sum(counts[part].get(slug, 0) for part in parts) == min(did, target)


def test_a_session_fills_the_round_that_it_was_done_in_whatever_the_clock_says() -> None:
    due = spread({"circles": 3}, PARTS)

    counts = filled(due, [Done("circles", "evening", time(8))], PLANS)

    assert counts == {"morning": {}, "midday": {}, "evening": {"circles": 1}}


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        (time(7), "morning"),
        (time(10, 29), "morning"),
        (time(10, 30), "morning"),  # as near to both: the earlier
        (time(10, 31), "midday"),
        (time(16), "midday"),
        (time(16, 1), "evening"),
        (time(23, 30), "evening"),
        (time(1, 29), "evening"),  # 6:29 hours from the evening's, 6:31 from the morning's
        (time(1, 31), "morning"),
        (None, "morning"),
    ],
)
def test_a_session_without_a_round_fills_the_one_whose_time_is_nearest(
    clock: time | None, part: str
) -> None:
    counts = filled(spread({"circles": 3}, PARTS), [Done("circles", clock=clock)], PLANS)

    assert [each for each in PARTS if counts[each]] == [part]


def test_sessions_of_a_round_come_first_and_others_take_what_they_leave() -> None:
    due = spread({"circles": 3}, PARTS)
    ticked_first = Done("circles", clock=time(8))

    counts = filled(due, [ticked_first, Done("circles", "morning", time(9))], PLANS)

    assert counts == {"morning": {"circles": 1}, "midday": {"circles": 1}, "evening": {}}


def test_a_session_of_a_round_that_is_full_fills_the_nearest_that_is_open() -> None:
    due = spread({"circles": 3}, PARTS)
    twice = [Done("circles", "morning", time(8)), Done("circles", "morning", time(20))]

    counts = filled(due, twice, PLANS)

    assert counts == {"morning": {"circles": 1}, "midday": {}, "evening": {"circles": 1}}


def test_a_session_of_a_round_that_is_switched_off_fills_another() -> None:
    plans = [plan for plan in PLANS if plan.part != "midday"]
    due = spread({"circles": 2}, ["morning", "evening"])

    counts = filled(due, [Done("circles", "midday", time(18))], plans)

    assert counts == {"morning": {}, "evening": {"circles": 1}}


def test_sessions_beyond_what_is_due_and_of_other_exercises_fill_none() -> None:
    due = spread({"circles": 1}, PARTS)

    counts = filled(due, [Done("circles"), Done("circles"), Done("walking")], PLANS)

    assert counts == {"morning": {"circles": 1}, "midday": {}, "evening": {}}


@pytest.mark.parametrize(
    ("clock", "part"),
    [
        (time(3), "morning"),  # their day begins
        (time(10, 29), "morning"),
        (time(10, 30), "midday"),
        (time(10, 31), "midday"),
        (time(15, 59), "midday"),
        (time(16), "evening"),
        (time(16, 1), "evening"),
        (time(23, 59), "evening"),
        (time(0), "evening"),
        (time(2, 59), "evening"),  # still their yesterday
    ],
)
def test_a_round_begins_halfway_from_the_one_before(clock: time, part: str) -> None:
    assert on_now(PLANS, clock, 3) == part


@pytest.mark.parametrize("day_ends_at", range(6))
def test_the_last_round_goes_on_until_the_day_ends(day_ends_at: int) -> None:
    before = time((day_ends_at - 1) % 24, 59)

    assert on_now(PLANS, before, day_ends_at) == "evening"
    assert on_now(PLANS, time(day_ends_at), day_ends_at) == "morning"


def test_a_round_after_midnight_comes_last_where_the_day_ends_later() -> None:
    plans = [Round("morning", time(10)), Round("evening", time(1))]

    assert on_now(plans, time(17, 29), 3) == "morning"
    assert on_now(plans, time(17, 30), 3) == "evening"
    assert on_now(plans, time(2, 59), 3) == "evening"


def test_where_there_is_one_round_it_is_always_on() -> None:
    assert {on_now([PLANS[1]], time(hour), 3) for hour in range(24)} == {"midday"}


@pytest.mark.parametrize(
    ("clocks", "day_ends_at", "late"),
    [
        ((time(8), time(13), time(19)), 3, None),
        ((time(8), time(8, 1), time(8, 2)), 3, None),
        ((time(8), time(8), time(19)), 3, "midday"),
        ((time(8), time(19), time(13)), 3, "evening"),
        ((time(10), time(16), time(2, 59)), 3, None),
        ((time(10), time(16), time(2, 59)), 0, "evening"),
        ((time(10), time(16), time(3)), 3, "evening"),
    ],
)
def test_rounds_follow_each_other_in_the_persons_day(
    clocks: tuple[time, ...], day_ends_at: int, late: str | None
) -> None:
    plans = [Round(part, clock) for part, clock in zip(PARTS, clocks, strict=True)]

    found = out_of_order(plans, day_ends_at)

    assert (found.part if found else None) == late


def test_one_round_and_none_are_in_order() -> None:
    assert out_of_order([], 3) is None
    assert out_of_order([PLANS[2]], 3) is None
