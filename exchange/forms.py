"""The form for the file to import. Whether the file is valid is for `file.parse` to say."""

from django import forms
from django.utils.translation import gettext_lazy as _

CHOOSE = _("Choose the file that you downloaded.")


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_("Its name is like footcare-2026-11-19.json, and it has up to 20 MB."),
        allow_empty_file=True,  # for `file.parse` to say
        error_messages={"required": CHOOSE, "missing": CHOOSE, "invalid": CHOOSE},
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )
