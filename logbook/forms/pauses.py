"""A pause: its days and its reason."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from logbook.choices import Reason
from logbook.forms.changes import changed
from logbook.forms.sessions import DayField, KeyField, PageField
from logbook.recording.pauses import NewPause, PauseChange

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

FARTHEST_AHEAD = timedelta(days=366)


class PauseDayField(forms.DateField):
    """A day as the browser's own calendar sends it, or as people write it."""

    def __init__(
        self,
        *,
        label: "StrOrPromise",
        help_text: "StrOrPromise" = "",
        required: bool = True,
        error_messages: Mapping[str, "StrOrPromise"],
    ) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            required=required,
            error_messages=dict(error_messages),
            input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"],
            widget=forms.DateInput({"type": "date", "autocomplete": "off"}, format="%Y-%m-%d"),
        )


class PauseForm(forms.Form):
    """Raises no complaint about pauses that overlap: a day is paused once."""

    shows_hidden_initial = False
    first_day = PauseDayField(
        label=_("First day"),
        help_text=_("An earlier day is fine."),
        error_messages={
            "required": _("Choose the day on which the pause begins."),
            "invalid": _("That is not a date. Write the first day like 2026-11-19."),
        },
    )
    last_day = PauseDayField(
        label=_("Last day"),
        help_text=_("Empty: until you end it."),
        required=False,
        error_messages={
            "invalid": _("That is not a date. Write the last day like 2026-11-19, or nothing.")
        },
    )
    reason = forms.ChoiceField(
        choices=Reason.choices,
        widget=forms.RadioSelect,
        label=_("Reason"),
        error_messages={
            "required": _("Choose a reason, so that you know later what it was."),
            "invalid_choice": _("Choose one of the four reasons."),
        },
    )

    def __init__(
        self,
        sent: QueryDict | None = None,
        *,
        initial: Mapping[str, object],
        earliest: date,
        today: date,
    ) -> None:
        """`earliest` is the person's first day, or the pause's: none before it counts anyway."""
        super().__init__(sent, initial=dict(initial))
        self.earliest, self.latest = earliest, today + FARTHEST_AHEAD
        for field in self.fields.values():
            field.show_hidden_initial = self.shows_hidden_initial

    def clean_first_day(self) -> date:
        day: date = self.cleaned_data["first_day"]
        if day < self.earliest:
            raise forms.ValidationError(
                _now("That is before your first day, %(day)s. Choose that day or a later one.")
                % {"day": date_format(self.earliest, "j F Y")}
            )
        return self._within_reach(day)

    def clean_last_day(self) -> date | None:
        day: date | None = self.cleaned_data["last_day"]
        return day and self._within_reach(day)

    def change(self) -> PauseChange:
        """What a valid form changes."""
        return PauseChange(**changed(self))

    def clean(self) -> None:
        first, last = (self.cleaned_data.get(name) for name in ("first_day", "last_day"))
        if first and last and last < first:
            self.add_error(
                "last_day",
                _now("The pause would end before it starts. Choose %(day)s or a later day.")
                % {"day": date_format(first, "j F Y")},
            )

    def _within_reach(self, day: date) -> date:
        if day > self.latest:
            raise forms.ValidationError(
                _now("That is more than a year ahead. Choose a day up to %(day)s.")
                % {"day": date_format(self.latest, "j F Y")}
            )
        return day


class ChangedPauseForm(PauseForm):
    """A pause that is there already: each field comes back with what it was drawn with."""

    shows_hidden_initial = True


class NewPauseForm(PauseForm):
    key = KeyField()

    def new(self) -> NewPause:
        """What a valid form says."""
        return NewPause(**self.cleaned_data)


class PauseEndForm(forms.Form):
    """From which day on the person's days count again."""

    day = DayField()
    page = PageField()

    def __init__(self, sent: QueryDict, *, today: date) -> None:
        super().__init__(sent)
        self.today = today

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > self.today:
            raise forms.ValidationError(
                _now("%(day)s is still to come. A pause can be ended once it is here.")
                % {"day": date_format(day, "l j F Y")}
            )
        return day
