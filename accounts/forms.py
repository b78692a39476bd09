"""The forms about the person: the time zone asked at sign-up, and the settings."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import zones
from accounts.models import User


class TimeZoneSelect(forms.Select):
    """A select by parts of the world, into which a script puts the device's own zone."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"data-device-zone": "", **(attrs or {})})


class TimeZoneField(forms.ChoiceField):
    """Any zone that exists, also an old name that a browser still uses (Asia/Calcutta)."""

    widget = TimeZoneSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=lambda: (("", _("Choose your time zone")), *zones.choices()),
            label=_("Time zone"),
            error_messages={
                "required": _("Choose your time zone, so that your days end when they should."),
                "invalid_choice": _("Choose a time zone from the list."),
            },
            **kwargs,
        )

    def valid_value(self, value: Any) -> bool:
        return value in zones.available_timezones()


class TimeZoneForm(forms.Form):
    """What sign-up asks besides e-mail and password."""

    time_zone = TimeZoneField()

    def signup(self, request: Any, user: User) -> None:
        """Asked for by allauth; the zone is already on the user (`logbook.joining`)."""


class SettingsForm(forms.ModelForm):  # type: ignore[type-arg]
    time_zone = TimeZoneField()

    class Meta:
        model = User
        fields = ("time_zone", "day_ends_at", "week_starts_on", "theme")
        widgets = {"week_starts_on": forms.RadioSelect, "theme": forms.RadioSelect}
        help_texts = {
            "day_ends_at": _("Up late? A session before this time counts for the day before."),
        }
