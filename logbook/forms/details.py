"""What is noted of one session: when it was, a line of text, how much it hurt."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from logbook import days
from logbook.forms.notes import NoteField
from logbook.forms.sessions import SLIP, KeyField, PageField
from logbook.models import LONGEST_LINE, During, Session


def details_of(session: Session, user: User) -> dict[str, str]:
    """What is stored, as the form sends it."""
    on_the_wall = session.moment and session.moment.astimezone(user.zone)
    return {
        "time": on_the_wall.strftime("%H:%M") if on_the_wall else "",
        "note": session.note,
        "during": session.during,
    }


class DuringForm(forms.Form):
    """How much a session hurt; nothing takes the answer back."""

    key = KeyField()
    page = PageField()
    during = forms.ChoiceField(
        choices=During.choices, required=False, error_messages={"invalid_choice": SLIP}
    )


class DetailsForm(forms.Form):
    """`time` is on the person's clock; a valid form has the moment for it, or None."""

    time = forms.TimeField(
        label=gettext_lazy("Time"),
        help_text=gettext_lazy("On your clock. Leave it empty if you don’t know."),
        required=False,
        show_hidden_initial=True,
        widget=forms.TimeInput({"type": "time", "class": "input"}, format="%H:%M"),
        error_messages={
            "invalid": gettext_lazy("That is not a time of day. Write it like 14:30."),
        },
    )
    note = NoteField(
        label=gettext_lazy("A line to remember it by"),
        help_text=gettext_lazy("Optional. Only you see it, unless you put notes in your report."),
        longest=LONGEST_LINE,
    )
    during = forms.ChoiceField(
        label=gettext_lazy("How much did it hurt during it?"),
        choices=[("", gettext_lazy("Not said")), *During.choices],
        required=False,
        show_hidden_initial=True,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": gettext_lazy("Choose one of these answers.")},
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        *,
        session: Session,
        day: date,
        user: User,
        now: datetime,
    ) -> None:
        super().__init__(data, initial=details_of(session, user))
        self.user, self.day, self.now = user, day, now
        if not user.asks_during and not session.during:
            del self.fields["during"]

    def clean_time(self) -> datetime | None:
        clock: time | None = self.cleaned_data["time"]
        if clock is None:
            return None
        moment = days.moment_on(self.day, clock, self.user.zone, self.user.day_ends_at)
        if moment > self.now:
            raise forms.ValidationError(
                _("%(time)s on this day is still to come. Give an earlier time, or none.")
                % {"time": f"{clock:%H:%M}"}
            )
        return moment
