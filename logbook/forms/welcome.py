"""What a newcomer is asked first: what hurts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms import HurtsField


class HurtsForm(forms.Form):
    hurts = HurtsField(label=_("What hurts"))
