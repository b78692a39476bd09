"""What the catalogue's texts may look like, and what is refused."""

import pytest
from django.core.exceptions import ValidationError

from exercises.doses import fill
from exercises.statements import check_facts, check_sources, check_statements, check_text

GOOD = {"title": "Press", "text": "Hold for {hold} seconds.", "sources": ["article"]}


def refusal(check, value):
    with pytest.raises(ValidationError) as refused:
        check(value)
    return refused.value.messages[0]


def test_a_statement_with_text_title_and_sources_is_taken():
    check_statements([GOOD])


def test_an_empty_list_is_taken():
    check_statements([])


@pytest.mark.parametrize("value", [None, "Press", {"text": "Press"}, 3])
def test_statements_that_are_no_list_are_refused(value):
    assert refusal(check_statements, value) == "Write a list, in square brackets."


@pytest.mark.parametrize("entry", ["Press", None, {**GOOD, "colour": "red"}])
def test_a_statement_of_another_form_is_refused_by_its_number(entry):
    message = refusal(check_statements, [GOOD, entry])
    assert message == "Statement 2: give it a text, sources and, if you like, a title."


@pytest.mark.parametrize("text", ["", "   ", None, 5])
def test_a_statement_without_words_is_refused(text):
    assert refusal(check_statements, [{**GOOD, "text": text}]) == "Entry 1 has an empty text."
    assert refusal(check_statements, [{**GOOD, "title": text}]) == "Entry 1 has an empty text."


@pytest.mark.parametrize("sources", [None, [], "article", [1], [""]])
def test_a_statement_without_sources_is_refused(sources):
    message = refusal(check_statements, [{**GOOD, "sources": sources}])
    assert message == "Statement 1: list the keys of its sources, at least one."


def test_a_statement_may_do_without_a_title_but_not_without_sources():
    check_statements([{"text": "Press.", "sources": ["article"]}])
    assert "sources" in refusal(check_statements, [{"text": "Press."}])


def test_a_figure_that_no_dose_has_is_refused_with_those_that_it_has():
    message = refusal(check_text, "Hold for {holds} seconds.")
    assert message.startswith("{holds} is no figure of the dose.")
    assert "{hold}, " in message
    assert "{holds}" in refusal(check_statements, [{**GOOD, "text": "{holds}"}])
    assert "{}" in refusal(check_text, "Hold for {} seconds.")


def test_facts_have_a_figure_and_a_label_and_nothing_else():
    check_facts([{"figure": "{hold} s", "label": "hold each"}])
    message = "Fact 1: give it a figure and a label, nothing else."
    assert refusal(check_facts, [{"figure": "5"}]) == message
    assert refusal(check_facts, [{"figure": "5", "label": "x", "note": "y"}]) == message
    assert refusal(check_facts, [{"figure": "", "label": "x"}]) == "Entry 1 has an empty text."
    assert refusal(check_facts, {}) == "Write a list, in square brackets."


def test_fill_puts_each_figure_in_every_place():
    words = {"repetitions": "10", "hold": "5"}
    text = "{repetitions} one way, {repetitions} the other, {hold} s"
    assert fill(text, words) == "10 one way, 10 the other, 5 s"


def test_a_source_that_is_not_listed_is_refused_by_name():
    fields = {"steps": [GOOD, {**GOOD, "sources": ["a", "ours"]}]}
    check_sources(fields, ["a"])
    assert refusal(lambda told: check_sources(told, ["b"]), fields) == (
        "Statement 2 names the source “a”, which isn’t listed."
    )
