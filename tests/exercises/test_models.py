"""A dose that makes no sense is refused with a sentence; a changed one changes all that is read."""

from copy import deepcopy
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from exercises.leaflet import exercise_page
from exercises.models import DOSE_FIELDS, Exercise, Source
from tests.make import ALL_SLUGS

pytestmark = pytest.mark.django_db

AT_LEAST_ONE = "There is at least one: write 1 or more."
NOT_NEGATIVE = "No time is shorter than none: write 0 or more seconds."
A_BREAK = "Write more than 0 seconds: there must be time to hear what comes next."
SHORT = "“%s”: write %s or more. To hear or read its words takes that long."
TELLS_APART = "The words of this exercise tell two of them apart: write 2."


def changed(slug="toe-presses", **fields):
    exercise = Exercise.objects.get(slug=slug)
    for name, value in fields.items():
        setattr(exercise, name, value)
    return exercise


def refusal(exercise):
    with pytest.raises(ValidationError) as refused:
        exercise.full_clean()
    return refused.value.message_dict


def without(kind):
    script = deepcopy(Exercise.objects.get(slug="toe-presses").script)
    del script[kind]
    return script


@pytest.mark.parametrize("field", ["repetitions", "bouts", "sides", "directions"])
@pytest.mark.parametrize("number", [0, -1])
def test_there_is_at_least_one_of_everything_that_is_counted(field, number):
    assert refusal(changed(**{field: number})) == {field: [AT_LEAST_ONE]}


@pytest.mark.parametrize(
    ("field", "most"), [("repetitions", 100), ("bouts", 20), ("sides", 2), ("directions", 2)]
)
@pytest.mark.parametrize("number", ["one more", 10**6, 10**30])
def test_too_many_are_refused_before_anything_is_worked_out(field, most, number):
    number = most + 1 if number == "one more" else number
    told = f"That is too many: write {most} or fewer."
    assert refusal(changed(**{field: number})) == {field: [told]}


def test_the_most_repetitions_are_allowed():
    changed(repetitions=100).full_clean()


@pytest.mark.parametrize("field", [name for name in DOSE_FIELDS if name.endswith("_seconds")])
def test_no_time_is_negative(field):
    assert refusal(changed(**{field: Decimal("-0.1")})) == {field: [NOT_NEGATIVE]}


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (Decimal(1000), "Ensure that there are no more than 3 digits before the decimal point."),
        (Decimal("0.05"), "Ensure that there are no more than 1 decimal place."),
        ("long", "“long” value must be a decimal number."),
        (float("nan"), "“nan” value must be a decimal number."),
    ],
)
def test_seconds_are_below_a_thousand_and_written_to_a_tenth(seconds, told):
    assert refusal(changed(hold_seconds=seconds)) == {"hold_seconds": [told]}


def test_several_slips_are_told_at_once_each_at_its_field():
    exercise = changed(repetitions=0, hold_seconds=-1)
    assert refusal(exercise) == {"repetitions": [AT_LEAST_ONE], "hold_seconds": [NOT_NEGATIVE]}


def test_a_repetition_without_any_work_is_refused():
    exercise = changed(move_seconds=0, hold_seconds=0, return_seconds=0)
    told = "A repetition would take no time: give it seconds to move or to hold."
    assert refusal(exercise) == {"__all__": [told]}


@pytest.mark.parametrize("field", ["move_seconds", "hold_seconds", "return_seconds"])
def test_a_tenth_of_any_work_is_enough(field):
    nothing = {"move_seconds": 0, "hold_seconds": 0, "return_seconds": 0}
    changed(**nothing | {field: Decimal("0.1")}).full_clean()


HOUR = {"bouts": 20, "hold_seconds": 150, "rest_seconds": 30, "ready_seconds": 30}


def test_an_hour_is_not_too_long():
    exercise = changed("toe-walking", **HOUR)
    assert exercise.dose.seconds == 3600
    exercise.full_clean()


@pytest.mark.parametrize("more", [Decimal("0.1"), 1])
def test_more_than_an_hour_is_too_long(more):
    exercise = changed("toe-walking", **HOUR | {"ready_seconds": 30 + more})
    told = "A session would take 61 minutes. Keep it within 60."
    assert refusal(exercise) == {"__all__": [told]}


def test_the_longest_dose_that_its_fields_allow_is_refused_at_once():
    times = {name: Decimal("999.9") for name in DOSE_FIELDS if name.endswith("_seconds")}
    exercise = changed("ankle-circles", **times, repetitions=100, bouts=20)
    (told,) = refusal(exercise)["__all__"]
    assert told == "A session would take 534614 minutes. Keep it within 60."


def test_a_thousand_steps_are_not_too_many():
    exercise = changed("toe-walking", bouts=20, repetitions=49, hold_seconds=1)
    assert len(exercise.dose.beats) == 1000
    exercise.full_clean()


def test_more_than_a_thousand_steps_are_too_many_within_an_hour_too():
    exercise = changed("toe-walking", bouts=11, repetitions=90, hold_seconds=Decimal("0.1"))
    told = "A session would have 1001 steps. Keep it within 1000."
    assert exercise.minutes < 60
    assert refusal(exercise) == {"__all__": [told]}


@pytest.mark.parametrize(
    ("other", "slip"),
    [
        ({"name": ""}, {"name": ["This field cannot be blank."]}),
        (
            {"script": ["Hold"]},
            {"script": ["Write the cues in curly brackets, one for each kind."]},
        ),
    ],
)
def test_a_slip_elsewhere_does_not_hide_what_is_wrong_with_the_dose(other, slip):
    told = "A session would take 134 minutes. Keep it within 60."
    exercise = changed("toe-walking", bouts=20, hold_seconds=386, **other)
    assert refusal(exercise) == {"__all__": [told], **slip}


def test_two_sides_need_time_to_change():
    exercise = changed("resisted-plantar-flexion", change_seconds=0)
    assert refusal(exercise) == {"change_seconds": [A_BREAK]}


@pytest.mark.parametrize("slug", ["ankle-circles", "toe-walking"])
def test_two_directions_or_bouts_need_a_rest_between_them(slug):
    assert refusal(changed(slug, rest_seconds=0)) == {"rest_seconds": [A_BREAK]}


def test_one_bout_needs_no_rest():
    changed("toe-walking", bouts=1, rest_seconds=0).full_clean()


@pytest.mark.parametrize(
    ("slug", "field"),
    [
        ("resisted-plantar-flexion", "sides"),
        ("ankle-circles", "sides"),
        ("ankle-circles", "directions"),
    ],
)
def test_one_of_a_pair_is_refused_where_the_words_tell_the_two_apart(slug, field):
    assert refusal(changed(slug, **{field: 1})) == {field: [TELLS_APART]}


@pytest.mark.parametrize("kind", ["position", "ready", "move", "hold", "back", "pause", "done"])
def test_a_script_without_a_kind_that_the_dose_needs_is_refused(kind):
    told = f"The script has no words for these kinds of cue: {kind}."
    assert refusal(changed(script=without(kind))) == {"__all__": [told]}


def test_a_kind_that_takes_no_time_needs_no_words():
    changed(script=without("pause"), pause_seconds=0).full_clean()


def test_a_dose_that_needs_other_kinds_is_refused():
    told = "The script has no words for these kinds of cue: rest, change."
    exercise = changed(sides=2, change_seconds=5, bouts=2, rest_seconds=5)
    assert refusal(exercise) == {"__all__": [told]}


@pytest.mark.parametrize(
    ("slug", "field", "seconds", "told"),
    [
        ("toe-presses", "ready_seconds", 3, SHORT % ("Get ready", "7.2")),
        ("ankle-circles", "rest_seconds", 2, SHORT % ("Turn round", "3.6")),
        ("ankle-circles", "change_seconds", 8, SHORT % ("Other leg", "9.2")),
        ("toe-walking", "rest_seconds", 2, SHORT % ("Rest", "2.8")),
    ],
)
def test_a_cue_that_waits_for_a_person_lasts_as_long_as_its_words(slug, field, seconds, told):
    assert refusal(changed(slug, **{field: seconds})) == {field: [told]}


def test_a_person_s_own_dose_is_not_refused_for_it():
    """Whoever chose it before there was the rule keeps it: the player waits for the words."""
    exercise = Exercise.objects.get(slug="ankle-circles")
    exercise.do_instead(rest_seconds=1)

    exercise.clean()


def test_it_needs_to_last_no_longer_than_they_do():
    changed(ready_seconds=Decimal("7.2")).full_clean()
    assert list(refusal(changed(ready_seconds=Decimal("7.1")))) == ["ready_seconds"]


@pytest.mark.parametrize("text", ["tell", "say"])
def test_what_is_read_and_what_is_heard_both_need_their_time(text):
    script = deepcopy(Exercise.objects.get(slug="toe-presses").script)
    script["ready"][text] = "word " * 40
    (told,) = refusal(changed(script=script))["ready_seconds"]
    assert told.startswith("“Get ready”: write 16" if text == "say" else "“Get ready”: write 16.8")


def test_a_movement_may_be_shorter_than_what_is_read_about_it():
    changed(move_seconds=Decimal("0.1"), return_seconds=Decimal("0.1")).full_clean()


def test_a_script_in_another_form_is_told_at_the_script():
    told = "Write the cues in curly brackets, one for each kind."
    assert refusal(changed(script=["Hold"])) == {"script": [told]}


def test_a_person_s_own_figures_change_all_that_is_read_without_being_saved():
    own = changed("resisted-plantar-flexion", repetitions=12, hold_seconds=4)
    page = exercise_page(own, {})
    assert own.dose_sentence.startswith("12 presses with each foot")
    assert own.dose_sentence.endswith("holding each for 4 seconds.")
    assert page.facts[0].figure == "12"
    assert page.how.sections[1].statements[-1].text.startswith("Do 12 presses.")
    assert [part.repetitions for part in own.parts if part.repeats] == [12, 12]
    assert [cue.length for cue in own.parts[1].once] == ["2", "4", "3", "1"]
    assert own.timeline()[-2].count == "Press 12 of 12"
    assert own.dose.seconds == 10 + 2 * 12 * (2 + 4 + 3 + 1) + 20
    assert own.minutes == 5
    assert Exercise.objects.get(slug=own.slug).repetitions == 15


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_an_exercise_that_isn_t_saved_has_the_same_timeline(slug):
    saved = Exercise.objects.get(slug=slug)
    fields = {field.attname: getattr(saved, field.attname) for field in Exercise._meta.fields}
    assert Exercise(**fields | {"id": None}).timeline() == saved.timeline()


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("publisher", "Say who published it."),
        ("dated", "Write its date, or “no date”."),
        ("address", "Write its address."),
    ],
)
def test_a_source_that_nobody_could_look_up_is_refused(field, told):
    source = Source.objects.get(key="aafp-2006")
    setattr(source, field, "")
    assert refusal(source) == {field: [told]}
