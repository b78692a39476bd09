"""The pain check-in: a number or Skip for each site, its side, and the day's note."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from logbook.forms.notes import DayNoteField
from logbook.models import MOST_PAIN, Side, Site

NO_NUMBER = gettext_lazy("Choose a number from 0 to 10, or Skip.")


class PainField(forms.TypedChoiceField):
    """0 to 10; None where it is skipped."""

    def __init__(self, **kwargs: Any) -> None:
        none, *numbers = [(str(number), str(number)) for number in range(MOST_PAIN + 1)]
        super().__init__(
            choices=[none, ("", gettext_lazy("Skip")), *numbers],
            coerce=int,
            empty_value=None,
            required=False,
            show_hidden_initial=True,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": NO_NUMBER},
            **kwargs,
        )


class SideField(forms.ChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=[("", gettext_lazy("Not said")), *Side.choices],
            required=False,
            show_hidden_initial=True,
            widget=forms.Select({"class": "input"}),
            error_messages={
                "invalid_choice": gettext_lazy("Choose left, right or both, or leave it open.")
            },
            **kwargs,
        )


class PainForm(forms.Form):
    """The sites in the order given; a site's side is the field `<site>_side`, save for the back."""

    def __init__(
        self, data: Mapping[str, Any] | None, *, sites: Iterable[Site], initial: dict[str, Any]
    ) -> None:
        super().__init__(data, initial=initial)
        self.sites = list(sites)
        for site in self.sites:
            self.fields[site.value] = PainField(label=site.label)
            if site != Site.BACK:
                label = _("%(site)s, which side") % {"site": site.label}
                self.fields[f"{site.value}_side"] = SideField(label=label)
        self.fields["note"] = DayNoteField(label=_("Anything to remember?"))
        self.fields["note"].widget.attrs["rows"] = "2"

    def places(self) -> list[tuple[BoundField, BoundField | None]]:
        """Each site's field with the one for its side; the back has none."""
        return [
            (self[site.value], None if site == Site.BACK else self[f"{site.value}_side"])
            for site in self.sites
        ]

    def clean(self) -> dict[str, Any]:
        """A place that isn't asked for is said, not dropped."""
        for name in self.data:
            if name == "back_side" and self.data[name]:
                self.add_error("back", _("The back has no side here. Leave it out, please."))
            elif not self._is_known(name):
                self.add_error(None, _("There is no place called “%(name)s”.") % {"name": name})
        return self.cleaned_data

    def _is_known(self, name: str) -> bool:
        asked = name.removeprefix("initial-")
        return asked in {*self.fields, "csrfmiddlewaretoken", "back_side"}
