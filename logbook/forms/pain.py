"""The pain check-in: a number or Skip for each site, its side, and the day's note."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from logbook.choices import Side, Site
from logbook.forms.consent import PREFIX
from logbook.forms.notes import NoteField
from logbook.models import LONGEST_NOTE, MOST_PAIN

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

NO_NUMBER = gettext_lazy("Choose a number from 0 to 10, or Skip.")


class PainField(forms.TypedChoiceField):
    """0 to 10; None where it is skipped."""

    def __init__(self, *, label: "StrOrPromise") -> None:
        numbers = [(str(number), str(number)) for number in range(MOST_PAIN + 1)]
        super().__init__(
            choices=[("", gettext_lazy("Skip")), *numbers],
            coerce=int,
            empty_value=None,
            required=False,
            show_hidden_initial=True,
            widget=forms.RadioSelect,
            error_messages={"invalid_choice": NO_NUMBER},
            label=label,
        )


class SideField(forms.ChoiceField):
    def __init__(self, *, label: str) -> None:
        super().__init__(
            choices=[("", gettext_lazy("Not said")), *Side.choices],
            required=False,
            show_hidden_initial=True,
            widget=forms.Select({"class": "input"}),
            error_messages={
                "invalid_choice": gettext_lazy("Choose left, right or both, or leave it open.")
            },
            label=label,
        )


class PainForm(forms.Form):
    """The sites in the order given; a site's side is the field `<site>_side`, save for the back."""

    def __init__(
        self,
        data: Mapping[str, object] | None,
        *,
        sites: Iterable[Site],
        initial: Mapping[str, object],
    ) -> None:
        super().__init__(data, initial=dict(initial))
        self.sites = list(sites)
        for site in self.sites:
            self.fields[site.value] = PainField(label=site.label)
            if site != Site.BACK:
                label = _("%(site)s, which side") % {"site": site.label}
                self.fields[f"{site.value}_side"] = SideField(label=label)
        self.fields["note"] = NoteField(
            label=_("Anything to remember?"),
            longest=LONGEST_NOTE,
            widget=forms.Textarea({"class": "input", "rows": "2"}),
        )

    def places(self) -> list[tuple[BoundField, BoundField | None]]:
        """Each site's field with the one for its side; the back has none."""
        return [
            (self[site.value], None if site == Site.BACK else self[f"{site.value}_side"])
            for site in self.sites
        ]

    def clean(self) -> None:
        """A place that the form doesn't have is an error."""
        for name in self.data:
            if name == "back_side" and self.data[name]:
                self.add_error("back", _("The back has no side here. Leave it out, please."))
            elif not self._is_known(name):
                self.add_error(None, _("There is no place called “%(name)s”.") % {"name": name})

    def _is_known(self, name: str) -> bool:
        field = name.removeprefix("initial-")
        # An outbox says how long ago it was.
        known = {*self.fields, "csrfmiddlewaretoken", "back_side", "ago"}
        return field in known or name.startswith(PREFIX)
