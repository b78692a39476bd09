"""Ten toes: shared in proportion, filled as earned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.toe import FULL, Toe
from logbook.domain.toes import TOES, draw, next_up, quarters, shares

TEN_TOES = {"flexion": 2, "circles": 3, "presses": 3, "walking": 2}
OWN = {"flexion": 1, "circles": 2, "presses": 4, "walking": 1}

HUES = {"flexion": "blue", "circles": "amber", "presses": "teal", "walking": "teal"}  # two alike
ALL = {slug: Toe(0, hue, slug) for slug, hue in HUES.items()}

some_targets = st.dictionaries(st.sampled_from(list(TEN_TOES)), st.integers(0, 10))
some_done = st.dictionaries(st.sampled_from(list(TEN_TOES)), st.integers(0, 15))


def test_the_articles_programme_has_a_toe_for_each_session() -> None:
    assert shares(TEN_TOES) == TEN_TOES


def test_own_targets_share_the_toes_by_largest_remainder() -> None:
    assert shares(OWN) == {"flexion": 1, "circles": 3, "presses": 5, "walking": 1}


def test_an_exercise_that_rounding_leaves_out_gets_a_toe_from_the_largest() -> None:
    assert shares({"flexion": 7, "circles": 7, "presses": 1}) == {
        "flexion": 4,
        "circles": 5,
        "presses": 1,
    }


def test_own_targets_fill_the_toes_in_quarters() -> None:
    done = {"flexion": 1, "circles": 1, "presses": 2}

    fills = [toe.fill for toe in draw(OWN, done, ALL)]

    assert fills == [4, 4, 2, 0, 4, 4, 2, 0, 0, 0]


def test_without_targets_the_toes_are_empty_and_nobodys() -> None:
    assert draw({}, {}, {}) == tuple(Toe(number) for number in range(1, 11))
    assert draw({"circles": 0}, {"circles": 2}, ALL) == draw({}, {}, {})


def test_an_exercise_at_nought_has_no_toe() -> None:
    assert shares({"flexion": 0, "circles": 1}) == {"circles": 10}


@pytest.mark.parametrize(
    ("toes", "done", "target", "filled"),
    [
        (1, 0, 10, 0),
        (1, 1, 10, 1),
        (1, 9, 10, 3),
        (1, 10, 10, 4),
        (3, 1, 2, 6),
        (2, 5, 2, 8),
    ],
)
def test_any_session_shows_and_a_full_toe_is_earned(
    toes: int, done: int, target: int, filled: int
) -> None:
    assert quarters(toes, done, target) == filled


def test_next_is_the_exercise_with_most_to_do_on_a_fresh_day() -> None:
    assert next_up(TEN_TOES, {}) == "circles"


def test_next_is_the_least_begun_exercise_later_on() -> None:
    assert next_up(TEN_TOES, {"flexion": 1, "circles": 2, "presses": 1}) == "walking"


def test_nothing_is_next_when_all_is_done() -> None:
    assert next_up(TEN_TOES, {**TEN_TOES, "walking": 3}) is None


def test_the_toe_to_fill_next_and_the_one_just_filled_are_marked() -> None:
    toes = draw(TEN_TOES, {"flexion": 1, "circles": 2, "presses": 1}, ALL, fresh={"circles"})

    assert [toe.number for toe in toes if toe.next] == [9]
    assert [toe.number for toe in toes if toe.fresh] == [4]


@given(some_targets, some_done)
def test_there_are_always_ten_toes_in_order(targets: dict[str, int], done: dict[str, int]) -> None:
    toes = draw(targets, done, ALL)

    assert [toe.number for toe in toes] == list(range(1, TOES + 1))
    assert all(0 <= toe.fill <= FULL for toe in toes)


@given(some_targets, some_done)
def test_all_toes_are_full_only_when_every_session_was_done(
    targets: dict[str, int], done: dict[str, int]
) -> None:
    wanted = {slug: target for slug, target in targets.items() if target}
    complete = bool(wanted) and all(done.get(slug, 0) >= n for slug, n in wanted.items())

    assert all(toe.fill == FULL for toe in draw(targets, done, ALL)) is complete


def test_the_exercise_that_one_is_doing_has_its_toe_outlined_instead_of_the_next() -> None:
    assert [toe.number for toe in draw(TEN_TOES, {}, ALL) if toe.next] == [3]
    assert [toe.number for toe in draw(TEN_TOES, {}, ALL, doing="walking") if toe.next] == [9]
    done = {"walking": 2}
    assert [toe.number for toe in draw(TEN_TOES, done, ALL, doing="walking") if toe.next] == []


def test_two_exercises_of_one_hue_have_toes_of_their_own() -> None:
    toes = draw({"presses": 1, "walking": 1}, {"presses": 1}, ALL, fresh={"presses"})

    assert [(toe.hue, toe.mark) for toe in toes[4:6]] == [("teal", "presses"), ("teal", "walking")]
    assert [toe.fill for toe in toes] == [4] * 5 + [0] * 5
    assert [toe.number for toe in toes if toe.fresh] == [5]
    assert [toe.number for toe in toes if toe.next] == [6]


def test_of_more_exercises_than_toes_all_have_their_turn() -> None:
    once = {f"exercise-{number}": 1 for number in range(12)}
    done: dict[str, int] = {}
    while slug := next_up(once, done):
        assert len(draw(once, done, dict.fromkeys(once, Toe(0, "teal", "wave")))) == TOES
        done[slug] = 1

    assert done == once
