"""Pauses: add one, change it, end it early, take it back, put it back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from logbook.models import Pause
from logbook.recording.changes import UNCHANGED, Change, Unchanged
from logbook.recording.rules import NotYours, Refused, find, insert


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPause:
    """Without a last day it goes on until it is ended."""

    key: UUID
    first_day: date
    last_day: date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseChange(Change):
    """With a new last day, whatever ended the pause early is forgotten."""

    first_day: date | Unchanged = UNCHANGED
    last_day: date | Unchanged | None = UNCHANGED
    reason: str | Unchanged = UNCHANGED


def add(user: User, new: NewPause, *, now: datetime) -> Pause:
    """The pause under that key: a new one, or the one that was there already.

    Raises NotYours for another person's key.
    """
    if known := find(Pause.objects.all(), user, new.key):
        return known
    row = Pause(
        user=user,
        key=new.key,
        first_day=new.first_day,
        last_day=new.last_day,
        reason=new.reason,
        recorded_at=now,
    )
    return insert(Pause.objects.all(), row)


@transaction.atomic
def change(user: User, key: UUID, new: PauseChange) -> Pause:
    """The pause with these fields changed. Raises NotYours.

    Raises Refused where it would end before it starts: another tab may have changed the other of
    its days.
    """
    row = Pause.objects.select_for_update().of(user).filter(key=key).first()
    if row is None:
        raise NotYours
    values = new.values()
    if "last_day" in values:
        values["ended_day"] = None
    for name, value in values.items():
        setattr(row, name, value)
    if row.last and row.last < row.first_day:
        raise Refused(_("The pause would end before it starts. Please choose both days again."))
    row.save(update_fields=values)
    return row


@transaction.atomic
def end(user: User, day: date) -> list[Pause]:
    """From that day on the person's days count again: each pause that covers it is over.

    Twice is once. Raises Refused where the day isn't paused.
    """
    begun = Pause.objects.select_for_update().of(user).filter(first_day__lte=day)
    rows = [row for row in begun if row.last_day is None or row.last_day >= day]
    covering = [row for row in rows if row.ended_day is None or row.ended_day >= day]
    if not covering:
        raise Refused(_("There is no pause to end: the day counts already."))
    for row in covering:
        row.ended_day = day
        row.save(update_fields=["ended_day"])
    return covering


@transaction.atomic
def resume(user: User, day: date) -> None:
    """The pauses that were ended on that day go on as they were said. Raises Refused if none."""
    if not Pause.objects.of(user).filter(ended_day=day).update(ended_day=None):
        raise Refused(_("There is no pause to take up again. Please look at your pauses."))


def undo(user: User, key: UUID, *, now: datetime) -> Pause:
    """The pause, taken back; twice is once. Raises NotYours."""
    row = _find(user, key)
    if row.undone_at is None:
        row.undone_at = now
        row.save(update_fields=["undone_at"])
    return row


def put_back(user: User, key: UUID) -> Pause:
    """The pause, which was taken back, as it was. Raises NotYours."""
    row = _find(user, key)
    row.undone_at = None
    row.save(update_fields=["undone_at"])
    return row


def _find(user: User, key: UUID) -> Pause:
    row = find(Pause.objects.all(), user, key)
    if row is None:
        raise NotYours
    return row
