"""What a form changes: two tabs that change different things both keep theirs.

The fields of such a form have `show_hidden_initial=True`: each goes out with the value that it was
drawn with, and comes back with both.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BoundField
from django.http import HttpRequest, QueryDict
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.utils.datastructures import MultiValueDict

    Files = MultiValueDict[str, UploadedFile[bytes]]


class HiddenList(forms.HiddenInput):
    """What a field of several choices was drawn with, in one value; Django writes none for none."""

    def format_value(self, value: Iterable[object] | None) -> str:
        return " ".join(map(str, value or ()))

    def value_from_datadict(
        self, data: Mapping[str, object], files: "Files", name: str
    ) -> list[str] | None:
        sent = super().value_from_datadict(data, files, name)
        return None if sent is None else sent.split()


class ManyField(forms.MultipleChoiceField):
    hidden_widget = HiddenList


def changed(form: forms.Form) -> dict[str, Any]:
    """The values that a valid form changes, by field; all of them where it wasn't drawn by us."""
    return {
        bound.name: form.cleaned_data[bound.name]
        for bound in form
        if bound.name in form.changed_data or _drawn_with(bound) is None
    }


def leave_out(form: forms.Form, *names: str) -> None:
    """Don't draw these fields; one that was drawn before and is sent now is taken in."""
    for name in names:
        if not {name, f"initial-{name}"} & set(form.data):
            form.fields.pop(name, None)


def overwritten(form: forms.Form, stored: Mapping[str, object]) -> list[str]:
    """The labels of what a valid form changes although it was changed since the form was drawn."""
    return [
        str(bound.label)
        for bound in form
        if bound.name in form.changed_data
        and (drawn_with := _drawn_with(bound)) is not None
        and bound.field.has_changed(stored[bound.name], drawn_with)
        and bound.field.has_changed(stored[bound.name], bound.data)
    ]


def replaced(labels: list[str]) -> str:
    """A sentence for the message that tells of success; empty where nothing was overwritten."""
    if not labels:
        return ""
    return _("This replaces a newer change of: %(labels)s.") % {
        "labels": get_text_list(labels, _("and"))
    }


def as_sent(form: forms.Form) -> dict[str, list[str]]:
    """What a browser sends of the form as it is drawn, by field; of an empty checkbox nothing."""
    return {bound.name: _shown(bound) for bound in form}


def filled_in(request: HttpRequest, drawn: forms.Form) -> QueryDict | None:
    """What the form is filled in with: what was sent, or what was typed before signing in anew.

    `drawn` is the form with what is stored, which the fields show that weren't filled in. A GET
    shows and never saves, however valid its form is.
    """
    if request.method == "POST":
        return request.POST
    stored = as_sent(drawn)
    came = {name for name in stored if name in request.GET or f"initial-{name}" in request.GET}
    data = QueryDict(mutable=True)
    for bound in drawn:
        name, initial = bound.name, bound.html_initial_name
        for value in request.GET.getlist(name) if name in came else stored[name]:
            data.appendlist(name, value)
        if bound.field.show_hidden_initial:
            data[initial] = request.GET.get(initial, " ".join(stored[name]))
    return data if came else None


def _shown(bound: BoundField) -> list[str]:
    widget, value = bound.field.widget, bound.value()
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value else []
    shown = widget.format_value(value)
    return shown if isinstance(shown, list) else [shown or ""]


def _drawn_with(bound: BoundField) -> object:
    """The raw value that the field was drawn with; None where it didn't come back."""
    widget = bound.field.hidden_widget()
    form = bound.form
    return widget.value_from_datadict(form.data, form.files, bound.html_initial_name)
