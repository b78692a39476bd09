"""A person's rounds: which they do, after what and where, and around when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.changes import changed
from logbook.models import Part
from logbook.rounds import PARTS, Plan, out_of_order

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LONGEST_CUE = 60  # characters
EXAMPLES = {
    Part.MORNING: _("For example: after breakfast, at the sink"),
    Part.MIDDAY: _("For example: after lunch, at my desk"),
    Part.EVENING: _("For example: before the news, on the sofa"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one round."""

    part: str
    on: BoundField
    cue: BoundField
    around: BoundField


class MyRoundsForm(forms.Form):
    NAMES = tuple(f"{part}{each}" for part in PARTS for each in ("", "_cue", "_around"))

    def __init__(self, *args: Any, day_ends_at: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day_ends_at = day_ends_at
        for part, name in Part.choices:
            self.fields[part] = forms.BooleanField(
                label=name, required=False, show_hidden_initial=True
            )
            cue = _now("%(round)s, after what") % {"round": name}
            self.fields[f"{part}_cue"] = _cue(cue, EXAMPLES[Part(part)])
            self.fields[f"{part}_around"] = _around(_now("%(round)s, time") % {"round": name})

    def groups(self) -> Iterator[Group]:
        for part in PARTS:
            yield Group(part, self[part], self[f"{part}_cue"], self[f"{part}_around"])

    def clean(self) -> dict[str, Any]:
        if not self.errors:
            self._check({**self.initial, **changed(self)})
        return self.cleaned_data

    def _check(self, values: Mapping[str, Any]) -> None:
        plans = [Plan(part, values[f"{part}_around"]) for part in PARTS if values[part]]
        if not plans and values["shows_rounds"]:
            self.add_error(None, self.none_chosen)
        if late := out_of_order(plans, self.day_ends_at):
            told = _now("Choose a time that is later in your day than that of the round before.")
            self.add_error(f"{late.part}_around", told)

    @property
    def none_chosen(self) -> str:
        return _now("Choose at least one round, or skip this.")


class RoundSettingsForm(MyRoundsForm):
    """With the switch between rounds and plain rows."""

    shows_rounds = forms.BooleanField(
        label=_("Show my day in rounds"), required=False, show_hidden_initial=True
    )

    @property
    def none_chosen(self) -> str:
        return _now("Choose at least one round, or don’t show your day in rounds.")


def _cue(label: str, example: "StrOrPromise") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=example,
        max_length=LONGEST_CUE,
        required=False,
        show_hidden_initial=True,
        widget=forms.TextInput({"autocomplete": "off", "dir": "auto", "class": "input"}),
        error_messages={
            "max_length": _(
                "That has %(show_value)s characters. Keep it within %(limit_value)s of them."
            ),
            "null_characters_not_allowed": _(
                "There is a character in this that can’t be read. Type it once more."
            ),
        },
    )


def _around(label: str) -> forms.TimeField:
    told = _("Write a time like 08:00.")
    return forms.TimeField(
        label=label,
        input_formats=["%H:%M", "%H:%M:%S"],
        show_hidden_initial=True,
        widget=forms.TimeInput({"type": "time", "class": "input"}, format="%H:%M"),
        error_messages={"required": told, "invalid": told},
    )
