"""A person's pauses, as they said them, and what was done in them all the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from accounts.models import User
from logbook import days, pauses
from logbook.models import Pause, Reason, Session
from logbook.pauses import Span
from logbook.report import reading


@dataclass(frozen=True, slots=True)
class SaidPause:
    """One pause: how many days it has, None while it is open, and the sessions done on them."""

    key: UUID
    first: date
    last: date | None
    reason: str
    days: int | None
    sessions: int


@dataclass(frozen=True, slots=True)
class PausesReport:
    today: date
    first_day: date
    now: Span | None
    """The whole run of paused days that today is in."""
    said: Sequence[SaidPause]
    """All pauses, the latest first."""
    just: Pause | None

    @property
    def now_reason(self) -> str:
        return str(Reason(self.now.reason).label) if self.now else ""


def of_pauses(user: User, *, today: date, just: UUID | None = None) -> PausesReport:
    """`just` names the pause that was just added, changed, taken back or put back."""
    rows = list(Pause.objects.filter(user=user).order_by("recorded_at", "key"))
    held = [row for row in rows if row.undone_at is None]
    held = [row for row in held if row.last is None or row.first_day <= row.last]
    done = _sessions_by_day(user, since=min((row.first_day for row in held), default=today))
    return PausesReport(
        today=today,
        first_day=days.first_day_as_of(today, user.first_day),
        now=pauses.around(reading.spans(held), today),
        said=[
            _said(row, done, today)
            for row in sorted(held, key=lambda row: row.first_day, reverse=True)
        ],
        just=next((row for row in rows if row.key == just), None),
    )


def _said(row: Pause, done: dict[date, int], today: date) -> SaidPause:
    over = days.days_from(row.first_day, min(row.last or today, today))
    return SaidPause(
        key=row.key,
        first=row.first_day,
        last=row.last,
        reason=str(Reason(row.reason).label),
        days=(row.last - row.first_day).days + 1 if row.last else None,
        sessions=sum(done.get(day, 0) for day in over),
    )


def _sessions_by_day(user: User, *, since: date) -> dict[date, int]:
    found = Session.objects.of(user).filter(day__gte=since)
    counts = found.values_list("day").annotate(Count("key")).order_by()
    return {day: count for day, count in counts if day}
