"""What is noted: a text on a day; of one session its time, a line, and how much it hurt."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from logbook.choices import During
from logbook.domain import days
from logbook.forms.changes import changed, leave_out
from logbook.forms.sessions import SLIP, KeyField, PageField
from logbook.models import LONGEST_LINE, LONGEST_NOTE, Preferences, Session
from logbook.recording.sessions import HEALTH, SessionChange

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

UNREADABLE = gettext_lazy("This note has a sign in it that can’t be read. Type it anew, please.")
TOO_LONG = gettext_lazy(
    "This note is too long: %(show_value)s characters. Shorten it to %(limit_value)s, please."
)


class NoteField(forms.CharField):
    """Text, which may be empty; a line break is one character, however the browser sends it."""

    def __init__(
        self,
        *,
        label: "StrOrPromise",
        help_text: "StrOrPromise" = "",
        longest: int,
        widget: type[forms.TextInput] | forms.Textarea = forms.TextInput,
    ) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            required=False,
            show_hidden_initial=True,
            widget=widget,
            error_messages={"null_characters_not_allowed": UNREADABLE},
        )
        # Not `max_length`: with it browsers would cut what is pasted, and say nothing.
        self.validators = [*self.validators, MaxLengthValidator(longest, TOO_LONG)]
        self.widget.attrs["dir"] = "auto"

    def to_python(self, value: object) -> str:
        text = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
        return super().to_python(text) or ""


class DayNoteForm(forms.Form):
    note = NoteField(
        label=gettext_lazy("A note for this day"),
        help_text=gettext_lazy("Optional. Shown only to you, unless you put notes in your report."),
        longest=LONGEST_NOTE,
        widget=forms.Textarea({"class": "input", "rows": "3"}),
    )


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
        help_text=gettext_lazy("Optional. Shown only to you, unless you put notes in your report."),
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
        data: Mapping[str, object] | None,
        *,
        session: Session,
        day: date,
        user: User,
        now: datetime,
    ) -> None:
        super().__init__(data, initial=details_of(session, user))
        self.user, self.day, self.now = user, day, now
        if not Preferences.of(user).asks_during and not session.during:
            del self.fields["during"]
        if not Preferences.of(user).may_note:
            leave_out(self, *HEALTH)

    def change(self) -> SessionChange:
        """What a valid form changes."""
        named = {"moment" if name == "time" else name: said for name, said in changed(self).items()}
        return SessionChange(**named)

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
