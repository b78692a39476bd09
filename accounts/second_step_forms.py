"""django-allauth's forms of the second step and of passkeys in our words."""

import struct
from typing import Any

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as allauth
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict, ErrorList
from django.utils.translation import gettext_lazy as _

from accounts.entrance import UNREADABLE, CodeInOurWords
from accounts.models import EventKind, User

PASSKEY_FAILED = _("That passkey didn’t work. Try again, or use another way.")
LONGEST_NAME = 60
LONGEST_CREDENTIAL = 20_000
INNER = ("attestationObject", "authenticatorData", "clientDataJSON", "signature", "userHandle")


class AppCodeForm(CodeInOurWords):
    user: User
    cleaned_data: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code from the app")
        self.fields["code"].error_messages["required"] = _("Type the code from the app.")


class CodeThatWorksOnce(AppCodeForm):
    """A code of the app or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("Or one of your recovery codes. Spaces don’t matter.")

    def clean_code(self) -> str:
        """allauth remembers a used code for 30 seconds; with our tolerance it works for longer."""
        code: str = super().clean_code()  # type: ignore[misc]
        digits = "".join(filter(str.isdigit, code))
        works_for = settings.MFA_TOTP_TOLERANCE * 2 * 30 + 30
        if not cache.add(f"code-used:{self.user.pk}:{digits}", True, works_for):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondStepForm(CodeThatWorksOnce, allauth.AuthenticateForm):  # type: ignore[misc]
    trust = forms.BooleanField(
        required=False, label=_("Don’t ask again on this device, for 30 days")
    )

    def clean_code(self) -> str:
        try:
            return super().clean_code()
        except ValidationError:
            get_account_adapter().keep_record(self.user, EventKind.FAILED)
            raise


class ConfirmForm(CodeThatWorksOnce, allauth.ReauthenticateForm):  # type: ignore[misc]
    pass


class TurnOnForm(AppCodeForm, ActivateTOTPForm):  # type: ignore[misc]
    pass


class NameInOurWords:
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label=_("Name of this passkey"),
            help_text=_("So that you know it from others, such as “My phone”."),
            max_length=LONGEST_NAME,
            error_messages={
                "required": _("Give it a name."),
                "max_length": _("This is too long. A name has at most 60 characters."),
                "null_characters_not_allowed": UNREADABLE,
            },
        )


class CredentialField(forms.JSONField):
    """What a passkey made or signed.

    Only the parts that are known, and letters in each: given a number, the library that reads them
    makes as many bytes of it.
    """

    def to_python(self, value: Any) -> Any:
        try:
            sent: Any = super().to_python(value) if len(value or "") <= LONGEST_CREDENTIAL else ""
            given = {part: sent[part] for part in ("id", "rawId", "type")}
            inner = {part: sent["response"][part] for part in INNER if part in sent["response"]}
        except (LookupError, RecursionError, TypeError) as error:
            raise ValidationError(PASSKEY_FAILED) from error
        if not all(isinstance(each, str) for each in (*given.values(), *inner.values())):
            raise ValidationError(PASSKEY_FAILED)
        return given | {"response": inner, "clientExtensionResults": {}}

    def bound_data(self, data: Any, initial: Any) -> None:
        """It counts once, so the page that is drawn anew has none."""

    def prepare_value(self, value: Any) -> str:
        return ""


class FromTheBrowser:
    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]
    _errors: ErrorDict

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["credential"] = CredentialField(
            widget=forms.HiddenInput,
            label=_("Passkey"),
            error_messages=dict.fromkeys(("required", "invalid"), PASSKEY_FAILED),
        )

    def full_clean(self) -> None:
        """Letters that no browser sends make the libraries stumble."""
        try:
            super().full_clean()  # type: ignore[misc]
        except (AttributeError, LookupError, TypeError, ValueError, struct.error):
            self._errors, self.cleaned_data = ErrorDict(), {}
            self._errors["credential"] = ErrorList([str(PASSKEY_FAILED)])


class PasskeyForm(FromTheBrowser, NameInOurWords, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["passwordless"]  # all of ours are
        self.fields["name"].required = False  # by now the device has the passkey already

    def clean(self) -> dict[str, Any]:
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError as error:
            raise ValidationError(PASSKEY_FAILED) from error
        return cleaned


class PasskeyNameForm(NameInOurWords, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    pass


class PasskeyAtTheDoor(FromTheBrowser, webauthn.LoginWebAuthnForm):  # type: ignore[misc]
    pass


class PasskeyAsSecondStep(FromTheBrowser, webauthn.AuthenticateWebAuthnForm):  # type: ignore[misc]
    pass


class PasskeyToConfirm(FromTheBrowser, webauthn.ReauthenticateWebAuthnForm):  # type: ignore[misc]
    pass
