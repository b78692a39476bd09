"""Pauses: say one, change it, end it early, take it back, put it back."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from logbook.models import Pause
from logbook.recording.refusal import NotYours, Refused

ONE_DAY = timedelta(days=1)


def pause(
    *, user: User, key: UUID, first_day: date, last_day: date | None, reason: str, now: datetime
) -> Pause:
    """The pause under that key: a new one, or the one that was there already.

    Raises NotYours for another person's key.
    """
    if known := _find(user, key):
        return known
    row = Pause(
        user=user,
        key=key,
        first_day=first_day,
        last_day=last_day,
        reason=reason,
        recorded_at=now,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        if quicker := _find(user, key):
            return quicker
        raise
    return row


def change_pause(*, user: User, key: UUID, **fields: object) -> Pause:
    """The pause with these fields changed: `first_day`, `last_day`, `reason`. Raises NotYours."""
    row = _find(user, key)
    if row is None or row.undone_at:
        raise NotYours
    for name, value in fields.items():
        setattr(row, name, value)
    row.save(update_fields=fields)
    return row


@transaction.atomic
def end_pauses(*, user: User, today: date, now: datetime) -> list[Pause]:
    """Today counts again: each pause that covers it ends yesterday, one that began today is gone.

    The pauses as they were before. Raises Refused where today isn't paused.
    """
    covering = Pause.objects.select_for_update().of(user).filter(first_day__lte=today)
    ended = [row for row in covering if row.last_day is None or row.last_day >= today]
    if not ended:
        raise Refused(_("There is no pause to end: today counts already."))
    for row in ended:
        ends = {"undone_at": now} if row.first_day == today else {"last_day": today - ONE_DAY}
        Pause.objects.filter(user=user, key=row.key).update(**ends)
    return ended


def undo_pause(*, user: User, key: UUID, now: datetime) -> Pause:
    """The pause, taken back; twice is once. Raises NotYours."""
    row = _find(user, key)
    if row is None:
        raise NotYours
    if row.undone_at is None:
        row.undone_at = now
        row.save(update_fields=["undone_at"])
    return row


def put_back_pause(*, user: User, key: UUID) -> Pause:
    """The pause, which was taken back, as it was. Raises NotYours."""
    row = _find(user, key)
    if row is None:
        raise NotYours
    row.undone_at = None
    row.save(update_fields=["undone_at"])
    return row


def _find(user: User, key: UUID) -> Pause | None:
    found = Pause.objects.filter(key=key)
    rows = list(found)
    for row in rows:
        if row.user_id == user.pk:
            return row
    if rows:
        raise NotYours
    return None
