"""A session that is recorded, taken back or put back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from exercises.models import Exercise
from logbook.models import Part, SessionSource

A_DAY = 24 * 60 * 60  # seconds
SLIP = _("This form has a slip in it. Please open the day again.")
SECONDS = _(
    "The time that it took is a number of seconds, a day at most. Please tick it off on Today."
)
KEY_ERROR = _("This form has a slip in its key. Please open the day again and tick once more.")


class KeyField(forms.UUIDField):
    """The name under which a session is recorded, made by whoever sends it."""

    def __init__(self) -> None:
        super().__init__(error_messages={"invalid": KEY_ERROR, "required": KEY_ERROR})


class PageField(forms.ChoiceField):
    """The page that the form stood on, to go back to."""

    TODAY, DAY, RUN, WEEK = "today", "day", "run", "week"

    def __init__(self) -> None:
        super().__init__(
            choices=[(page, page) for page in (self.TODAY, self.DAY, self.RUN, self.WEEK)],
            required=False,
            error_messages={"invalid_choice": SLIP},
        )


class RoundField(forms.ChoiceField):
    """The part of the day whose round it is."""

    def __init__(self, *, required: bool) -> None:
        super().__init__(
            choices=Part.choices,
            required=required,
            error_messages={"required": SLIP, "invalid_choice": SLIP},
        )


class DayField(forms.DateField):
    def __init__(self) -> None:
        super().__init__(
            input_formats=["%Y-%m-%d"],
            error_messages={
                "required": _("Say which day it was. Please open the day again."),
                "invalid": _("That is not a date. Write it like 2026-11-19."),
            },
        )


class SessionForm(forms.Form):
    """One session: a tick, a guided session, or a day filled in."""

    exercise = forms.ModelChoiceField(
        Exercise.objects.only("slug", "name"),
        to_field_name="slug",
        error_messages={
            "required": _("Say which exercise it was. Please open the day again."),
            "invalid_choice": _("There is no such exercise. Please choose one of the four."),
        },
    )
    day = DayField()
    key = KeyField()
    page = PageField()
    round = RoundField(required=False)
    source = forms.TypedChoiceField(
        choices=[(SessionSource.GUIDED, SessionSource.GUIDED.label)],
        coerce=SessionSource,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": SLIP},
    )
    seconds = forms.IntegerField(
        min_value=0,
        max_value=A_DAY,
        required=False,
        error_messages={"invalid": SECONDS, "min_value": SECONDS, "max_value": SECONDS},
    )

    def clean(self) -> dict[str, Any]:
        """Only of a guided session is it known how long it took."""
        if not self.cleaned_data.get("source"):
            self.cleaned_data["seconds"] = None
        return self.cleaned_data


class RoundForm(forms.Form):
    """All that is left of a round."""

    day = DayField()
    key = KeyField()
    round = RoundField(required=True)


class KeyForm(forms.Form):
    """What to take back, or to put back: a session, or all that came with one press."""

    key = KeyField()
    page = PageField()
