"""Plain widgets as our renderer draws them: the HTML that Django's templates have."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.test import SimpleTestCase

from accounts.form_renderer import FormRenderer

CHOICES = [("", "None <b>"), ("Group & more", [("a", "A"), ('"b"', "B")]), ("c", "C")]


class AnyForm(forms.Form):
    text = forms.CharField(initial='<"typed">', max_length=9)
    email = forms.EmailField()
    number = forms.IntegerField(min_value=0, initial=0)
    secret = forms.CharField(widget=forms.PasswordInput)
    hidden = forms.CharField(widget=forms.HiddenInput, initial="x")
    ticked = forms.BooleanField(initial=True)
    open = forms.BooleanField(required=False)
    one = forms.ChoiceField(choices=CHOICES, initial='"b"', required=False)
    radio = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    several = forms.MultipleChoiceField(
        choices=[("a", "A"), ("b", "B")], widget=forms.CheckboxSelectMultiple, initial=["b"]
    )


def drawn(form: forms.Form, name: str) -> str:
    field = form[name]
    tags = [each.tag() for each in field.subwidgets] if name in ("radio", "several") else [field]
    return "".join(map(str, tags))


@pytest.mark.parametrize("name", AnyForm.base_fields)
@pytest.mark.parametrize("data", [None, {"text": "<i>", "number": "7", "one": "c", "radio": "b"}])
def test_a_widget_is_drawn_as_django_draws_it(name: str, data: dict[str, str] | None) -> None:
    ours = drawn(AnyForm(data, renderer=FormRenderer()), name)
    django = drawn(AnyForm(data, renderer=DjangoTemplates()), name)

    SimpleTestCase().assertHTMLEqual(ours, django)
