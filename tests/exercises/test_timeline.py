"""The timeline of each exercise, cue by cue; and what is true of the timeline of any dose."""

import re
from itertools import groupby, product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exercises.doses import REPEATED, Dose
from exercises.models import Exercise
from exercises.timeline import KINDS, Line, Script, cues, parts
from tests.make import SLUGS

BACK_AND_FORTH = [("move", 2), ("hold", 5), ("back", 3), ("pause", 1)]
PRESS = [("move", 1), ("hold", 4), ("back", 1), ("pause", 2)]
CIRCLE = [("move", 2.5)]

TENTHS = some.integers(0, 99).map(lambda tenths: tenths / 10)
NEVER_NONE = some.integers(1, 99).map(lambda tenths: tenths / 10)
DOSES = some.builds(
    Dose,
    repetitions=some.integers(1, 6),
    move=NEVER_NONE,
    hold=TENTHS,
    back=TENTHS,
    pause=TENTHS,
    sides=some.integers(1, 2),
    directions=some.integers(1, 2),
    bouts=some.integers(1, 4),
    rest=TENTHS,
    change=TENTHS,
    ready=TENTHS,
)
NAMES = {name: name for name in ("right", "left", "cw", "ccw", "out", "in")}
SCRIPT = Script({kind: Line(kind) for kind in KINDS})


def timeline_of(slug, *, moving_over=0, **changes):
    exercise = Exercise.objects.get(slug=slug)
    for field, figure in changes.items():
        setattr(exercise, field, figure)
    return exercise.timeline(moving_over=moving_over)


def plain(cues):
    return [(cue.kind, cue.seconds, cue.side, cue.direction) for cue in cues]


def times(number, phases, side="", direction=""):
    return [(kind, seconds, side, direction) for kind, seconds in phases] * number


def any_timeline(dose):
    return cues(dose, SCRIPT, NAMES)


@pytest.mark.django_db
def test_resisted_plantar_flexion_is_fifteen_presses_with_the_right_foot_and_then_the_left():
    found = timeline_of("resisted-plantar-flexion")

    assert plain(found) == [
        ("ready", 10, "right", ""),
        *times(15, BACK_AND_FORTH, "right"),
        ("change", 20, "left", ""),
        *times(15, BACK_AND_FORTH, "left"),
        ("done", 0, "left", ""),
    ]
    assert sum(cue.seconds for cue in found) == 360
    assert [cue.pose for cue in found[:6]] == ["rest", "press", "hold", "rest", "rest", "press"]


@pytest.mark.django_db
def test_ankle_circles_are_ten_each_way_with_the_right_leg_and_then_the_left():
    found = timeline_of("ankle-circles")

    assert plain(found) == [
        ("ready", 15, "right", "cw"),
        *times(10, CIRCLE, "right", "cw"),
        ("turn", 4, "right", "ccw"),
        *times(10, CIRCLE, "right", "ccw"),
        ("change", 10, "left", "cw"),
        *times(10, CIRCLE, "left", "cw"),
        ("turn", 4, "left", "ccw"),
        *times(10, CIRCLE, "left", "ccw"),
        ("done", 0, "left", "ccw"),
    ]
    assert sum(cue.seconds for cue in found) == 133
    assert {cue.pose for cue in found if cue.kind == "move"} == {"circle"}
    assert {cue.pose for cue in found if cue.kind != "move"} == {"rest"}


@pytest.mark.django_db
def test_toe_presses_are_ten_with_both_feet_at_once():
    found = timeline_of("toe-presses")

    assert plain(found) == [("ready", 10, "", ""), *times(10, PRESS), ("done", 0, "", "")]
    assert sum(cue.seconds for cue in found) == 90
    assert [cue.pose for cue in found[:6]] == ["rest", "press", "hold", "rest", "rest", "press"]


@pytest.mark.django_db
def test_toe_walking_is_five_walks_with_four_rests_between_them():
    found = timeline_of("toe-walking")

    assert plain(found) == [
        ("ready", 10, "", ""),
        *times(4, [("hold", 20), ("rest", 15)]),
        ("hold", 20, "", ""),
        ("done", 0, "", ""),
    ]
    assert sum(cue.seconds for cue in found) == 170
    assert [cue.pose for cue in found[:4]] == ["rest", "walk", "rest", "walk"]


@pytest.mark.django_db
def test_words_name_the_repetition_the_bout_and_the_side():
    press = timeline_of("resisted-plantar-flexion")[-5]
    assert (press.count, press.where) == ("Press 15 of 15", "left foot")
    assert (press.show, press.say) == ("Press", "Press 15")
    walk = timeline_of("toe-walking")[3]
    assert walk.count == "Walk 2 of 5"
    assert walk.say.endswith("Walk 2 of 5.")
    assert walk.where == ""


@pytest.mark.django_db
def test_clockwise_begins_outwards_on_the_right_foot_and_inwards_on_the_left():
    found = [cue for cue in timeline_of("ankle-circles") if cue.kind in ("ready", "turn", "change")]

    said = [re.search(r"(\w*clockwise): up, (\w+), down", cue.say).groups() for cue in found]
    assert said == [
        ("clockwise", "out"),
        ("anticlockwise", "in"),
        ("clockwise", "in"),
        ("anticlockwise", "out"),
    ]
    assert [cue.side for cue in found] == ["right", "right", "left", "left"]


@pytest.mark.django_db
def test_moving_over_puts_the_change_of_position_first_and_changes_nothing_else():
    alone = timeline_of("ankle-circles")
    position, *others = timeline_of("ankle-circles", moving_over=30)

    assert others == list(alone)
    assert (position.kind, position.seconds) == ("position", 30)
    assert (position.side, position.direction) == ("right", "cw")
    assert position.say.startswith("Next: ankle circles.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "kind", "done"),
    [
        ("resisted-plantar-flexion", "ready", [0]),
        ("resisted-plantar-flexion", "move", [*range(15), *range(15)]),
        ("resisted-plantar-flexion", "pause", [*range(15), *range(15)]),
        ("resisted-plantar-flexion", "change", [15]),
        ("resisted-plantar-flexion", "done", [15]),
        ("ankle-circles", "move", [*range(10)] * 4),
        ("ankle-circles", "turn", [10, 10]),
        ("toe-walking", "ready", [0]),
        ("toe-walking", "hold", [0, 1, 2, 3, 4]),
        ("toe-walking", "rest", [1, 2, 3, 4]),
        ("toe-walking", "done", [5]),
    ],
)
def test_the_pips_filled_are_the_repetitions_behind_one_or_the_bouts(slug, kind, done):
    found = [cue for cue in timeline_of(slug) if cue.kind == kind]

    assert [cue.pips_done for cue in found] == done


@pytest.mark.django_db
def test_there_is_a_pip_for_each_repetition_or_else_for_each_bout():
    assert {cue.pips for cue in timeline_of("toe-presses", moving_over=30)} == {10}
    assert {cue.pips for cue in timeline_of("toe-walking", moving_over=30)} == {5}
    assert {cue.pips for cue in timeline_of("toe-walking", bouts=1)} == {1}


@pytest.mark.django_db
def test_a_pause_is_natural_anywhere_but_in_the_work():
    found = [cue for slug in SLUGS for cue in timeline_of(slug, moving_over=30)]

    assert {cue.kind for cue in found} == set(KINDS)
    assert {cue.kind for cue in found if not cue.pause_is_natural} == {"move", "hold", "back"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("slug", "read"),
    [
        (
            "resisted-plantar-flexion",
            [("ready",), ("right foot", 1, 15), ("change",), ("left foot", 1, 15)],
        ),
        (
            "ankle-circles",
            [
                ("ready",),
                ("right leg, clockwise", 1, 10),
                ("turn",),
                ("right leg, anticlockwise", 1, 10),
                ("change",),
                ("left leg, clockwise", 1, 10),
                ("turn",),
                ("left leg, anticlockwise", 1, 10),
            ],
        ),
        ("toe-presses", [("ready",), ("", 1, 10)]),
        ("toe-walking", [("ready",), ("", 5, 1)]),
    ],
)
def test_the_parts_are_each_side_and_way_once_with_what_stands_between(slug, read):
    found = Exercise.objects.get(slug=slug).parts

    assert [
        (part.where, part.bouts, part.repetitions) if part.repeats else (part.cues[0].kind,)
        for part in found
    ] == read


@pytest.mark.django_db
def test_a_part_tells_what_is_repeated_and_the_rest_between_its_bouts():
    _ready, press = Exercise.objects.get(slug="toe-presses").parts
    assert [(cue.kind, cue.length) for cue in press.once] == [
        ("move", "1"),
        ("hold", "4"),
        ("back", "1"),
        ("pause", "2"),
    ]
    assert press.rest is None
    _ready, walk = Exercise.objects.get(slug="toe-walking").parts
    assert [(cue.kind, cue.length) for cue in walk.once] == [("hold", "20")]
    assert walk.rest.length == "15"


def test_lengths_are_written_without_a_needless_tenth():
    dose = Dose(1, 2.5, 20.0, 0, 0, 1, 1, 1, 0, 0, 0)
    assert [cue.length for cue in any_timeline(dose)] == ["2.5", "20", "0"]


def test_a_kind_that_the_script_has_no_words_for_is_an_error():
    dose = Dose(1, 2, 0, 0, 0, 1, 1, 1, 0, 0, 0)
    with pytest.raises(KeyError, match="move"):
        cues(dose, Script({"done": Line("Well done")}), NAMES)


@given(DOSES)
def test_the_cues_of_any_dose_take_as_long_as_the_dose_says(dose):
    tenths = sum(round(cue.seconds * 10) for cue in any_timeline(dose))

    assert dose.seconds == tenths / 10
    assert dose.minutes == -(-tenths // 600)


@given(DOSES)
def test_any_dose_has_every_repetition_once_per_side_direction_and_bout(dose):
    sides = ["right", "left"][: dose.sides] if dose.sides > 1 else [""]
    ways = ["cw", "ccw"][: dose.directions] if dose.directions > 1 else [""]
    bouts, repetitions = range(1, dose.bouts + 1), range(1, dose.repetitions + 1)
    every = list(product(sides, ways, bouts, repetitions))

    for kind in REPEATED:
        found = [
            (cue.side, cue.direction, cue.bout, cue.repetition)
            for cue in any_timeline(dose)
            if cue.kind == kind
        ]
        assert found == (every if getattr(dose, kind) else [])


@given(DOSES)
def test_only_the_end_of_any_session_takes_no_time(dose):
    *others, end = any_timeline(dose)

    assert all(cue.seconds > 0 for cue in others)
    assert (end.kind, end.seconds) == ("done", 0)
    assert all(cue.kind != "done" for cue in others)


@given(DOSES)
def test_the_sides_of_any_session_never_interleave(dose):
    sides = [side for side, _ in groupby(any_timeline(dose), lambda cue: cue.side)]

    assert sides == (["right", "left"] if dose.sides > 1 else [""])


@given(DOSES)
def test_the_parts_of_any_session_are_its_cues_in_their_order(dose):
    whole = any_timeline(dose)

    assert tuple(cue for part in parts(whole) for cue in part.cues) == whole


@given(DOSES)
def test_the_pips_of_any_session_never_run_over(dose):
    assert all(0 <= cue.pips_done <= cue.pips for cue in any_timeline(dose))
