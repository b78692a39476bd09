"""A week from paper: bring each day and exercise to the number that was typed in."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource
from logbook.models import Press, Session
from logbook.recording import presses
from logbook.recording.presses import NewPress, Wanted
from logbook.recording.rules import Refused, find, one_at_a_time

Place = tuple[date, Exercise]
Stored = dict[Place, list[Session]]
RANKS = {SessionSource.BACKFILL: 0, SessionSource.IMPORT: 0, SessionSource.GUIDED: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWeek:
    """As many sessions at each place as `numbers` says.

    `seen` is the fingerprint of what was stored when the person saw what will change.
    """

    key: UUID
    numbers: Mapping[Place, int]
    seen: str


class Overtaken(Refused):
    """Something was recorded or removed since the person saw what will change."""


def sessions_at(user: User, days: Collection[date]) -> Stored:
    """The sessions of those days by day and exercise; places without any are left out."""
    stored: Stored = {}
    found = Session.objects.of(user).filter(day__in=days).select_related("exercise")
    for session in found.order_by("key"):
        assert session.day is not None  # noqa: S101 - it was asked for
        assert session.exercise is not None  # noqa: S101 - or it were undone
        stored.setdefault((session.day, session.exercise), []).append(session)
    return stored


def surplus(sessions: Iterable[Session], number: int) -> list[Session]:
    """Those that go where only so many are to stay.

    First go those that were filled in, then the ticked, last the guided; of each, first those
    without a time, then the latest.
    """
    latest_first = sorted(
        sessions, key=lambda session: session.moment or session.recorded_at, reverse=True
    )
    in_order = sorted(
        latest_first,
        key=lambda session: (RANKS.get(SessionSource(session.source), 1), bool(session.moment)),
    )
    return in_order[: max(0, len(in_order) - number)]


def fingerprint(stored: Stored, places: Iterable[Place]) -> str:
    """Differs as soon as a session comes to one of those places, or goes."""
    keys = sorted(str(session.key) for place in places for session in stored.get(place, ()))
    return sha256(" ".join(keys).encode()).hexdigest()


def fill(user: User, new: NewWeek, *, now: datetime) -> None:
    """Bring the week to these numbers with one press; the same press twice is once.

    Raises Overtaken where something else than what was seen is stored by now, Refused for a day
    that can't be recorded, NotYours for another person's key.
    """
    with one_at_a_time(user):
        if find(Press.objects.all(), user, new.key):
            return
        stored = sessions_at(user, {day for day, _exercise in new.numbers})
        if fingerprint(stored, new.numbers) != new.seen:
            raise Overtaken(_("The week has changed since. Please look again at what will change."))
        there = {place: stored.get(place, []) for place in new.numbers}
        press = NewPress(
            key=new.key,
            wanted=[
                Wanted(exercise, day, number - len(there[day, exercise]))
                for (day, exercise), number in new.numbers.items()
            ],
            removed=[
                session.key
                for place, number in new.numbers.items()
                for session in surplus(there[place], number)
            ],
            source=SessionSource.BACKFILL,
        )
        presses.record(user, press, now=now)
