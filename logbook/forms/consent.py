"""The question whether what hurts may be kept: yes needs its box, no is one press."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from logbook.forms.sessions import SLIP, KeyField
from logbook.recording.consent import NewAnswer

PREFIX = "consent-"
"""How the names of its fields begin, so that it can be sent along with any other form."""


class ConsentForm(forms.Form):
    prefix = PREFIX.removesuffix("-")
    SAVE, NO = "save", "no"

    key = KeyField()
    choice = forms.ChoiceField(
        choices=[(SAVE, _("Save my choice")), (NO, _("Don’t keep it"))],
        error_messages={"required": SLIP, "invalid_choice": SLIP},
    )
    keep = forms.BooleanField(
        label=_("Yes, keep what I note about my pain and how I feel."), required=False
    )

    def clean_keep(self) -> bool:
        keep: bool = self.cleaned_data["keep"]
        if not keep and self.cleaned_data.get("choice") == self.SAVE:
            raise forms.ValidationError(_("Tick the box to say yes, or press “Don’t keep it”."))
        return keep

    def answer(self) -> NewAnswer:
        """Of a valid form."""
        return NewAnswer(
            key=self.cleaned_data["key"],
            is_given=self.cleaned_data["choice"] == self.SAVE,
            language=get_language() or "",
        )
