"""The settings: how days, weeks and pages are, a person's rounds, and their first day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.forms import TimeZoneField
from accounts.models import DayEnd, Theme, WeekStart
from logbook.choices import Part, Site
from logbook.domain.rounds import PARTS, Round, out_of_order
from logbook.forms.changes import ManyField, changed, leave_out
from logbook.forms.pauses import PauseDayField
from logbook.models import LONGEST_CUE

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

EXAMPLES = {
    Part.MORNING: _("For example: after breakfast, at the sink"),
    Part.MIDDAY: _("For example: after lunch, at my desk"),
    Part.EVENING: _("For example: before the news, on the sofa"),
}


class HurtsField(ManyField):
    """The sites that hurt; none is an answer too."""

    def __init__(self, *, label: "StrOrPromise", help_text: "StrOrPromise" = "") -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            choices=Site.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": _("Choose from the four.")},
            show_hidden_initial=True,
        )


class HurtsForm(forms.Form):
    """What a newcomer is asked first."""

    hurts = HurtsField(label=_("What hurts"))


class SettingsForm(forms.Form):
    """Each field goes out with the value that it was drawn with: see `logbook.forms.changes`.

    What hurts is asked of those who agreed that it is kept.
    """

    time_zone = TimeZoneField(show_hidden_initial=True)
    day_ends_at = forms.TypedChoiceField(
        show_hidden_initial=True,
        coerce=int,
        choices=DayEnd.choices,
        label=_("My day ends at"),
        help_text=_("Up late? A session before this time counts for the day before."),
        error_messages={
            "required": _("Choose when your day ends."),
            "invalid_choice": _("Choose an hour from the list."),
        },
    )
    week_starts_on = forms.TypedChoiceField(
        show_hidden_initial=True,
        coerce=int,
        choices=WeekStart.choices,
        widget=forms.RadioSelect,
        label=_("Weeks start on"),
        error_messages={
            "required": _("Choose the day on which your weeks start."),
            "invalid_choice": _("Choose one of the three days."),
        },
    )
    theme = forms.ChoiceField(
        show_hidden_initial=True,
        required=False,
        choices=Theme.choices,
        widget=forms.RadioSelect,
        label=_("Light or dark"),
        error_messages={"invalid_choice": _("Choose one of the three.")},
    )
    hurts = HurtsField(
        label=_("What hurts"),
        help_text=_("We ask about these first when you note your pain."),
    )
    asks_during = forms.BooleanField(
        required=False,
        show_hidden_initial=True,
        label=_("Ask how much it hurt after a session"),
    )
    shows_streak = forms.BooleanField(
        required=False, show_hidden_initial=True, label=_("Show days in a row in History")
    )

    def __init__(self, *args: Any, may_note: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_note:
            leave_out(self, "hurts", "asks_during")


@dataclass(frozen=True, slots=True)
class Group:
    """The fields of one round."""

    part: str
    on: BoundField
    cue: BoundField
    around: BoundField


class MyRoundsForm(forms.Form):
    NAMES = tuple(f"{part}{each}" for part in PARTS for each in ("", "_cue", "_around"))

    def __init__(
        self,
        data: QueryDict | None = None,
        *,
        initial: Mapping[str, object],
        day_ends_at: int,
    ) -> None:
        super().__init__(data, initial=dict(initial))
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

    def clean(self) -> dict[str, object]:
        if not self.errors:
            self._check({**self.initial, **changed(self)})
        return self.cleaned_data

    def _check(self, values: Mapping[str, Any]) -> None:
        plans = [Round(part, values[f"{part}_around"]) for part in PARTS if values[part]]
        if not plans and values["shows_rounds"]:
            self.add_error(None, self.none_chosen)
        if late := out_of_order(plans, self.day_ends_at):
            message = _now("Choose a time that is later in your day than that of the round before.")
            self.add_error(f"{late.part}_around", message)

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
    message = _("Write a time like 08:00.")
    return forms.TimeField(
        label=label,
        input_formats=["%H:%M", "%H:%M:%S"],
        show_hidden_initial=True,
        widget=forms.TimeInput({"type": "time", "class": "input"}, format="%H:%M"),
        error_messages={"required": message, "invalid": message},
    )


class FirstDayForm(forms.Form):
    """The day from which a person's days count.

    Whether the day can be the first is checked where it is written.
    """

    first_day = PauseDayField(
        label=_("First day"),
        error_messages={
            "required": _("Choose the day on which you began."),
            "invalid": _("That is not a date. Write the first day like 2026-11-19."),
        },
    )

    def __init__(
        self,
        sent: QueryDict | None = None,
        *,
        initial: Mapping[str, object],
        between: tuple[date, date],
    ) -> None:
        super().__init__(sent, initial=dict(initial))
        earliest, latest = between
        attributes = {"min": earliest.isoformat(), "max": latest.isoformat()}
        self.fields["first_day"].widget.attrs.update(attributes)
