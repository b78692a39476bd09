"""The field for a time zone, and the form with which people delete their account."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts import zones
from accounts.models import User


class ZoneSelect(forms.Select):
    """Also offers the zone that somebody has under a name that others aren't offered."""

    def optgroups(
        self, name: str, value: list[str], attrs: dict[str, Any] | None = None
    ) -> list[tuple[str | None, list[dict[str, Any]], int | None]]:
        groups = super().optgroups(name, value, attrs)
        kept = [each for each in value if each in zones.names() - zones.offered()]
        own = [self.create_option(name, each, each, True, len(groups)) for each in kept]
        return [*groups, (None, own, len(groups))]


class TimeZoneField(forms.ChoiceField):
    """A select by parts of the world. Each zone is taken, though only today's are offered."""

    def __init__(self, *, show_hidden_initial: bool = False) -> None:
        super().__init__(
            choices=lambda: (("", _("Choose your time zone")), *zones.choices()),
            widget=ZoneSelect,
            label=_("Time zone"),
            error_messages={
                "required": _("Choose your time zone, so that your days end when they should."),
                "invalid_choice": _("Choose a time zone from the list."),
            },
            show_hidden_initial=show_hidden_initial,
        )

    def valid_value(self, value: object) -> bool:
        return value in zones.names()


class DeleteForm(forms.Form):
    """Typed by hand, so that nobody is gone by a slip."""

    email = forms.CharField(
        label=_("Your email address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )

    def __init__(self, data: QueryDict | None, *, user: User) -> None:
        super().__init__(data)
        self.user = user
        field, own = self.fields["email"], {"email": user.shown_email}
        other = _("That isn’t the address you sign in with. Type %(email)s.") % own
        wrong = ("required", "null_characters_not_allowed", "other")
        field.error_messages |= dict.fromkeys(wrong, other)
        field.help_text = _("Type %(email)s if you are sure.") % own

    def clean_email(self) -> str:
        if not self.user.signs_in_as(self.cleaned_data["email"]):
            raise forms.ValidationError(self.fields["email"].error_messages["other"])
        return self.user.email
