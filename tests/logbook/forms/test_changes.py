"""Two tabs: what a form changes, and what newer it overwrites."""

from datetime import time
from typing import Any

import pytest
from django import forms
from django.http import HttpResponse
from django.template import engines

from logbook.forms.changes import ManyField, changed, overwritten, replaced
from tests.page import Page

DRAWN = {
    "name": "Clog",
    "worn": True,
    "side": "l",
    "size": 38,
    "sites": [],
    "around": time(8),
}
TEMPLATE = """{% load crispy_forms_filters %}{{ form|crispy }}"""


class Shoe(forms.Form):
    name = forms.CharField(label="Name", required=False, show_hidden_initial=True)
    worn = forms.BooleanField(label="Worn", required=False, show_hidden_initial=True)
    side = forms.ChoiceField(
        label="Side",
        choices=[("l", "Left"), ("r", "Right")],
        widget=forms.RadioSelect,
        show_hidden_initial=True,
    )
    size = forms.TypedChoiceField(
        label="Size", coerce=int, choices=[(38, "38"), (39, "39")], show_hidden_initial=True
    )
    sites = ManyField(
        label="Hurts",
        choices=[("heel", "Heel"), ("toe", "Toe")],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        show_hidden_initial=True,
    )
    around = forms.TimeField(label="Around", show_hidden_initial=True)


def drawn(form: forms.Form) -> Page:
    return Page(HttpResponse(engines["django"].from_string(TEMPLATE).render({"form": form})))


def sent(page: Page, **instead: Any) -> dict[str, Any]:
    """What a browser sends of the page as it was drawn, with these fields filled in instead."""
    shown = {"name": "Clog", "worn": "on", "side": "l", "size": "38", "around": "08:00"}
    return {
        name: value
        for name, value in (page.initials | shown | instead).items()
        if value is not None
    }


def form_of(data: dict[str, Any]) -> Shoe:
    form = Shoe(data, initial=DRAWN)
    form.is_valid()
    return form


def test_every_field_goes_out_with_the_value_it_was_drawn_with() -> None:
    page = drawn(Shoe(initial=DRAWN))

    assert page.initials == {
        "initial-name": "Clog",
        "initial-worn": "True",
        "initial-side": "l",
        "initial-size": "38",
        "initial-sites": "",
        "initial-around": "08:00:00",
    }


def test_a_form_sent_as_it_was_drawn_changes_nothing() -> None:
    form = form_of(sent(drawn(Shoe(initial=DRAWN))))

    assert changed(form) == {}
    assert overwritten(form, DRAWN) == []


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        ("name", "Boot", "Boot"),
        ("name", "", ""),
        ("worn", None, False),
        ("side", "r", "r"),
        ("size", "39", 39),
        ("sites", ["toe"], ["toe"]),
        ("around", "08:01", time(8, 1)),
    ],
)
def test_what_was_filled_in_anew_is_a_change(field: str, typed: Any, stored: Any) -> None:
    form = form_of(sent(drawn(Shoe(initial=DRAWN)), **{field: typed}))

    assert changed(form) == {field: stored}


def test_what_another_tab_changed_meanwhile_is_left_alone() -> None:
    form = form_of(sent(drawn(Shoe(initial=DRAWN)), name="Boot"))

    assert changed(form) == {"name": "Boot"}
    assert overwritten(form, DRAWN | {"size": 39, "sites": ["heel"]}) == []


def test_the_same_field_changed_in_two_tabs_is_told() -> None:
    form = form_of(sent(drawn(Shoe(initial=DRAWN)), name="Boot", sites=["toe"], size="39"))

    labels = overwritten(form, DRAWN | {"name": "Sandal", "sites": ["heel"]})

    assert labels == ["Name", "Hurts"]
    assert replaced(labels) == "This replaces a newer change of: Name and Hurts."


def test_the_same_change_in_two_tabs_replaces_nothing() -> None:
    form = form_of(sent(drawn(Shoe(initial=DRAWN)), name="Boot", sites=["toe"]))

    assert overwritten(form, DRAWN | {"name": "Boot", "sites": ["toe"]}) == []
    assert replaced([]) == ""


def test_a_form_that_comes_back_with_errors_keeps_what_it_was_drawn_with() -> None:
    first = form_of(sent(drawn(Shoe(initial=DRAWN)), around="noon", name="Boot", sites=["toe"]))
    assert first.errors

    second = form_of(sent(drawn(first), around="12:00", name="Boot", sites=["toe"]))

    assert changed(second) == {"name": "Boot", "sites": ["toe"], "around": time(12)}


def test_without_the_values_it_was_drawn_with_everything_is_a_change() -> None:
    by_hand = {"name": "Clog", "side": "l", "size": "38", "around": "08:00"}

    form = form_of(by_hand)

    assert changed(form) == {
        "name": "Clog",
        "worn": False,
        "side": "l",
        "size": 38,
        "sites": [],
        "around": time(8),
    }
    assert overwritten(form, DRAWN | {"name": "Sandal"}) == []
