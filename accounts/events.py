"""What happened with a person's account: kept for ninety days, and shown to nobody but them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from accounts.models import AccountEvent, EventKind, User

KEPT_FOR = timedelta(days=90)
ONE_DAY = timedelta(days=1)
MOST_FAILED = 20  # that are kept a day: whoever guesses all day long fills no disk

KIND_OF_MAIL = {
    "account/email/email_changed": EventKind.EMAIL,
    "account/email/email_deleted": EventKind.EMAIL,
    "account/email/password_changed": EventKind.PASSWORD,
    "account/email/password_reset": EventKind.PASSWORD,
    "account/email/password_set": EventKind.PASSWORD,
    "mfa/email/totp_activated": EventKind.SECOND_STEP_ON,
    "mfa/email/totp_deactivated": EventKind.SECOND_STEP_OFF,
    "mfa/email/recovery_codes_generated": EventKind.RECOVERY_CODES,
    "mfa/email/webauthn_added": EventKind.PASSKEY_ADDED,
    "mfa/email/webauthn_removed": EventKind.PASSKEY_REMOVED,
}
"""Which event each mail of allauth's tells the person about."""


def record(user: User, kind: EventKind, *, device: str, now: datetime) -> None:
    """Write it down, and forget what is older than ninety days."""
    events = AccountEvent.objects.filter(user=user)
    events.filter(moment__lt=now - KEPT_FOR).delete()
    if kind == EventKind.FAILED:
        today = events.filter(kind=kind, moment__gt=now - ONE_DAY)
        if today.count() >= MOST_FAILED:
            return
    AccountEvent.objects.create(user=user, kind=kind, device=device, moment=now)


def recent(user: User, *, now: datetime) -> Sequence[AccountEvent]:
    """The latest first."""
    events = AccountEvent.objects.filter(user=user, moment__gte=now - KEPT_FOR)
    return list(events.order_by("-moment", "-key"))


def forget_old(*, now: datetime) -> int:
    """Of everybody, what is older than ninety days; how many that were."""
    deleted, _by_model = AccountEvent.objects.filter(moment__lt=now - KEPT_FOR).delete()
    return deleted
