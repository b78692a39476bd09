"""What makes a password good enough, and what to do about one that isn't."""

from typing import Any

from django.contrib.auth import password_validation as django_rules
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

SHORTEST = 10
HINT = gettext_lazy("At least 10 characters. Three or four plain words work well.")


class LongEnough(django_rules.MinimumLengthValidator):
    def __init__(self) -> None:
        super().__init__(SHORTEST)

    def validate(self, password: str, user: Any = None) -> None:
        length = len(password)
        if length < SHORTEST:
            raise ValidationError(
                ngettext(
                    "This has %(length)d character. Add at least %(missing)d more.",
                    "This has %(length)d characters. Add at least %(missing)d more.",
                    length,
                ),
                code="password_too_short",
                params={"length": length, "missing": SHORTEST - length},
            )
        if not password.strip():
            raise ValidationError(
                _("There are only spaces in this. Put some words between them."),
                code="password_only_spaces",
            )

    def get_help_text(self) -> str:
        return str(HINT)


class NotTheEmail(django_rules.UserAttributeSimilarityValidator):
    def __init__(self) -> None:
        super().__init__(user_attributes=["email"])

    def get_error_message(self) -> str:
        return _("This is too much like your email address. Choose something else.")


class NotCommon(django_rules.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("Many people use this one, so it is easy to guess. Choose something else.")
