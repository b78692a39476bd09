"""A week from paper: bring each day and exercise to the number that was typed in."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session, SessionSource
from logbook.recording.refusal import Refused
from logbook.recording.sessions import Wanted, record_together
from logbook.recording.turns import one_at_a_time

Place = tuple[date, Exercise]
Stored = dict[Place, list[Session]]
RANKS = {SessionSource.BACKFILL: 0, SessionSource.IMPORT: 0, SessionSource.GUIDED: 2}


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


def fill(
    *, user: User, batch: UUID, numbers: Mapping[Place, int], seen: str, now: datetime
) -> None:
    """As many sessions at each place as `numbers` says, with one press; the same twice is once.

    `seen` is the fingerprint of what was stored when the person saw what will change. Raises
    Overtaken where it is something else by now, and Refused as `record` does.
    """
    with one_at_a_time(user):
        if Session.objects.filter(Q(batch=batch) | Q(undone_by=batch), user=user).exists():
            return
        stored = sessions_at(user, {day for day, _exercise in numbers})
        if fingerprint(stored, numbers) != seen:
            raise Overtaken(_("The week has changed since. Please look again at what will change."))
        there = {place: stored.get(place, []) for place in numbers}
        record_together(
            user=user,
            batch=batch,
            wanted=[
                Wanted(exercise, day, number - len(there[day, exercise]))
                for (day, exercise), number in numbers.items()
            ],
            removed=[
                session.key
                for place, number in numbers.items()
                for session in surplus(there[place], number)
            ],
            now=now,
            source=SessionSource.BACKFILL,
        )
