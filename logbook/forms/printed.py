"""What a report is to show; nothing of it is kept."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

WEEKS = [(4, _("4 weeks")), (12, _("12 weeks"))]
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Shown:
    """What a report shows, unless something else is asked for."""

    weeks: int = 12
    name: str = ""
    notes: bool = False


class PrintedForm(forms.Form):
    """Read from an address too, but for the name."""

    weeks = forms.TypedChoiceField(
        coerce=int,
        choices=WEEKS,
        widget=forms.RadioSelect,
        label=_("How far back"),
        error_messages=dict.fromkeys(("invalid_choice", "required"), _("Choose 4 or 12 weeks.")),
    )
    name = forms.CharField(
        max_length=LONGEST_NAME,
        required=False,
        label=_("Your name, to be printed"),
        help_text=_("It is not kept. Leave it empty to write it by hand."),
        error_messages={
            "max_length": _("Write a name of 80 characters at most."),
            "null_characters_not_allowed": _("Write the name in letters only."),
        },
    )
    notes = forms.BooleanField(required=False, label=_("With my notes"))

    def shown(self) -> Shown:
        """What to show; where something was sent that can't be, what is usual."""
        self.full_clean()
        return Shown(**self.cleaned_data)
