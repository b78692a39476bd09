"""The pages as data: figures filled in, citations numbered, sources in that order."""

import pytest

from exercises.care import NEEDS
from exercises.leaflet import care_page, chapter, exercise_page, ten_toes
from exercises.models import Exercise, Source
from exercises.safety import ASK_FIRST, STOP_IF
from exercises.statements import Level, Section, said


def known(*keys):
    return {key: Source(key=key, title=key) for key in keys}


def make_exercise(**fields):
    return Exercise(
        slug="toe-presses",
        repetitions=10,
        hold_seconds=4,
        dose_facts=[{"figure": "{hold} s", "label": "hold each"}],
        **fields,
    )


def one_section(*statements, **more):
    return Section("part", "Part", statements, **more)


def test_sources_are_numbered_in_the_order_in_which_the_chapter_names_them():
    read = chapter([one_section(said("First.", "c"), said("Second.", "a", "c"))], known("a", "c"))
    assert [said.marks for said in read.sections[0].statements] == ["1", "2, 1"]
    assert [source.key for source in read.sources] == ["c", "a"]


def test_a_source_that_is_gone_leaves_no_number_and_no_hole():
    read = chapter([one_section(said("First.", "a", "b"))], known("b"))
    assert read.sections[0].statements[0].marks == "1"
    assert [source.key for source in read.sources] == ["b"]


@pytest.mark.parametrize(
    ("keys", "marks"),
    [
        (["ours"], "our own judgement"),
        (["article"], "article"),
        (["article", "ours"], "article, ours"),
        (["article", "versions"], "article, other versions"),
        (["a", "ours"], "1"),
        (["gone"], ""),
    ],
)
def test_what_is_no_source_is_marked_in_words_and_listed_apart(keys, marks):
    read = chapter([one_section(said("So.", *keys))], known("a"))
    assert read.sections[0].statements[0].marks == marks
    assert bool(read.apart) == bool({"article", "ours"} & set(keys))


def test_a_section_keeps_its_heading_its_level_and_the_lines_of_its_own():
    level = Level("soon", "Not urgent")
    section = one_section(lead=said("Before.", "a"), own_lines=(said("After.", "b"),), level=level)
    read = chapter([section], known("a", "b")).sections[0]
    assert (read.id, read.title, read.level) == ("part", "Part", level)
    assert (read.lead.marks, read.own_lines[0].marks) == ("1", "2")


def test_the_emergency_number_is_the_hosts_or_words_for_everybody(settings):
    section = Section("card", "Call {emergency} if:", (said("Call {emergency}.", "ours"),))
    assert chapter([section], {}).sections[0].title == (
        "Call your local emergency number (112, 999, 911) if:"
    )
    settings.EMERGENCY_NUMBER = "112"
    read = chapter([section], {}).sections[0]
    assert (read.title, read.statements[0].text) == ("Call 112 if:", "Call 112.")


def test_an_exercise_s_page_fills_the_dose_into_titles_sentences_and_figures():
    row = {"title": "Hold for {hold}", "text": "{repetitions} × {hold} seconds.", "sources": ["a"]}
    page = exercise_page(make_exercise(steps=[row]), known("a"))
    steps = page.how.sections[1]
    assert steps.statements[0].text == "10 × 4 seconds."
    assert steps.statements[0].title == "Hold for 4"
    assert [(fact.figure, fact.label) for fact in page.facts] == [("4 s", "hold each")]


def test_an_exercise_s_page_adds_what_is_true_of_every_exercise():
    own = {"text": "your toes hurt", "sources": ["a"]}
    page = exercise_page(make_exercise(ask_first=[own], stop_if=[own]), known("a"))
    asked, always, stopped, _rule = page.safety.sections
    assert [said.text for said in asked.statements] == ["your toes hurt"]
    assert [said.text for said in always.statements] == [said.text for said in ASK_FIRST.statements]
    texts = [said.text for said in stopped.statements]
    assert texts == ["your toes hurt", *(said.text for said in STOP_IF.statements)]


def numbers_of(read):
    marks = {
        mark for section in read.sections for said in section.all for mark in said.marks.split(", ")
    }
    return sorted(int(mark) for mark in marks if mark.isdigit())


@pytest.mark.django_db
def test_every_number_leads_to_a_source_of_its_chapter():
    sources = Source.objects.in_bulk(field_name="key")
    pages = [exercise_page(exercise, sources) for exercise in Exercise.objects.all()]
    chapters = [part for page in pages for part in (page.how, page.safety, page.origin)]
    chapters += [care_page(need, sources).chapter for need in NEEDS]
    for read in chapters:
        assert numbers_of(read) == list(range(1, len(read.sources) + 1))


def test_ten_toes_give_each_session_of_a_day_one_full_toe():
    exercises = [
        Exercise(hue="blue", mark="triangle", per_day=2),
        Exercise(hue="teal", mark="diamond", per_day=1),
    ]
    toes = ten_toes(exercises)
    assert [(toe.number, toe.hue, toe.mark, toe.fill) for toe in toes] == [
        (1, "blue", "triangle", 4),
        (2, "blue", "triangle", 4),
        (3, "teal", "diamond", 4),
    ]


@pytest.mark.parametrize(("per_day", "toes"), [(9, 9), (10, 10), (11, 10)])
def test_ten_toes_are_never_more_than_ten(per_day, toes):
    assert len(ten_toes([Exercise(per_day=per_day)])) == toes
