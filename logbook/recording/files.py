"""The file that a person takes in: kept while they look at it, then only how to undo it."""

from datetime import datetime, timedelta

from accounts.models import User
from logbook.models import BroughtFile

KEPT = timedelta(days=1)


def keep_file(*, user: User, now: datetime, **kept: bytes) -> None:
    """`packed`, `undo` or both; the other stays."""
    BroughtFile.objects.update_or_create(user=user, defaults={**kept, "kept_at": now})
    forget_files(now=now)


def kept_file(*, user: User, now: datetime) -> BroughtFile | None:
    return BroughtFile.objects.filter(user=user, kept_at__gt=now - KEPT).first()


def forget_file(*, user: User) -> None:
    BroughtFile.objects.filter(user=user).delete()


def forget_files(*, now: datetime) -> None:
    """Everybody's that were kept for a day."""
    BroughtFile.objects.filter(kept_at__lte=now - KEPT).delete()
