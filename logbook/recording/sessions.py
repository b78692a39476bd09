"""Sessions: record one or several, take them back, put them back, and what was noted of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from exercises.models import Exercise
from logbook import days
from logbook.models import Session, SessionSource
from logbook.recording import keys
from logbook.recording.programme import open_logbook
from logbook.recording.refusal import NotYours, Refused, check_day

AGAIN = "again"
"""The key of what was put back follows by this name from the key of what was taken back."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Sessions of one exercise on one day that are to be recorded together with others."""

    exercise: Exercise
    day: date
    count: int


@transaction.atomic
def record(
    *,
    user: User,
    exercise: Exercise,
    day: date,
    key: UUID,
    now: datetime,
    source: SessionSource | None = None,
    moment: datetime | None = None,
    **details: Any,
) -> Session:
    """The session under that key: a new one, or the one that was there already.

    `details` are what else is known of it: `seconds`, `round`, `note`, `during`, `batch`.

    A session that was taken back stays so. Without a source, a session of today is a tick, and one
    of an earlier day is filled in. Without a moment it was now; but the time of one that is filled
    in, or comes in on a later day, is unknown. `seconds` is how long a guided one took. Raises
    Refused for a day that can't be recorded, NotYours for another person's key.
    """
    if known := _find(user, key):
        return known
    if user.first_day is None:
        open_logbook(user=user, now=now)
    today = days.day_of(now, user.zone, user.day_ends_at)
    first_day = days.first_day_as_of(today, user.first_day)
    check_day(day, first_day, today)
    source = source or (SessionSource.TICK if day == today else SessionSource.BACKFILL)
    if moment is None and day == today and source != SessionSource.BACKFILL:
        moment = now
    session = Session(
        user=user,
        key=key,
        exercise=exercise,
        day=day,
        moment=moment,
        source=source,
        recorded_at=now,
        **details,
    )
    if user.first_day != first_day:
        User.objects.filter(pk=user.pk).update(first_day=first_day)
    return _insert(session)


@transaction.atomic
def undo(*, user: User, key: UUID, now: datetime) -> Session:
    """The session under that key, taken back; also when it has not arrived yet, or again.

    Raises NotYours for another person's key.
    """
    session = _find(user, key) or _insert(
        Session(user=user, key=key, recorded_at=now, undone_at=now)
    )
    if session.undone_at is None:
        session.undone_at = now
        session.save(update_fields=["undone_at"])
    return session


def put_back(*, user: User, key: UUID, now: datetime) -> Session:
    """The session under that key, which was taken back, recorded again with its day and time.

    Its new key follows from the old one: put back twice, from wherever, it is back once. One that
    was taken back again gets the key after that. Raises
    Refused where there is nothing to put back, NotYours for another person's key.
    """
    old = _find(user, key)
    if old is None or old.exercise is None or old.day is None or old.undone_at is None:
        raise Refused(_("There is nothing to put back. Please look at the day again."))
    again = uuid5(key, AGAIN)
    while (later := _find(user, again)) and later.undone_at:
        again = uuid5(again, AGAIN)
    return record(
        user=user,
        exercise=old.exercise,
        day=old.day,
        key=again,
        now=now,
        source=SessionSource(old.source),
        moment=old.moment,
        seconds=old.seconds,
        round=old.round,
        note=old.note,
        during=old.during,
        batch=old.batch and uuid5(old.batch, AGAIN),
    )


@transaction.atomic
def record_together(
    *,
    user: User,
    batch: UUID,
    wanted: Iterable[Wanted],
    now: datetime,
    removed: Iterable[UUID] = (),
    **details: Any,
) -> list[Session]:
    """Several sessions with one press, each under a key that follows from the batch's.

    The same batch twice is the same sessions. `removed` names sessions that the same press takes
    back. All of it or nothing: raises as `record` and `undo` do.
    """
    recorded = [
        record(
            user=user,
            exercise=group.exercise,
            day=group.day,
            key=uuid5(batch, f"{group.exercise.slug} {group.day} {number}"),
            now=now,
            batch=batch,
            **details,
        )
        for group in wanted
        for number in range(group.count)
    ]
    for key in removed:
        session = undo(user=user, key=key, now=now)
        if session.undone_at == now and session.undone_by is None:
            session.undone_by = batch
            session.save(update_fields=["undone_by"])
    return recorded


@transaction.atomic
def undo_together(*, user: User, batch: UUID, now: datetime) -> list[Session]:
    """What one press did, undone: its sessions taken back, those it took back put back.

    Twice is once. The sessions that the press had recorded come back. Raises NotYours where
    that press did nothing for this person, and Refused as `put_back` does.
    """
    recorded = list(_of_batch(user, batch=batch))
    removed = list(_of_batch(user, undone_by=batch))
    if not recorded and not removed:
        raise NotYours
    for session in recorded:
        if session.undone_at is None:
            undo(user=user, key=session.key, now=now)
    for session in removed:
        put_back(user=user, key=session.key, now=now)
    return recorded


@transaction.atomic
def put_back_together(*, user: User, batch: UUID, now: datetime) -> UUID:
    """The press that was undone, done again: its sessions are recorded, those it removed go.

    What comes back is the key of the press that this is, which can be undone in its turn; it
    follows from the old one, so twice is once. A session that was taken back on its own before
    stays so. Raises NotYours where that press did nothing, and Refused as `record` does.
    """
    gone = taken_back_last(list(_of_batch(user, batch=batch)))
    removed = list(_of_batch(user, undone_by=batch))
    if not gone and not removed:
        raise NotYours
    for session in gone:
        put_back(user=user, key=session.key, now=now)
    again = uuid5(batch, AGAIN)
    for session in living_again(user, removed):
        session.undone_at, session.undone_by = now, again
        session.save(update_fields=["undone_at", "undone_by"])
    return again


def taken_back_last(sessions: Sequence[Session]) -> list[Session]:
    """Those that the last Undo took back, without one that was undone on its own before."""
    moments = [session.undone_at for session in sessions if session.undone_at]
    return [session for session in sessions if moments and session.undone_at == max(moments)]


def living_again(user: User, gone: Iterable[Session]) -> list[Session]:
    """Of sessions that were taken back, those that were put back since, as they are now."""
    names = {uuid5(session.key, AGAIN) for session in gone}
    back: list[Session] = []
    while names:
        found = list(Session.objects.filter(user=user, key__in=names))
        back += [session for session in found if session.undone_at is None]
        names = {uuid5(session.key, AGAIN) for session in found if session.undone_at}
    return back


@transaction.atomic
def describe(*, user: User, key: UUID, **details: Any) -> Session:
    """The session with what the person noted of it: `note`, `during`, `moment`; others stay.

    Raises NotYours where the person has no such session, or took it back.
    """
    session = _find(user, key)
    if session is None or session.undone_at:
        raise NotYours
    for name, value in details.items():
        setattr(session, name, value)
    session.save(update_fields=details)
    return session


def _of_batch(user: User, **which: UUID) -> QuerySet[Session]:
    """Locked in the order of their keys, so that two presses can't wait for each other."""
    return Session.objects.select_for_update().filter(user=user, **which).order_by("key")


def _find(user: User, key: UUID) -> Session | None:
    return keys.find(Session.objects.all(), user, key)


def _insert(session: Session) -> Session:
    return keys.insert(Session.objects.all(), session)
