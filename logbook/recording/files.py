"""The file that a person takes in: kept while they look at it, then only how to undo it."""

from datetime import datetime, timedelta

from accounts.models import User
from logbook.models import BroughtFile

KEPT = timedelta(days=1)


def keep_file(*, user: User, packed: bytes, now: datetime) -> None:
    """To be looked at. How to undo the one before stays, and the day for both began with that."""
    forget_files(now=now)
    BroughtFile.objects.filter(user=user, undo=b"").delete()
    BroughtFile.objects.update_or_create(
        user=user, defaults={"packed": packed}, create_defaults={"packed": packed, "kept_at": now}
    )


def keep_undo(*, user: User, undo: bytes, now: datetime) -> None:
    """Of the file that was kept, which goes."""
    kept = {"packed": b"", "undo": undo, "kept_at": now}
    BroughtFile.objects.update_or_create(user=user, defaults=kept)


def kept_file(*, user: User, now: datetime) -> BroughtFile | None:
    return BroughtFile.objects.filter(user=user, kept_at__gt=now - KEPT).first()


def forget_undo(*, user: User) -> None:
    """A file that waits to be looked at stays."""
    own = BroughtFile.objects.filter(user=user)
    own.filter(packed=b"").delete()
    own.update(undo=b"")


def forget_files(*, now: datetime) -> None:
    """Everybody's that were kept for a day."""
    BroughtFile.objects.filter(kept_at__lte=now - KEPT).delete()
