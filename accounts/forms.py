"""The settings that people make, and the field with which they choose their time zone."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import zones
from accounts.changes import ManyField
from accounts.models import DayEnd, Site, Theme, User, WeekStart


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

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=lambda: (("", _("Choose your time zone")), *zones.choices()),
            widget=ZoneSelect,
            label=_("Time zone"),
            error_messages={
                "required": _("Choose your time zone, so that your days end when they should."),
                "invalid_choice": _("Choose a time zone from the list."),
            },
            **kwargs,
        )

    def valid_value(self, value: Any) -> bool:
        return value in zones.names()


class HurtsField(ManyField):
    """Where it hurts, from a body's sites; none is an answer too."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=Site.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": _("Choose from the four.")},
            show_hidden_initial=True,
            **kwargs,
        )


class SettingsForm(forms.Form):
    """Each field goes out with the value that it was drawn with: see `accounts.changes`."""

    time_zone = TimeZoneField(show_hidden_initial=True)
    day_ends_at = forms.TypedChoiceField(
        show_hidden_initial=True,
        coerce=int,
        choices=DayEnd.choices,
        label=_("My day ends at"),
        help_text=_("Up late? A session before this time counts for the day before."),
        error_messages={
            "required": _("Choose when your day ends."),
            "invalid_choice": _("Choose an hour from the list."),
        },
    )
    week_starts_on = forms.TypedChoiceField(
        show_hidden_initial=True,
        coerce=int,
        choices=WeekStart.choices,
        widget=forms.RadioSelect,
        label=_("Weeks start on"),
        error_messages={
            "required": _("Choose the day on which your weeks start."),
            "invalid_choice": _("Choose one of the three days."),
        },
    )
    theme = forms.ChoiceField(
        show_hidden_initial=True,
        required=False,
        choices=Theme.choices,
        widget=forms.RadioSelect,
        label=_("Light or dark"),
        error_messages={"invalid_choice": _("Choose one of the three.")},
    )
    hurts = HurtsField(
        label=_("What hurts"),
        help_text=_("We ask about these first when you note your pain."),
    )
    asks_during = forms.BooleanField(
        required=False,
        show_hidden_initial=True,
        label=_("Ask how much it hurt after a session"),
    )
    shows_streak = forms.BooleanField(
        required=False, show_hidden_initial=True, label=_("Show days in a row in History")
    )


class DeleteForm(forms.Form):
    """Typed by hand, so that nobody is gone by a slip."""

    email = forms.CharField(
        label=_("Your email address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        field, own = self.fields["email"], {"email": user.email}
        other = _("That isn’t the address you sign in with. Type %(email)s.") % own
        wrong = ("required", "null_characters_not_allowed", "other")
        field.error_messages |= dict.fromkeys(wrong, other)
        field.help_text = _("Type %(email)s if you are sure.") % own

    def clean_email(self) -> str:
        email = User.objects.normalize_email(self.cleaned_data["email"])
        if email != self.user.email:
            raise forms.ValidationError(self.fields["email"].error_messages["other"])
        return email
