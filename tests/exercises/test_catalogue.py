"""The fixture: complete, sourced, loadable again and again, and promising nothing."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.forms.models import model_to_dict

from exercises.alarms import CARDS
from exercises.care import NEEDS
from exercises.evidence import KNOWN, LIKELY, NOT_KNOWN, ORIGIN, SURE, UNSURE, WHY_FEET
from exercises.models import STATEMENT_FIELDS, Exercise, Source
from exercises.statements import APART
from tests.make import ALL_SLUGS, SLUGS

FIXTURE = Path("exercises/fixtures/exercises.json")
PROMISES = r"\b(cures?|heals?|relieves?|relief|guarantee\w*|pain-free|80 ?%|80 per cent|8 in 10)"

pytestmark = pytest.mark.django_db


def rows():
    return [model_to_dict(row) for model in (Source, Exercise) for row in model.objects.all()]


def statements_of(exercise):
    return [said for name in STATEMENT_FIELDS for said in getattr(exercise, name)]


def leaflet_sections():
    return [*(section for need in NEEDS for section in need.sections), *KNOWN, WHY_FEET]


def leaflet_statements():
    return [said for section in leaflet_sections() for said in section.all]


def test_the_four_exercises_stand_in_the_article_s_order_and_make_ten_a_day():
    found = Exercise.objects.filter(slug__in=SLUGS).values_list("slug", "place", "per_day")
    assert list(found) == [
        ("resisted-plantar-flexion", 1, 2),
        ("ankle-circles", 2, 3),
        ("toe-presses", 3, 3),
        ("toe-walking", 4, 2),
    ]


def test_the_four_differ_in_hue_and_in_mark():
    found = Exercise.objects.filter(slug__in=SLUGS)
    assert len({exercise.hue for exercise in found}) == len(SLUGS)
    assert len({exercise.mark for exercise in found}) == len(SLUGS)


def test_each_exercise_has_a_hue_of_the_sheet_and_a_mark_of_the_sprite():
    tokens = Path("static/css/tokens.css").read_text()
    sprite = Path("static/img/sprite.svg").read_text()
    for exercise in Exercise.objects.all():
        assert f'[data-hue="{exercise.hue}"]' in tokens
        assert f'id="m-{exercise.mark}"' in sprite


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


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_each_exercise_passes_its_own_checks(slug):
    Exercise.objects.get(slug=slug).full_clean()


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_each_exercise_has_something_under_every_heading(slug):
    exercise = Exercise.objects.get(slug=slug)
    assert [name for name in STATEMENT_FIELDS if not getattr(exercise, name)] == []
    assert len(exercise.steps) >= 4
    assert Path(f"templates/figures/{slug}.svg").exists()


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_no_dose_of_a_step_is_written_as_a_bare_number(slug):
    steps = Exercise.objects.get(slug=slug).steps
    assert [said["text"] for said in steps if re.search(r"\d", said["text"])] == []


def test_every_source_passes_its_own_checks():
    for source in Source.objects.all():
        source.full_clean()


def cited():
    keys = {
        key
        for exercise in Exercise.objects.all()
        for said in statements_of(exercise)
        for key in said["sources"]
    }
    return keys | {key for said in leaflet_statements() for key in said.sources}


def test_every_statement_has_a_source_that_exists_and_every_source_a_statement():
    assert [said.text for said in leaflet_statements() if not said.sources] == []
    assert cited() - set(APART) == set(Source.objects.values_list("key", flat=True))


def test_what_is_no_source_has_no_row_among_the_sources():
    assert not Source.objects.filter(key__in=APART).exists()
    assert set(APART) <= cited()


def test_every_source_is_public_and_none_is_a_copy_on_a_test_site():
    addresses = list(Source.objects.values_list("address", flat=True))
    assert [one for one in addresses if not one.startswith("https://")] == []
    assert [one for one in addresses if re.search("staging|dailymail|blog", one)] == []
    assert [one for one in addresses if re.fullmatch("https://[^/]*/?", one)] == []  # a whole site


def test_every_sign_rests_on_more_than_our_judgement_or_says_so():
    alone = [str(said.text) for card in CARDS for said in card.all if set(said.sources) <= {*APART}]
    assert alone == ["your back, knee or hip is no better after a few weeks"]


def test_nothing_is_promised_and_eighty_per_cent_is_only_the_articles():
    texts = [
        said["text"] for exercise in Exercise.objects.all() for said in statements_of(exercise)
    ]
    signs = [said for card in CARDS for said in card.all]  # of what doesn't heal
    told = [said for said in leaflet_statements() if said not in (*signs, *ORIGIN.statements)]
    texts += [str(said.text) for said in told]
    texts += [str(section.title) for section in leaflet_sections()]
    texts += [str(exercise.script) for exercise in Exercise.objects.all()]
    found = [text for text in texts if re.search(PROMISES, text, re.IGNORECASE)]
    assert len(found) == 1
    assert found[0].startswith("The article says that 80 %")
    assert found[0].endswith("Nobody has counted the world.")


def test_every_finding_says_in_one_of_four_words_how_sure_it_is():
    studies = NEEDS[-1]
    found = [said.title for section in studies.sections for said in section.all]
    assert set(found) - {""} == {SURE, LIKELY, UNSURE, NOT_KNOWN}
    assert found.count("") == len(ORIGIN.statements)


def test_sentences_are_short():
    texts = [
        said["text"] for exercise in Exercise.objects.all() for said in statements_of(exercise)
    ]
    texts += [str(said.text) for said in leaflet_statements()]
    sentences = [sentence for text in texts for sentence in re.split(r"[.?!:] ", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []


def test_each_card_names_one_action_and_at_most_five_signs():
    for card in CARDS:
        assert card.level.word
        assert len(card.statements) <= 5
        assert card.statements or card.own_lines
    assert [card.level.name for card in CARDS] == ["emergency"] * 2 + ["urgent"] * 4 + ["soon"]


def test_where_a_sign_names_a_colour_it_speaks_of_dark_skin_or_of_another_sign():
    red = [str(said.text) for card in CARDS for said in card.all if "red" in str(said.text).split()]
    coloured = [text for text in map(str, (s.text for c in CARDS for s in c.all)) if "blue" in text]
    assert [text for text in red if "darker on brown and black skin" not in text] == []
    assert [text for text in coloured if "go by cold and numb" not in text] == []


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
