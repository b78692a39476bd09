"""A paper week as it is typed in: a number of sessions for each day and exercise, or nothing."""

from collections.abc import Iterable, Mapping, Sized
from typing import Protocol

from django import forms
from django.utils.translation import gettext_lazy as _

from logbook.forms.sessions import KeyField

MOST = 20
NUMBER = _("Write a whole number from 0 to 20, or leave the box empty.")


class Box(Protocol):
    """What the form knows of a box: its field's name, what it is called and drawn as.

    `described_by` has the ids of what names it on the page.
    """

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def described_by(self) -> str: ...
    @property
    def hue(self) -> str: ...
    @property
    def stored(self) -> Sized: ...


class FillForm(forms.Form):
    """One box for each day and exercise; an empty one keeps what is stored."""

    def __init__(self, boxes: Iterable[Box], data: Mapping[str, object] | None = None) -> None:
        super().__init__(data)
        for box in boxes:
            self.fields[box.name] = forms.IntegerField(
                min_value=0,
                max_value=MOST,
                required=False,
                label=box.label,
                # A browser sends nothing at all for what it takes for no number.
                widget=forms.TextInput(
                    {
                        "class": "input cell-input",
                        "inputmode": "numeric",
                        "autocomplete": "off",
                        "aria-labelledby": box.described_by,
                        "data-hue": box.hue,
                        "placeholder": len(box.stored) or "",
                    }
                ),
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NUMBER),
            )

    def numbers(self) -> dict[str, int]:
        """The numbers of the boxes that aren't empty, by name."""
        return {name: number for name, number in self.cleaned_data.items() if number is not None}


class FillConfirmForm(forms.Form):
    """The press that saves what the person has seen."""

    batch = KeyField()
    seen = forms.CharField()
