"""Every write to the logbook: open it, record a session, take it back, put it back."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from exercises.models import Exercise
from logbook import days
from logbook.models import Session, SessionSource, Target

# Two places on earth are at most two dates apart: so far back can today lie for a newcomer who
# corrects their time zone. Days before the first never count, whatever the targets.
EARLIEST_TODAY = timedelta(days=2)


class Refused(ValueError):
    """The sentence says what is wrong and what to do; nothing was written."""


class NotYours(LookupError):
    """The key belongs to somebody else; nothing was written."""


@transaction.atomic
def open_logbook(*, user: User, now: datetime) -> None:
    """Begin today with the article's programme; a logbook that is open already stays as it is."""
    today = days.day_of(now, user.zone, user.day_ends_at)
    if not User.objects.filter(pk=user.pk, first_day=None).update(first_day=today):
        return
    user.first_day = today
    Target.objects.bulk_create(
        Target(
            user=user,
            exercise=exercise,
            from_day=today - EARLIEST_TODAY,
            per_day=exercise.per_day,
        )
        for exercise in Exercise.objects.all()
    )


@transaction.atomic
def record(
    *,
    user: User,
    exercise: Exercise,
    day: date,
    key: UUID,
    now: datetime,
    source: SessionSource | None = None,
    seconds: int | None = None,
    moment: datetime | None = None,
) -> Session:
    """The session under that key: a new one, or the one that was there already.

    A session that was taken back stays so. Without a source, a session of today is a tick, and one
    of an earlier day is filled in. Without a moment it was now; but the time of one that comes in
    on a later day is unknown. `seconds` is how long a guided one took. Raises Refused for a day
    that can't be recorded, NotYours for another person's key.
    """
    if known := _find(user, key):
        return known
    if user.first_day is None:
        open_logbook(user=user, now=now)
    today = days.day_of(now, user.zone, user.day_ends_at)
    first_day = days.first_day_as_of(today, user.first_day)
    _check_day(day, first_day, today)
    source = source or (SessionSource.TICK if day == today else SessionSource.BACKFILL)
    if moment is None and day == today:
        moment = now
    session = Session(
        user=user,
        key=key,
        exercise=exercise,
        day=day,
        moment=moment,
        source=source,
        seconds=seconds,
        recorded_at=now,
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
    again = uuid5(key, "again")
    while (later := _find(user, again)) and later.undone_at:
        again = uuid5(again, "again")
    return record(
        user=user,
        exercise=old.exercise,
        day=old.day,
        key=again,
        now=now,
        source=SessionSource(old.source),
        seconds=old.seconds,
        moment=old.moment,
    )


def _find(user: User, key: UUID) -> Session | None:
    found = list(Session.objects.select_related("exercise").filter(key=key))
    for session in found:
        if session.user_id == user.pk:
            return session
    if found:
        raise NotYours
    return None


def _insert(session: Session) -> Session:
    """The row as it is in the end: another tab may have been quicker with the same key."""
    try:
        with transaction.atomic():
            session.save(force_insert=True)
    except IntegrityError:
        stored = Session.objects.select_related("exercise")
        if quicker := stored.filter(user_id=session.user_id, key=session.key).first():
            return quicker
        raise
    return session


def _check_day(day: date, first_day: date, today: date) -> None:
    if day > today:
        raise Refused(
            _("%(day)s is still to come. You can tick it off once it is here.")
            % {"day": date_format(day, "l j F Y")}
        )
    if day < first_day:
        raise Refused(
            _("%(day)s is before your first day, %(first)s. Choose that day or a later one.")
            % {"day": date_format(day, "l j F Y"), "first": date_format(first_day, "l j F Y")}
        )
