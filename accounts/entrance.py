"""django-allauth's forms at the door (sign up, sign in, passwords, codes) in our words."""

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from allauth.account import forms as allauth
from django import forms
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.http import HttpRequest
from django.utils.encoding import punycode
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts import passwords, zones
from accounts.forms import TimeZoneField
from accounts.models import User

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LONGEST_EMAIL = 254
AGAIN = _("Please type your password again.")
MISTYPED = _("Check the address. It should look like name@example.org.")
UNREADABLE = _("There is a character in this that can’t be read. Type it once more.")


class Words(NamedTuple):
    label: "StrOrPromise"
    missing: "StrOrPromise" = ""
    hint: "StrOrPromise" = ""


EMAIL = Words(_("Email"), _("Type your email address."))
WORDS = {
    "email": EMAIL,
    "login": EMAIL,
    "password": Words(_("Password"), _("Type your password.")),
    "oldpassword": Words(_("Current password"), _("Type your current password.")),
    "password1": Words(_("New password"), _("Choose a password."), passwords.HINT),
    "password2": Words(_("New password, once more"), _("Type the new password once more.")),
    "remember": Words(_("Keep me signed in on this device")),
    "code": Words(_("Code"), _("Type the code from the mail."), _("Spaces don’t matter.")),
}


def has_a_domain(address: str) -> None:
    """Django takes letters in a domain with which no mail can be sent: a line separator, say."""
    try:
        punycode(address.rpartition("@")[2])
    except UnicodeError as error:
        raise ValidationError(MISTYPED) from error


class InOurWords(forms.BaseForm):
    """Labels, hints and errors by the field's name, and no placeholder that repeats the label."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for each in self.fields.values():
            each.error_messages["null_characters_not_allowed"] = UNREADABLE
        for name, words in WORDS.items():
            if field := self.fields.get(name):
                field.label, field.help_text = words.label, words.hint
                field.error_messages["required"] = words.missing
                field.widget.attrs.pop("placeholder", None)
                if isinstance(field, forms.EmailField):
                    self.prepare_email(field)

    def full_clean(self) -> None:
        """Where something is wrong, a password that isn't is asked for again: none is sent back."""
        super().full_clean()
        for field in self if self.errors else ():
            if isinstance(field.field.widget, forms.PasswordInput) and not field.errors:
                field.help_text = format_lazy("{} {}", AGAIN, field.help_text)

    def prepare_email(self, field: forms.EmailField) -> None:
        field.error_messages["invalid"] = MISTYPED
        field.validators += [MaxLengthValidator(LONGEST_EMAIL, MISTYPED), has_a_domain]
        field.widget.attrs.update(autocapitalize="none", maxlength=str(LONGEST_EMAIL))


class SignUpForm(InOurWords, allauth.SignupForm):  # type: ignore[misc]
    field_order = ("email", "password1", "time_zone")
    time_zone = TimeZoneField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = WORDS["password"].label
        device_zone = json.dumps(zones.older_names())
        self.fields["time_zone"].widget.attrs["data-device-zone"] = device_zone

    def try_save(self, request: HttpRequest) -> Any:
        """Where there is an account already it takes as long, so that time doesn't tell."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)

    @transaction.atomic
    def save(self, request: HttpRequest) -> User:
        """A whole new person or none: account, address, and what the site opens for them."""
        user: User = super().save(request)
        return user


class SignInForm(InOurWords, allauth.LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["remember"].initial = True


class ReauthenticateForm(InOurWords, allauth.ReauthenticateForm):  # type: ignore[misc]
    pass


class TypedTwice(InOurWords):
    cleaned_data: dict[str, Any]

    def clean_password2(self) -> str:
        again: str = self.cleaned_data["password2"]
        if again != self.cleaned_data.get("password1", again):
            raise ValidationError(_("The two new passwords differ. Type the same one twice."))
        return again


class ChangePasswordForm(TypedTwice, allauth.ChangePasswordForm):  # type: ignore[misc]
    pass


class ForgottenPasswordForm(InOurWords, allauth.ResetPasswordForm):  # type: ignore[misc]
    pass


class FirstPasswordForm(TypedTwice, allauth.SetPasswordForm):  # type: ignore[misc]
    pass


class NewPasswordForm(TypedTwice, allauth.ResetPasswordKeyForm):  # type: ignore[misc]
    pass


class ChangeEmailForm(InOurWords, allauth.AddEmailForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New email")
        self.fields["email"].help_text = _(
            "We send a code there first. Until you type it in, the old one stays."
        )


class CodeInOurWords(InOurWords):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # No maxlength: it would cut a code that was copied with spaces between.
        attributes = {"class": "input--code", "inputmode": "numeric"}
        self.fields["code"].widget.attrs.update(attributes)


class EmailCodeForm(CodeInOurWords, allauth.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]
    pass


class PasswordCodeForm(CodeInOurWords, allauth.ConfirmPasswordResetCodeForm):  # type: ignore[misc]
    pass


class RequestCodeForm(InOurWords, allauth.RequestLoginCodeForm):  # type: ignore[misc]
    remember = forms.BooleanField(required=False, initial=True)


class SignInCodeForm(CodeInOurWords, allauth.ConfirmLoginCodeForm):  # type: ignore[misc]
    pass
