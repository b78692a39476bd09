"""How fields and errors are drawn: names, hints and errors belong to the field for every ear."""

from django import forms
from django.http import HttpResponse
from django.template import engines

from tests.page import Page

TEMPLATE = """{% load crispy_forms_filters %}{{ form|as_crispy_errors }}{{ form|crispy }}"""


class Shoe(forms.Form):
    name = forms.CharField(label="Name", help_text="As on the box.")
    size = forms.ChoiceField(label="Size", choices=[("s", "Small"), ("l", "Large")])
    side = forms.ChoiceField(
        label="Side", choices=[("l", "Left"), ("r", "Right")], widget=forms.RadioSelect
    )
    worn = forms.BooleanField(label="I have worn it")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def drawn(data: dict[str, str] | None = None) -> Page:
    html = engines["django"].from_string(TEMPLATE).render({"form": Shoe(data)})
    return Page(HttpResponse(html))


def test_an_input_has_its_label_and_its_hint() -> None:
    page = drawn()

    assert page.find("label", **{"for": "id_name"})
    assert page.find("p", id="id_name_helptext", **{"class": "hint"})
    assert page.find("input", id="id_name", aria_describedby="id_name_helptext")
    assert page.find("input", id="id_name", **{"class": "input"})


def test_a_select_looks_like_an_input() -> None:
    assert drawn().find("select", id="id_size", **{"class": "input"})


def test_radios_stand_in_a_named_group() -> None:
    page = drawn({"side": "r"})

    assert page.find("fieldset", id="id_side")
    assert page.find("legend", **{"class": "legend"})
    assert [radio["value"] for radio in page.find("input", type="radio")] == ["l", "r"]
    assert [radio["value"] for radio in page.find("input", type="radio", checked="")] == ["r"]


def test_a_form_without_mistakes_has_no_summary() -> None:
    page = drawn({"name": "Clog", "size": "s", "side": "l", "worn": "on"})

    assert not page.find("div", role="alert")
    assert not page.find("input", aria_invalid="true")


def test_errors_are_named_by_their_fields() -> None:
    page = drawn({})

    for field in ("name", "size", "side", "worn"):
        assert len(page.find("div", id=f"id_{field}_error")) == 1
    (name,) = page.find("input", id="id_name")
    assert name["aria-describedby"] == "id_name_helptext id_name_error"
    assert page.find("fieldset", id="id_side", aria_describedby="id_side_error")
    (worn,) = page.find("input", id="id_worn")
    assert (worn["aria-invalid"], worn["aria-describedby"]) == ("true", "id_worn_error")


def test_no_id_is_given_twice() -> None:
    ids = [attributes["id"] for _tag, attributes in drawn({}).elements if "id" in attributes]

    assert sorted(ids) == sorted(set(ids))


def test_the_summary_counts_and_leads_to_each_field() -> None:
    page = drawn({})

    (summary,) = page.find("div", role="alert")
    assert summary["tabindex"] == "-1"
    assert "autofocus" in summary
    assert "Four things to put right" in page.words
    links = [link["href"] for link in page.find("a")]
    assert links == ["#id_name", "#id_size", "#id_side", "#id_worn"]
    assert {link.removeprefix("#") for link in links} <= {
        attributes.get("id") for _tag, attributes in page.elements
    }


def test_the_summary_counts_in_words() -> None:
    one_missing = {"name": "Clog", "size": "s", "side": "l"}
    assert "One thing to put right" in drawn(one_missing).words
    assert "Two things to put right" in drawn({"name": "Clog", "size": "s"}).words
    assert "Three things to put right" in drawn({"name": "Clog"}).words


def test_what_was_typed_is_kept() -> None:
    assert drawn({"name": "<Clog>"}).find("input", id="id_name", value="<Clog>")
