"""The pages as data: figures filled in, citations numbered, sources in that order."""

import pytest

from exercises.leaflet import Citations, care_page, exercise_page, ten_toes
from exercises.models import Exercise, Source
from exercises.safety import ASK_FIRST, CARDS, STOP_IF
from exercises.statements import Section, said


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


def test_sources_are_numbered_in_the_order_in_which_the_page_names_them():
    page = Citations(known("a", "b", "c"))
    assert page.cite(said("First.", "c")).numbers == (1,)
    assert page.cite(said("Second.", "a", "c")).numbers == (2, 1)
    assert [source.key for source in page.sources] == ["c", "a"]


def test_a_source_that_is_gone_leaves_no_number_and_no_hole():
    page = Citations(known("b"))
    assert page.cite(said("First.", "a", "b")).numbers == (1,)
    assert [source.key for source in page.sources] == ["b"]


def test_a_section_keeps_its_heading_and_its_urgency():
    section = Section("soon", "See a doctor if:", (said("it hurts", "a"),), "Not urgent")
    cited = Citations(known("a")).section(section)
    assert (cited.id, cited.title, cited.urgency) == ("soon", "See a doctor if:", "Not urgent")
    assert cited.statements[0].numbers == (1,)


def test_an_exercise_s_page_fills_the_dose_into_titles_sentences_and_figures():
    row = {"title": "Hold for {hold}", "text": "{repetitions} × {hold} seconds.", "sources": ["a"]}
    page = exercise_page(make_exercise(steps=[row]), known("a"))
    assert page.steps.statements[0].text == "10 × 4 seconds."
    assert page.steps.statements[0].title == "Hold for 4"
    assert [(fact.figure, fact.label) for fact in page.facts] == [("4 s", "hold each")]


def test_an_exercise_s_page_adds_what_is_true_of_every_exercise():
    own = {"text": "your toes hurt", "sources": ["a"]}
    page = exercise_page(make_exercise(ask_first=[own], stop_if=[own]), known("a"))
    asked, stopped = page.ask_first.statements, page.stop_if.statements
    assert [said.text for said in asked] == ["your toes hurt", *(said.text for said in ASK_FIRST)]
    assert [said.text for said in stopped] == ["your toes hurt", *(said.text for said in STOP_IF)]


@pytest.mark.django_db
def test_every_number_on_every_page_leads_to_a_source():
    sources = Source.objects.in_bulk(field_name="key")
    for exercise in Exercise.objects.all():
        page = exercise_page(exercise, sources)
        sections = [page.dose_notes, page.preparation, page.steps, *page.details]
        numbers = [
            number
            for section in (*sections, page.ask_first, page.stop_if)
            for said in section.statements
            for number in said.numbers
        ]
        assert sorted(set(numbers)) == list(range(1, len(page.sources) + 1))
        assert page.sources[0].key == "article"


@pytest.mark.django_db
def test_the_cards_numbers_are_the_sources_of_their_signs():
    page = care_page(Source.objects.in_bulk(field_name="key"))
    keys = {key for card in CARDS for said in card.statements for key in said.sources}
    assert {page.sources[number - 1].key for number in page.card_numbers} == keys


def test_ten_toes_give_each_session_of_a_day_one_full_toe():
    exercises = [Exercise(routine="flexion", per_day=2), Exercise(routine="walking", per_day=1)]
    toes = ten_toes(exercises)
    assert [(toe.number, toe.routine, toe.fill) for toe in toes] == [
        (1, "flexion", 4),
        (2, "flexion", 4),
        (3, "walking", 4),
    ]


@pytest.mark.parametrize(("per_day", "toes"), [(9, 9), (10, 10), (11, 10)])
def test_ten_toes_are_never_more_than_ten(per_day, toes):
    assert len(ten_toes([Exercise(routine="flexion", per_day=per_day)])) == toes
