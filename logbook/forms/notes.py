"""A note that a person writes: on a day, or in one line on a session."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from logbook.models import LONGEST_NOTE

UNREADABLE = _("This note has a sign in it that can’t be read. Type it anew, please.")
TOO_LONG = _(
    "This note is too long: %(show_value)s characters. Shorten it to %(limit_value)s, please."
)


class NoteField(forms.CharField):
    """Text, which may be empty; a line break is one character, however the browser sends it."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(
            required=False,
            show_hidden_initial=True,
            error_messages={"null_characters_not_allowed": UNREADABLE},
            **kwargs,
        )
        # Not `max_length`: with it browsers would cut what is pasted, and say nothing.
        self.validators = [*self.validators, MaxLengthValidator(longest, TOO_LONG)]
        self.widget.attrs["dir"] = "auto"

    def to_python(self, value: Any) -> str:
        text = str(value or "").replace("\r\n", "\n").replace("\r", "\n")
        return super().to_python(text) or ""


class DayNoteField(NoteField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            longest=LONGEST_NOTE, widget=forms.Textarea({"class": "input", "rows": "3"}), **kwargs
        )


class DayNoteForm(forms.Form):
    note = DayNoteField(
        label=_("A note for this day"),
        help_text=_("Optional. Only you see it, unless you put notes in your report."),
    )
