"""Passkeys, the app's codes and recovery codes: what allauth asks of the site, and its forms."""

import struct
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.models import EmailAddress
from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.base import forms as allauth
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from accounts.models import EventKind, User
from accounts.sessions import device_of
from accounts.sign_in_forms import CodeInOurWords, InOurWords

APP = Authenticator.Type.TOTP
RECOVERY_CODES = Authenticator.Type.RECOVERY_CODES
PASSKEY = Authenticator.Type.WEBAUTHN
PASSKEY_FAILED = _("That passkey didn’t work. Try again, or use another way.")
LONGEST_NAME = 60
LONGEST_CREDENTIAL = 20_000
INNER = ("attestationObject", "authenticatorData", "clientDataJSON", "signature", "userHandle")


class Passkey(NamedTuple):
    """`used` is None as long as nobody signed in with it."""

    pk: int
    name: str
    added: date
    used: date | None


@dataclass(slots=True)
class WaysIn:
    """What a person has beside their password."""

    passkeys: list[Passkey] = field(default_factory=list)
    has_app: bool = False
    codes_left: int = 0


class SecondStepAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _(
            "That isn’t a code that works now. Each works once: type the next one that the app "
            "shows, or another recovery code."
        ),
        "unverified_email": _(
            "Your email address isn’t confirmed yet. Sign out and in again, and we send you a code."
        ),
    }

    def is_mfa_enabled(self, user: User, types: list[str] | None = None) -> bool:
        """The app alone makes a second step; whoever has only passkeys still signs in by password.

        allauth asks for both kinds together where it means the step, for one where it means that.
        """
        step = types is not None and len(types) > 1
        return bool(super().is_mfa_enabled(user, [APP] if step else types))

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002 - allauth's
        """What a new passkey is called unless the person says otherwise."""
        return device_of(self.request)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": settings.SITE_NAME}

    def build_totp_svg(self, url: str) -> SafeString:
        """To stand in the page: our policy shows no image that isn't a file of the site."""
        svg: str = super().build_totp_svg(url)
        return SafeString(svg[svg.index("<svg") :])


def turn_off(user: User) -> bool:
    """Take away the app and the recovery codes, which were for it; False where it was off."""
    rows = Authenticator.objects.filter(user=user, type__in=(APP, RECOVERY_CODES))
    deleted, _by_model = rows.delete()
    return bool(deleted)


def distrust_unconfirmed(user: User) -> None:
    """Close the ways in from before the address was confirmed: they may be a stranger's."""
    if EmailAddress.objects.filter(user=user, email=user.email, verified=False).exists():
        Authenticator.objects.filter(user=user).delete()
        user.set_unusable_password()
        user.save(update_fields=["password"])


def ways_in(user: User) -> WaysIn:
    """In one query, with dates as they were where the person lives."""

    def day(moment: datetime) -> date:
        return moment.astimezone(user.zone).date()

    ways = WaysIn()
    for row in Authenticator.objects.filter(user=user).order_by("pk"):
        if row.type == PASSKEY:
            used = day(row.last_used_at) if row.last_used_at else None
            ways.passkeys.append(Passkey(row.pk, row.wrap().name, day(row.created_at), used))
        elif row.type == APP:
            ways.has_app = True
        elif row.type == RECOVERY_CODES:
            ways.codes_left += len(row.wrap().get_unused_codes())
    return ways


class AppCodeForm(CodeInOurWords):
    user: User

    def prepare(self) -> None:
        super().prepare()
        self.fields["code"].label = _("Code from the app")
        self.fields["code"].error_messages["required"] = _("Type the code from the app.")


class CodeThatWorksOnce(AppCodeForm):
    """A code of the app or a recovery code."""

    def prepare(self) -> None:
        super().prepare()
        self.fields["code"].help_text = _("Or one of your recovery codes. Spaces don’t matter.")

    def clean_code(self) -> str:
        """allauth remembers a used code for 30 seconds; with our tolerance it works for longer."""
        code: str = super().clean_code()  # type: ignore[misc]
        digits = "".join(filter(str.isdigit, code))
        works_for = settings.MFA_TOTP_TOLERANCE * 2 * 30 + 30
        if not cache.add(f"code-used:{self.user.pk}:{digits}", True, works_for):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondStepForm(CodeThatWorksOnce, allauth.AuthenticateForm):
    trust = forms.BooleanField(
        required=False, label=_("Don’t ask again on this device, for 30 days")
    )

    def clean_code(self) -> str:
        try:
            return super().clean_code()
        except ValidationError:
            get_account_adapter().record_event(self.user, EventKind.FAILED)
            raise


class ConfirmForm(CodeThatWorksOnce, allauth.ReauthenticateForm):
    pass


class TurnOnForm(AppCodeForm, ActivateTOTPForm):
    pass


class NameInOurWords(InOurWords):
    def prepare(self) -> None:
        super().prepare()
        self.fields["name"] = forms.CharField(
            label=_("Name of this passkey"),
            help_text=_("So that you know it from others, such as “My phone”."),
            max_length=LONGEST_NAME,
            error_messages={
                "required": _("Give it a name."),
                "max_length": _("This is too long. A name has at most 60 characters."),
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

    def bound_data(self, data: object, initial: object) -> None:
        """It counts once, so the page that is drawn anew has none."""

    def prepare_value(self, value: object) -> str:
        return ""


class FromTheBrowser(InOurWords):
    def prepare(self) -> None:
        super().prepare()
        self.fields["credential"] = CredentialField(
            widget=forms.HiddenInput,
            label=_("Passkey"),
            error_messages=dict.fromkeys(("required", "invalid"), PASSKEY_FAILED),
        )

    def full_clean(self) -> None:
        """Letters that no browser sends make the libraries stumble."""
        try:
            super().full_clean()
        except (AttributeError, LookupError, TypeError, ValueError, struct.error):
            self.add_error("credential", PASSKEY_FAILED)


class PasskeyForm(FromTheBrowser, NameInOurWords, webauthn.AddWebAuthnForm):
    def prepare(self) -> None:
        super().prepare()
        del self.fields["passwordless"]  # all of ours are
        self.fields["name"].required = False  # by now the device has the passkey already

    def clean(self) -> dict[str, object] | None:
        try:
            return super().clean()
        except ValidationError as error:
            raise ValidationError(PASSKEY_FAILED) from error


class PasskeyNameForm(NameInOurWords, webauthn.EditWebAuthnForm):
    pass


class PasskeyAtTheDoor(FromTheBrowser, webauthn.LoginWebAuthnForm):
    pass


class PasskeyAsSecondStep(FromTheBrowser, webauthn.AuthenticateWebAuthnForm):
    pass


class PasskeyToConfirm(FromTheBrowser, webauthn.ReauthenticateWebAuthnForm):
    pass
