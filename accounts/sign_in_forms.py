"""django-allauth's forms to sign up and in, for passwords and for codes, in our words."""

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from allauth.account import fields
from allauth.account import forms as allauth
from allauth.account.models import EmailAddress
from allauth.core import context
from django import forms
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.encoding import punycode
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts import email_addresses, passwords, zones
from accounts.forms import TimeZoneField
from accounts.models import User
from accounts.sessions import TYPED_EMAIL, keep_signed_in

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
    "password1": Words(
        _("New password"),
        _("Choose a password."),
        _("At least 10 characters. Three or four plain words work well."),
    ),
    "password2": Words(_("New password, once more"), _("Type the new password once more.")),
    "remember": Words(_("Keep me signed in on this device")),
    "code": Words(_("Code"), _("Type the code from the mail."), _("Spaces don’t matter.")),
}


def can_be_written_to(address: str) -> None:
    """Django takes letters with which no mail can be sent: a line separator, say."""
    try:
        address.encode("ascii")
        punycode(address.rpartition("@")[2])
    except UnicodeError as error:
        raise ValidationError(MISTYPED) from error


class EmailField(fields.EmailField):
    """Checks and gives the address as it is stored, however it was typed."""

    default_validators = [*fields.EmailField.default_validators, can_be_written_to]

    def to_python(self, value: str | None) -> str:
        return email_addresses.canonical(value or "")

    def clean(self, value: str | None) -> str:
        super().clean(value)
        return User.objects.stored_email(value)


class InOurWords(forms.BaseForm):
    """Labels, hints and errors by the field's name, and no placeholder that repeats the label."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.prepare()

    def prepare(self) -> None:
        """What a form changes of its fields, once allauth has made them."""
        for name, given in self.fields.items():
            is_email = isinstance(given, forms.EmailField)
            field = self.fields[name] = EmailField() if is_email else given
            field.error_messages["null_characters_not_allowed"] = UNREADABLE
            if words := WORDS.get(name):
                field.label, field.help_text = words.label, words.hint
                field.error_messages["required"] = words.missing
                field.widget.attrs.pop("placeholder", None)
            if is_email:
                field.error_messages["invalid"] = MISTYPED
                field.validators.append(MaxLengthValidator(LONGEST_EMAIL, MISTYPED))
                field.widget.attrs.update(autocapitalize="none", maxlength=str(LONGEST_EMAIL))

    def full_clean(self) -> None:
        """Where something is wrong, a password that isn't is asked for again: none is sent back."""
        super().full_clean()
        for field in self if self.errors else ():
            if isinstance(field.field.widget, forms.PasswordInput) and not field.errors:
                field.help_text = format_lazy("{} {}", AGAIN, field.help_text)

    def typed_email(self) -> str:
        """The address to be shown."""
        return email_addresses.readable(str(self["email"].value()))[:LONGEST_EMAIL]


class SignUpForm(InOurWords, allauth.SignupForm):
    field_order = ("email", "password1", "time_zone")
    time_zone = TimeZoneField()

    def prepare(self) -> None:
        super().prepare()
        self.fields["password1"].label = WORDS["password"].label
        device_zone = json.dumps(zones.older_names())
        self.fields["time_zone"].widget.attrs["data-device-zone"] = device_zone

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """Where there is an account already it takes as long, so that time doesn't tell."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)

    @transaction.atomic
    def save(self, request: HttpRequest) -> User:
        """A whole new person or none: account, address, and what the site opens for them."""
        return super().save(request)


class SignInForm(InOurWords, allauth.LoginForm):
    remember = forms.BooleanField(required=False, initial=True)


class ReauthenticateForm(InOurWords, allauth.ReauthenticateForm):
    pass


class TypedTwice(InOurWords):
    cleaned_data: dict[str, str]

    def clean_password1(self) -> str:
        return passwords.one_form(self.cleaned_data["password1"])

    def clean_password2(self) -> str:
        again = passwords.one_form(self.cleaned_data["password2"])
        if again != self.cleaned_data.get("password1", again):
            raise ValidationError(_("The two new passwords differ. Type the same one twice."))
        return again


class ChangePasswordForm(TypedTwice, allauth.ChangePasswordForm):
    def clean_oldpassword(self) -> str:
        typed: str = super().clean_oldpassword()
        keep_signed_in(context.request, self.user)
        return typed


class ForgottenPasswordForm(InOurWords, allauth.ResetPasswordForm):
    pass


class FirstPasswordForm(TypedTwice, allauth.SetPasswordForm):
    pass


class NewPasswordForm(TypedTwice, allauth.ResetPasswordKeyForm):
    pass


class ChangeEmailForm(InOurWords, allauth.AddEmailForm):
    def prepare(self) -> None:
        super().prepare()
        self.fields["email"].label = _("New email")
        self.fields["email"].help_text = _(
            "We send a code there first. Until you type it in, the old one stays."
        )

    def save(self, request: HttpRequest) -> EmailAddress:
        request.session[TYPED_EMAIL] = self.typed_email()
        return super().save(request)


class CodeInOurWords(InOurWords):
    def prepare(self) -> None:
        super().prepare()
        # No maxlength: it would cut a code that was copied with spaces between.
        attributes = {"class": "input--code", "inputmode": "numeric"}
        self.fields["code"].widget.attrs.update(attributes)


class EmailCodeForm(CodeInOurWords, allauth.ConfirmEmailVerificationCodeForm):
    pass


class PasswordCodeForm(CodeInOurWords, allauth.ConfirmPasswordResetCodeForm):
    pass


class RequestCodeForm(InOurWords, allauth.RequestLoginCodeForm):
    remember = forms.BooleanField(required=False, initial=True)


class SignInCodeForm(CodeInOurWords, allauth.ConfirmLoginCodeForm):
    pass
