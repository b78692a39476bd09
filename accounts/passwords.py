"""What makes a password good enough, and what to do about one that isn't."""

import unicodedata
from typing import TYPE_CHECKING

from django.contrib.auth import password_validation as django_rules
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

if TYPE_CHECKING:
    from accounts.models import User


def one_form(password: str) -> str:
    """As it is kept: keyboards and systems write the same letter or space in more than one way."""
    return unicodedata.normalize("NFKC", password)


class LongEnough(django_rules.MinimumLengthValidator):
    def validate(self, password: str, user: object = None) -> None:
        password = one_form(password)
        length = len(password)
        if length < self.min_length:
            raise ValidationError(
                ngettext(
                    "This has %(length)d character. Add at least %(missing)d more.",
                    "This has %(length)d characters. Add at least %(missing)d more.",
                    length,
                ),
                code="password_too_short",
                params={"length": length, "missing": self.min_length - length},
            )
        if not password.strip():
            raise ValidationError(
                _("There are only spaces in this. Put some words between them."),
                code="password_only_spaces",
            )


class NotTheEmail(django_rules.UserAttributeSimilarityValidator):
    def validate(self, password: str, user: "User | None" = None) -> None:
        super().validate(one_form(password), user)

    def get_error_message(self) -> str:
        return _("This is too much like your email address. Choose something else.")


class NotCommon(django_rules.CommonPasswordValidator):
    def validate(self, password: str, user: "User | None" = None) -> None:
        super().validate(one_form(password), user)

    def get_error_message(self) -> str:
        return _("Many people use this one, so it is easy to guess. Choose something else.")
