"""Presses: record or remove several sessions with one tap, take that back, put it back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db.models import Q

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource
from logbook.models import Press, Session
from logbook.recording.programme import begin
from logbook.recording.rules import NotYours, check_day, find, insert, one_at_a_time
from logbook.recording.sessions import NewSession, row_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many sessions of one exercise on one day."""

    exercise: Exercise
    day: date
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPress:
    """What one tap records, and the keys of the sessions that it removes."""

    key: UUID
    wanted: Sequence[Wanted] = ()
    removed: Collection[UUID] = ()
    source: SessionSource | None = None
    round: str = ""
    ago: int | None = None

    @property
    def sessions(self) -> list[NewSession]:
        """Each under a key that follows from the press's."""
        return [
            NewSession(
                key=uuid5(self.key, f"{each.exercise.slug} {each.day} {number}"),
                exercise=each.exercise,
                day=each.day,
                source=self.source,
                round=self.round,
                ago=self.ago,
            )
            for each in self.wanted
            for number in range(each.count)
        ]


def record(user: User, new: NewPress, *, now: datetime) -> Press:
    """The press under that key, done once, all of it or nothing.

    One that was undone stays so, also where its undo arrived first. Raises Refused for a day that
    can't be recorded, NotYours for another person's key.
    """
    with one_at_a_time(user):
        if known := find(Press.objects.all(), user, new.key):
            return known
        begin(user, now=now)
        rows = [row_of(user, each, now=now) for each in new.sessions]
        press = insert(Press.objects.all(), Press(user=user, key=new.key, recorded_at=now))
        for row in rows:
            row.press = press
        Session.objects.bulk_create(rows, ignore_conflicts=True)
        standing = Session.objects.of(user).filter(key__in=new.removed)
        standing.update(undone_at=now, removed_by=press)
    return press


def undo(user: User, key: UUID, *, now: datetime) -> Press:
    """The press, taken back: its sessions go, those that it removed come back. Twice is once.

    One that has not arrived yet is taken back all the same. Raises NotYours for another person's
    key, and Refused where a session's day can't be recorded any more.
    """
    with one_at_a_time(user):
        press = find(Press.objects.all(), user, key) or insert(
            Press.objects.all(), Press(user=user, key=key, recorded_at=now, undone_at=now)
        )
        if press.undone_at is None:
            _turn(user, press, undone_at=now, now=now)
    return press


def put_back(user: User, key: UUID, *, now: datetime) -> Press:
    """The press that was undone, done again: its sessions are there, those it removed go.

    Twice is once. Raises NotYours where that press did nothing for this person, and Refused where
    a session's day can't be recorded any more.
    """
    with one_at_a_time(user):
        press = find(Press.objects.all(), user, key)
        if press is None or not _touched(press):
            raise NotYours
        if press.undone_at:
            _turn(user, press, undone_at=None, now=now)
    return press


def _turn(user: User, press: Press, *, undone_at: datetime | None, now: datetime) -> None:
    """Each of its sessions is there again, or gone, as the presses that it is of say."""
    press.undone_at = undone_at
    press.save(update_fields=["undone_at"])
    touched = _touched(press)
    coming = [each for each in touched if each.undone_at and not _is_gone(each)]
    for day in {each.day for each in coming if each.day}:
        check_day(user, day, now)
    going = [each.key for each in touched if not each.undone_at and _is_gone(each)]
    own = Session.objects.filter(user=user)
    own.filter(key__in=[each.key for each in coming]).update(undone_at=None, recorded_at=now)
    own.filter(key__in=going).update(undone_at=now)


def _touched(press: Press) -> list[Session]:
    of_press = Q(press=press) | Q(removed_by=press)
    found = Session.objects.filter(of_press, user_id=press.user_id)
    return list(found.select_related("press", "removed_by"))


def _is_gone(session: Session) -> bool:
    """Its press was undone, or the one that removed it was not."""
    recorded, removed = session.press, session.removed_by
    return bool((recorded and recorded.undone_at) or (removed and not removed.undone_at))
