"""The drawings: one for each exercise, well-formed, repeatable, with every pose that is asked."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string

from exercises.doses import fill
from exercises.models import STATEMENT_FIELDS, Exercise
from tests.make import ALL_SLUGS, SLUGS

SVG = "{http://www.w3.org/2000/svg}"
STYLES = Path("static/css/figures.css").read_text()
REVIEW = Path("docs/content-review.md").read_text(encoding="utf-8")
MOST_BYTES = 8500

pytestmark = pytest.mark.django_db


def drawing(slug, **context):
    return render_to_string(f"figures/{slug}.svg", context)


def parsed(slug):
    return ElementTree.fromstring(drawing(slug))  # noqa: S314 - our own file, not anybody's


def ids_of(svg):
    return re.findall(r'\bid="([^"]*)"', svg)


def references_of(svg):
    named = re.findall(r'aria-(?:labelledby|describedby)="([^"]*)"', svg)
    return named + re.findall(r"#([a-z-]*-[a-z]+)", svg)


def poses_of(exercise):
    return {cue.pose for cue in exercise.timeline()}


def test_each_exercise_has_a_drawing():
    for exercise in Exercise.objects.all():
        assert drawing(exercise.slug).startswith('<svg class="fg ')


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_a_drawing_is_well_formed_and_small_and_brings_no_style_or_script(slug):
    svg = drawing(slug)
    tags = {element.tag.removeprefix(SVG) for element in parsed(slug).iter()}
    assert tags.isdisjoint({"style", "script"})
    assert " style=" not in svg
    assert len(svg.encode()) <= MOST_BYTES


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_a_drawing_says_what_it_shows_in_words_that_can_be_translated(slug):
    root = parsed(slug)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == description.get("id")
    assert description.text.startswith("Side view. A person ")
    source = Path(f"templates/figures/{slug}.svg").read_text()
    assert f'{{% translate "{title.text}" %}}</title>' in source
    assert f"{{% blocktranslate trimmed %}}{description.text}{{% endblocktranslate %}}" in source


def test_ids_are_unique_with_all_drawings_on_a_page_and_one_of_them_twice():
    drawings = [*map(drawing, ALL_SLUGS), *(drawing(slug, id="again-") for slug in ALL_SLUGS)]
    ids = [found for svg in drawings for found in ids_of(svg)]
    assert len(ids) == len(set(ids))
    for svg in drawings:
        assert set(references_of(svg)) <= set(ids_of(svg))


@pytest.mark.parametrize("slug", ALL_SLUGS)
def test_a_drawing_sets_no_pose_itself_so_that_it_moves_without_script(slug):
    assert "data-pose" not in drawing(slug)


def test_every_pose_that_a_session_names_is_styled_and_no_other():
    named = set().union(*map(poses_of, Exercise.objects.all()))
    assert set(re.findall(r"\[data-pose=(\w+)\]", STYLES)) == named


def words_of(exercise):
    """All that is written about it, told and spoken in its session, and written in its drawing."""
    figures = exercise.dose.words()
    for said in (said for name in STATEMENT_FIELDS for said in getattr(exercise, name)):
        yield fill(said["text"], figures)
    for cue in exercise.timeline(moving_over=30):
        yield from (cue.show, cue.tell, cue.say)
    yield drawing(exercise.slug)


@pytest.mark.parametrize("slug", SLUGS)
def test_what_the_review_sets_beside_a_drawing_is_what_its_exercise_says(slug):
    exercise = Exercise.objects.get(slug=slug)
    beside = REVIEW.partition("## Drawing beside sentence")[2]
    rows = beside.partition(f"### {exercise.name}\n")[2].partition("\n#")[0]
    quoted = re.findall("“([^”]+)”", rows)
    said = list(words_of(exercise))

    assert len(quoted) > 10
    assert [quote for quote in quoted if not any(quote in words for words in said)] == []


def test_every_class_of_a_drawing_is_styled():
    for exercise in Exercise.objects.all():
        root = ElementTree.fromstring(drawing(exercise.slug))  # noqa: S314 - our own file
        classes = {name for element in root.iter() for name in element.get("class", "").split()}
        assert [name for name in classes if not re.search(rf"\.{name}\b", STYLES)] == []
