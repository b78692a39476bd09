"""What allauth asks of the site about passkeys, the app's codes and recovery codes."""

from datetime import date, datetime
from typing import Any, NamedTuple

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from accounts.devices import name_of, user_agent_of
from accounts.models import User

APP = Authenticator.Type.TOTP
RECOVERY_CODES = Authenticator.Type.RECOVERY_CODES
PASSKEY = Authenticator.Type.WEBAUTHN


class Passkey(NamedTuple):
    """`used` is None as long as nobody signed in with it."""

    pk: int
    name: str
    added: date
    used: date | None


class WaysIn(NamedTuple):
    """What a person has beside their password."""

    passkeys: list[Passkey]
    has_app: bool
    codes_left: int


class SecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]
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
        return name_of(user_agent_of(self.request))

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
    gone: tuple[int, Any] = rows.delete()
    return gone[0] > 0


def distrust(user: User) -> None:
    """Close the ways in from before the address was confirmed: they may be a stranger's."""
    Authenticator.objects.filter(user=user).delete()
    user.set_unusable_password()
    user.save(update_fields=["password"])


def ways_in(user: User) -> WaysIn:
    """In one query, with dates as they were where the person lives."""

    def day(moment: datetime) -> date:
        return moment.astimezone(user.zone).date()

    rows = list(Authenticator.objects.filter(user=user).order_by("pk"))
    return WaysIn(
        [
            Passkey(
                row.pk,
                row.wrap().name,
                day(row.created_at),
                day(row.last_used_at) if row.last_used_at else None,
            )
            for row in rows
            if row.type == PASSKEY
        ],
        any(row.type == APP for row in rows),
        sum(len(row.wrap().get_unused_codes()) for row in rows if row.type == RECOVERY_CODES),
    )
