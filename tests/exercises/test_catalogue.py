"""The fixture: complete, sourced, loadable again and again, and promising nothing."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import call_command
from django.forms.models import model_to_dict

from exercises.advice import ADVICE
from exercises.evidence import EVIDENCE
from exercises.models import STATEMENT_FIELDS, Exercise, Source
from exercises.safety import ASK_FIRST, CARDS, PAIN_RULE, STOP_IF
from tests.make import SLUGS

FIXTURE = Path("exercises/fixtures/exercises.json")
WORDS_A_SECOND = 2.5  # of a voice that takes its time
FASTEST = 3 / 4  # of the seconds
PROMISES = r"\b(cures?|heals?|relieves?|relief|guarantee\w*|pain-free|80 ?%|80 per cent|8 in 10)"

pytestmark = pytest.mark.django_db


def rows():
    return [model_to_dict(row) for model in (Source, Exercise) for row in model.objects.all()]


def statements_of(exercise):
    return [said for name in STATEMENT_FIELDS for said in getattr(exercise, name)]


def cues():
    """All cues of the four sessions, each with the one after it."""
    for exercise in Exercise.objects.all():
        yield from pairwise(exercise.timeline(moving_over=30))


def leaflet_statements():
    sections = (*ADVICE, *EVIDENCE, *CARDS)
    shared = [said for section in sections for said in section.statements]
    return [*shared, *ASK_FIRST, *STOP_IF, *PAIN_RULE]


def test_the_four_exercises_stand_in_the_article_s_order_and_make_ten_a_day():
    found = Exercise.objects.values_list("slug", "place", "routine", "per_day")
    assert list(found) == [
        ("resisted-plantar-flexion", 1, "flexion", 2),
        ("ankle-circles", 2, "circles", 3),
        ("toe-presses", 3, "presses", 3),
        ("toe-walking", 4, "walking", 2),
    ]


def test_loading_again_changes_no_row():
    before = rows()
    call_command("loaddata", "exercises", verbosity=0)
    assert rows() == before


def test_loading_again_brings_back_what_was_changed():
    before = rows()
    Exercise.objects.filter(slug="toe-presses").update(name="Toe wiggles", per_day=9)
    call_command("loaddata", "exercises", verbosity=0)
    assert rows() == before


def test_two_exercises_may_swap_their_places():
    before = rows()
    Exercise.objects.filter(slug="ankle-circles").update(place=3)
    Exercise.objects.filter(slug="toe-presses").update(place=2)
    call_command("loaddata", "exercises", verbosity=0)
    assert rows() == before


def test_the_fixture_names_no_primary_keys():
    assert all("pk" not in row for row in json.loads(FIXTURE.read_text(encoding="utf-8")))


@pytest.mark.parametrize("slug", SLUGS)
def test_each_exercise_passes_its_own_checks(slug):
    Exercise.objects.get(slug=slug).full_clean()


@pytest.mark.parametrize("slug", SLUGS)
def test_each_exercise_has_something_under_every_heading(slug):
    exercise = Exercise.objects.get(slug=slug)
    assert [name for name in STATEMENT_FIELDS if not getattr(exercise, name)] == []
    assert len(exercise.steps) >= 4
    assert Path(f"templates/figures/{slug}.svg").exists()


@pytest.mark.parametrize("slug", SLUGS)
def test_no_dose_of_a_step_is_written_as_a_bare_number(slug):
    steps = Exercise.objects.get(slug=slug).steps
    assert [said["text"] for said in steps if re.search(r"\d", said["text"])] == []


def test_every_source_passes_its_own_checks():
    for source in Source.objects.all():
        source.full_clean()


def test_every_statement_has_a_source_that_exists_and_every_source_a_statement():
    named = {
        key
        for exercise in Exercise.objects.all()
        for said in statements_of(exercise)
        for key in said["sources"]
    }
    named |= {key for said in leaflet_statements() for key in said.sources}
    assert all(said.sources for said in leaflet_statements())
    assert named == set(Source.objects.values_list("key", flat=True))


def test_nothing_is_promised_and_no_eighty_per_cent_is_claimed():
    texts = [
        said["text"] for exercise in Exercise.objects.all() for said in statements_of(exercise)
    ]
    texts += [str(said.text) for said in leaflet_statements()]
    texts += [str(section.title) for section in (*ADVICE, *EVIDENCE, *CARDS)]
    texts += [str(exercise.script) for exercise in Exercise.objects.all()]
    claim = Source.objects.get(key="article").title  # quoted as the article's own
    texts = [text.replace(claim, "") for text in texts]
    assert [text for text in texts if re.search(PROMISES, text, re.IGNORECASE)] == []
    assert "80" not in " ".join(texts)


def test_sentences_are_short():
    texts = [
        said["text"] for exercise in Exercise.objects.all() for said in statements_of(exercise)
    ]
    texts += [str(said.text) for said in leaflet_statements()]
    sentences = [sentence for text in texts for sentence in re.split(r"[.?!:] ", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []


def test_what_is_said_can_be_said_in_its_time_or_runs_over_a_number():
    late = [
        (cue.say, cue.seconds)
        for cue, after in cues()
        if len(cue.say.split()) > cue.seconds * WORDS_A_SECOND
        and not (after.say == "" or after.say.isdigit())
    ]
    assert late == []


def test_what_to_do_is_said_to_its_end_at_the_fastest_pace_too():
    late = [
        cue.say
        for cue, after in cues()
        if cue.kind in {"position", "ready", "change", "rest"}
        and len(cue.say.split()) > cue.seconds * FASTEST * WORDS_A_SECOND
        and not after.say.isdigit()
    ]
    assert late == []


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


def test_each_card_names_one_action_and_at_most_five_signs():
    for card in CARDS:
        assert card.urgency
        assert str(card.title).endswith("if:")
        assert 1 <= len(card.statements) <= 5


@pytest.mark.parametrize(
    ("per_day", "words"),
    [
        (0, "0 times a day"),
        (1, "once a day"),
        (2, "twice a day"),
        (3, "three times a day"),
        (4, "4 times a day"),
    ],
)
def test_often_says_the_number_of_sessions_as_people_do(per_day, words):
    assert Exercise(per_day=per_day).often == words


def test_the_dose_sentence_follows_the_dose():
    exercise = Exercise.objects.get(slug="resisted-plantar-flexion")
    assert exercise.dose_sentence.startswith("15 presses with each foot")
    exercise.repetitions = 12
    assert exercise.dose_sentence.startswith("12 presses with each foot")
