"""The day from which a person's days count."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from logbook.forms.pauses import PauseDayField


class FirstDayForm(forms.Form):
    """Whether the day can be the first is checked where it is written."""

    first_day = PauseDayField(
        label=_("First day"),
        error_messages={
            "required": _("Choose the day on which you began."),
            "invalid": _("That is not a date. Write the first day like 2026-11-19."),
        },
    )

    def __init__(self, *args: Any, between: tuple[date, date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        earliest, latest = between
        attributes = {"min": earliest.isoformat(), "max": latest.isoformat()}
        self.fields["first_day"].widget.attrs.update(attributes)
