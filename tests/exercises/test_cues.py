"""The cues of the fixture: time for their words, and enough for whoever only hears them."""

import re
from itertools import pairwise

import pytest

from exercises.models import Exercise
from exercises.safety import STOP_RULE
from exercises.scripts import WAITING
from exercises.timeline import WORDS_A_SECOND
from tests.make import SLUGS

pytestmark = pytest.mark.django_db


def cues():
    """All cues of the four sessions, each with the one after it."""
    for exercise in Exercise.objects.all():
        yield from pairwise(exercise.timeline(moving_over=30))


def four():
    return Exercise.objects.filter(slug__in=SLUGS)


def test_what_is_said_can_be_said_in_its_time_or_runs_over_a_number():
    late = [
        (cue.say, cue.seconds)
        for cue, after in cues()
        if len(cue.say.split()) > cue.seconds * WORDS_A_SECOND
        and not (after.say == "" or after.say.isdigit())
    ]
    assert late == []


def test_whoever_gets_ready_turns_or_rests_has_the_time_that_the_words_take():
    waiting = [cue for cue, _after in cues() if cue.kind in {"position", *WAITING}]
    assert {cue.kind for cue in waiting} == {"position", *WAITING}
    assert [cue for cue in waiting if cue.seconds < cue.seconds_of_words] == []


def test_a_session_that_opens_with_the_rule_to_stop_has_time_for_it_and_for_its_own_words():
    openings = [
        exercise.timeline(moving_over=over)[0]
        for exercise in Exercise.objects.all()
        for over in (0, 30)
    ]
    late = [
        cue.say
        for cue in openings
        if len(f"{STOP_RULE} {cue.say}".split()) > cue.seconds * WORDS_A_SECOND
    ]
    assert late == []


def test_whoever_hears_only_the_voice_is_told_how_to_be_before_the_first_move():
    said = {exercise.slug: exercise.timeline()[0].say for exercise in four()}

    assert said["resisted-plantar-flexion"].startswith("Band taut, right foot. Turn your face")
    assert said["ankle-circles"].startswith("On your back, raise your right leg")
    assert said["toe-presses"].startswith("Stand, knees slightly bent.")
    assert said["toe-walking"].startswith("In flat shoes, one hand on the wall or worktop.")


def test_nobody_turns_on_tiptoe():
    walking = Exercise.objects.get(slug="toe-walking")
    assert walking.timeline()[0].say.endswith("Heels down to turn.")
    assert walking.timeline()[0].tell.endswith("To turn, lower your heels.")
    assert "To turn round, lower them first." in " ".join(step["text"] for step in walking.steps)


def test_whoever_holds_hears_that_breathing_goes_on():
    held = [cue.say for cue, after in cues() if cue.kind == "hold" and after.kind == "back"]
    assert set(held) == {"Hold, and breathe"}


def test_only_where_the_band_is_put_round_the_other_foot_it_waits():
    waiting = {
        (exercise.slug, cue.kind) for exercise in four() for cue in exercise.timeline() if cue.waits
    }

    assert waiting == {("resisted-plantar-flexion", "change")}


def test_circles_are_counted_by_their_number_and_everything_else_by_seconds():
    numbers = {exercise.slug: [cue.number for cue in exercise.timeline()] for exercise in four()}

    assert numbers.pop("ankle-circles")[:12] == ["", *map(str, range(1, 11)), ""]
    assert {number for each in numbers.values() for number in each} == {""}


def test_whatever_takes_more_than_two_seconds_is_said():
    assert {cue.kind for cue, _after in cues() if not cue.say and cue.seconds > 2} == set()


def test_what_a_session_shows_and_says_begins_with_a_capital():
    ends = [exercise.timeline()[-1] for exercise in Exercise.objects.all()]
    texts = {text for cue in (*ends, *(cue for cue, _ in cues())) for text in said_and_shown(cue)}
    sentences = {sentence for text in texts for sentence in re.split(r"[.?!] ", text)}
    assert [one for one in sentences if one and not re.match(r"[A-Z0-9]", one)] == []
    assert [one for one in sentences if "  " in one or "{" in one] == []


def said_and_shown(cue):
    return cue.show, cue.tell, cue.say, cue.count
