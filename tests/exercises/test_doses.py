"""How long a session takes, and how its figures are written."""

from dataclasses import replace

import pytest

from exercises.doses import NAMES, Dose

ONE_REPETITION = Dose(
    repetitions=1,
    move=2,
    hold=5,
    back=3,
    pause=1,
    sides=1,
    directions=1,
    bouts=1,
    rest=15,
    change=20,
    ready=0,
)
FLEXION = replace(ONE_REPETITION, repetitions=15, sides=2, ready=5)
CIRCLES = Dose(
    repetitions=10,
    move=2.5,
    hold=0,
    back=0,
    pause=0,
    sides=2,
    directions=2,
    bouts=1,
    rest=2,
    change=8,
    ready=8,
)
PRESSES = replace(ONE_REPETITION, repetitions=10, move=1, hold=4, back=1, pause=2, ready=5)
WALKING = replace(ONE_REPETITION, move=0, hold=20, back=0, pause=0, bouts=5, ready=5)


@pytest.mark.parametrize(
    ("dose", "seconds", "minutes"),
    [
        pytest.param(FLEXION, 5 + 2 * 15 * 11 + 20, 6, id="resisted plantar flexion"),
        pytest.param(CIRCLES, 8 + 2 * (25 + 2 + 25) + 8, 2, id="ankle circles"),
        pytest.param(PRESSES, 5 + 10 * 8, 2, id="toe presses"),
        pytest.param(WALKING, 5 + 5 * 20 + 4 * 15, 3, id="toe walking"),
    ],
)
def test_the_article_s_doses_take_as_long_as_worked_out_by_hand(dose, seconds, minutes):
    assert dose.seconds == seconds
    assert dose.minutes == minutes


def test_one_repetition_takes_its_four_phases_and_no_rest():
    assert ONE_REPETITION.seconds == 2 + 5 + 3 + 1


def test_the_rest_stands_between_bouts_and_not_after_the_last():
    assert replace(ONE_REPETITION, bouts=2).seconds == 11 + 15 + 11


def test_the_rest_stands_between_directions_too():
    assert replace(ONE_REPETITION, directions=2).seconds == 11 + 15 + 11


def test_changing_sides_counts_once_and_only_with_two_sides():
    assert replace(ONE_REPETITION, sides=2).seconds == 11 + 20 + 11


@pytest.mark.parametrize(("hold", "minutes"), [(59.9, 1), (60, 1), (60.1, 2)])
def test_minutes_are_rounded_up_from_the_first_tenth_over(hold, minutes):
    dose = replace(ONE_REPETITION, move=0, hold=hold, back=0, pause=0)
    assert dose.minutes == minutes


def test_tenths_that_add_up_to_a_minute_make_one_minute():
    dose = replace(ONE_REPETITION, repetitions=200, move=0.1, hold=0.2, back=0, pause=0)
    assert dose.minutes == 1


def test_words_drop_a_needless_tenth_and_keep_a_needed_one():
    words = replace(FLEXION, hold=5.0, back=2.5).words()
    assert words["hold"] == "5"
    assert words["back"] == "2.5"
    assert words["repetitions"] == "15"
    assert words["minutes"] == "6"
    assert set(words) == set(NAMES)
