"""Sessions: record one, take it back, put it back, and note what there is to remember of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource
from logbook.domain import days
from logbook.models import Session
from logbook.recording.changes import UNCHANGED, Change, Unchanged
from logbook.recording.programme import begin
from logbook.recording.rules import (
    NotYours,
    Refused,
    check_ago,
    check_consent,
    check_day,
    find,
    insert,
)

LATER = timedelta(minutes=5)
"""What arrives so long after it was done was kept on a device meanwhile."""

HEALTH = ("note", "during")
"""The fields that tell how somebody is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """Without a source, a session of today is a tick, and one of an earlier day is filled in.

    `seconds` is how long a guided one took, `round` the part of the day in whose round it was.
    `ago` is how many seconds ago it was, where it was kept on a device until it could be sent.
    """

    key: UUID
    exercise: Exercise
    day: date
    source: SessionSource | None = None
    seconds: int | None = None
    round: str = ""
    ago: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionChange(Change):
    """What the person notes of a session: when it was, a line of text, how much it hurt."""

    moment: datetime | Unchanged | None = UNCHANGED
    note: str | Unchanged = UNCHANGED
    during: str | Unchanged = UNCHANGED


@transaction.atomic
def record(user: User, new: NewSession, *, now: datetime) -> Session:
    """The session under that key: a new one, or the one that was there already.

    A session that was taken back stays so. It was now; but the time of one that is filled in, or
    comes in on a later day, is unknown. Raises Refused for a day that can't be recorded, NotYours
    for another person's key.
    """
    if known := find(Session.objects.all(), user, new.key):
        return known
    begin(user, now=now)
    return insert(Session.objects.all(), row_of(user, new, now=now))


def row_of(user: User, new: NewSession, *, now: datetime) -> Session:
    """That session, not saved yet. Raises Refused for a day that can't be recorded."""
    is_today = new.day == check_day(user, new.day, now)
    moment = check_ago(new.ago, now)
    if moment and days.day_of(moment, user.zone, user.day_ends_at) != new.day:
        moment = None  # another day was filled in
    is_kept = moment is not None and now - moment >= LATER
    source = new.source or _source(is_kept=is_kept, is_now=is_today or moment is not None)
    if new.ago is None and is_today and source != SessionSource.BACKFILL:
        moment = now
    return Session(
        user=user,
        key=new.key,
        exercise=new.exercise,
        day=new.day,
        moment=moment,
        source=source,
        seconds=new.seconds,
        round=new.round,
        recorded_at=now,
    )


def _source(*, is_kept: bool, is_now: bool) -> SessionSource:
    if is_kept:
        return SessionSource.OFFLINE
    return SessionSource.TICK if is_now else SessionSource.BACKFILL


@transaction.atomic
def undo(user: User, key: UUID, *, now: datetime) -> Session:
    """The session under that key, taken back; also when it has not arrived yet, or again.

    Raises NotYours for another person's key.
    """
    session = find(Session.objects.all(), user, key) or insert(
        Session.objects.all(), Session(user=user, key=key, recorded_at=now, undone_at=now)
    )
    return _leave_press(session, undone_at=session.undone_at or now)


@transaction.atomic
def put_back(user: User, key: UUID, *, now: datetime) -> Session:
    """The session under that key, which was taken back, as it was; twice is once.

    Raises Refused where there is nothing to put back, NotYours for another person's key.
    """
    session = find(Session.objects.all(), user, key)
    if session is None or session.day is None:
        raise Refused(_("There is nothing to put back. Please look at the day again."))
    if session.undone_at is None:
        return session
    check_day(user, session.day, now)
    session.recorded_at = now
    return _leave_press(session, undone_at=None)


@transaction.atomic
def describe(user: User, key: UUID, change: SessionChange) -> Session:
    """The session with what the person noted of it.

    Raises NotYours where the person has no such session, or took it back, and NoConsent for a line
    or an answer.
    """
    session = find(Session.objects.all(), user, key)
    if session is None or session.undone_at:
        raise NotYours
    for name, value in change.values().items():
        if value and name in HEALTH:
            check_consent(user)
        setattr(session, name, value)
    session.save(update_fields=change.values())
    return session


def _leave_press(session: Session, *, undone_at: datetime | None) -> Session:
    """What was done to it by itself stays, whatever becomes of a press."""
    session.undone_at, session.press, session.removed_by = undone_at, None, None
    session.save(update_fields=["undone_at", "press", "removed_by", "recorded_at"])
    return session
