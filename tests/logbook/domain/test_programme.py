"""What a person meant to do on which day: targets, amounts, places, and since when."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logbook.domain.programme import Amount, Held, Programme, Since, TargetChange, in_places

MONDAY = date(2026, 11, 16)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def change(number: int, per_day: int, exercise: str = "circles") -> TargetChange:
    return TargetChange(exercise, day(number), per_day)


def test_each_day_keeps_the_targets_it_was_lived_under() -> None:
    programme = Programme([change(0, 2), change(3, 4), change(5, 0)])

    targets = [programme.on(day(number)) for number in (-1, 0, 2, 3, 4, 5)]

    assert targets == [{}, {"circles": 2}, {"circles": 2}, {"circles": 4}, {"circles": 4}, {}]


def test_the_order_in_which_changes_come_does_not_matter() -> None:
    programme = Programme([change(3, 4), change(0, 2)])

    assert [programme.on(day(number)) for number in (2, 3)] == [{"circles": 2}, {"circles": 4}]


def test_what_is_taken_out_keeps_its_amount_and_place() -> None:
    out = TargetChange("circles", day(0), 0, Amount(repetitions=5), place=3)

    programme = Programme([out])

    assert programme.held(day(0)) == {"circles": out}
    assert programme.place("circles", day(0)) == 3
    assert programme.place("walking", day(0)) is None


def test_history_tells_what_held_when_latest_first() -> None:
    programme = Programme(
        [change(0, 2), change(0, 1, "walking"), change(3, 4), change(5, 0, "walking")]
    )

    assert programme.history(day(0)) == [
        Held(day(5), None, {"circles": 4}),
        Held(day(3), day(4), {"circles": 4, "walking": 1}),
        Held(day(0), day(2), {"circles": 2, "walking": 1}),
    ]


def test_history_leaves_out_what_changed_nothing_and_what_was_taken_back() -> None:
    own_place = TargetChange("circles", day(2), 2, place=4)
    programme = Programme([change(0, 2), own_place, change(4, 2)])

    assert programme.history(day(0)) == [Held(day(0), None, {"circles": 2})]


def test_history_tells_the_own_amounts_of_what_was_meant() -> None:
    five = Amount(repetitions=5)
    own = [TargetChange("circles", day(number), count, five) for number, count in ((2, 2), (6, 0))]
    programme = Programme([change(0, 2), *own, change(8, 2)])

    assert programme.history(day(0)) == [
        Held(day(8), None, {"circles": 2}),
        Held(day(6), day(7), {}),
        Held(day(2), day(5), {"circles": 2}, {"circles": five}),
        Held(day(0), day(1), {"circles": 2}),
    ]


@pytest.mark.parametrize(
    ("first_day", "stretches"),
    [
        (0, [Held(day(3), None, {"circles": 4}), Held(day(0), day(2), {"circles": 2})]),
        (2, [Held(day(3), None, {"circles": 4}), Held(day(2), day(2), {"circles": 2})]),
        (3, [Held(day(3), None, {"circles": 4})]),
        (4, [Held(day(4), None, {"circles": 4})]),
    ],
)
def test_history_begins_with_the_first_day(first_day: int, stretches: list[Held]) -> None:
    programme = Programme([change(-2, 2), change(3, 4)])

    assert programme.history(day(first_day)) == stretches


def test_without_targets_there_is_no_history() -> None:
    assert Programme([]).history(MONDAY) == []


@pytest.mark.parametrize(
    ("number", "since"),
    [
        (-1, None),
        (0, Since(2, day(0), None)),
        (2, Since(2, day(0), None)),
        (3, Since(4, day(3), 2)),
        (6, Since(4, day(3), 2)),
        (7, Since(0, day(7), 4)),
    ],
)
def test_since_when_an_exercise_has_its_target(number: int, since: Since | None) -> None:
    same_again = TargetChange("circles", day(5), 4, Amount(repetitions=5))
    programme = Programme(
        [change(7, 0), change(0, 2), change(3, 4), same_again, change(3, 9, "walking")]
    )

    assert programme.since("circles", day(number), day(0)) == since


def test_what_held_before_the_first_day_was_never_before() -> None:
    programme = Programme([change(-2, 2), change(0, 3)])

    assert programme.since("circles", day(1), day(0)) == Since(3, day(0), None)


@pytest.mark.parametrize(
    ("places", "order"),
    [
        ({}, "abcd"),
        ({"a": 4}, "bcda"),
        ({"d": 1}, "dabc"),
        ({"a": 3}, "bcad"),
        ({"a": 2, "b": 1}, "bacd"),
        ({"c": 1, "b": 1}, "bcad"),  # both want to be first
        ({"a": 9}, "bcda"),
        ({"a": 4, "b": 3, "c": 2, "d": 1}, "dcba"),
    ],
)
def test_own_places_are_kept_and_the_others_fill_the_rest(
    places: dict[str, int], order: str
) -> None:
    assert "".join(in_places("abcd", places)) == order


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(1, 10)))
def test_every_exercise_has_one_place(places: dict[str, int]) -> None:
    assert sorted(in_places("abcd", places)) == list("abcd")
