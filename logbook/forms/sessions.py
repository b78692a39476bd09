"""A session that is recorded, taken back or put back."""

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from exercises.models import Exercise
from exercises.templatetags.counts import in_words
from logbook.choices import Part, SessionSource
from logbook.recording.sessions import NewSession

A_DAY = 24 * 60 * 60  # seconds
LONGEST_AGO = 400 * A_DAY
SLIP = _("This form has a slip in it. Please open the day again.")
SECONDS = _(
    "The time that it took is a number of seconds, a day at most. Please tick it off on Today."
)
AGO_ERROR = _(
    "The clock of your device seems to be wrong, so we can’t tell when that was. Please fill it in "
    "on its day."
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


class AgoField(forms.IntegerField):
    """How many seconds ago something was that waited on a device; below zero it is to come.

    A device whose clock is off by days still knows that.
    """

    def __init__(self) -> None:
        super().__init__(
            min_value=-LONGEST_AGO,
            max_value=LONGEST_AGO,
            required=False,
            error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), AGO_ERROR),
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


def no_such_exercise() -> str:
    count = Exercise.objects.count()
    told = ngettext(
        "There is no such exercise. Please choose the one that there is.",
        "There is no such exercise. Please choose one of the %(number)s.",
        count,
    )
    return told % {"number": in_words(count)}


class SessionForm(forms.Form):
    """One session: a tick, a guided session, or a day filled in."""

    exercise = forms.ModelChoiceField(
        Exercise.objects.only("slug", "name"),
        to_field_name="slug",
        error_messages={
            "required": _("Say which exercise it was. Please open the day again."),
            "invalid_choice": lazy(no_such_exercise, str)(),
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

    ago = AgoField()

    def new(self) -> NewSession:
        """What a valid form says. Only of a guided session is it known how long it took."""
        said = self.cleaned_data
        return NewSession(
            key=said["key"],
            exercise=said["exercise"],
            day=said["day"],
            source=said["source"],
            seconds=said["seconds"] if said["source"] else None,
            round=said["round"],
            ago=said["ago"],
        )


class RoundForm(forms.Form):
    """All that is left of a round."""

    day = DayField()
    key = KeyField()
    round = RoundField(required=True)
    ago = AgoField()


class KeyForm(forms.Form):
    """What to take back, or to put back: a session, or all that came with one press."""

    key = KeyField()
    page = PageField()
