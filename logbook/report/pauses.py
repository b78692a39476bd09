"""A person's pauses, as they said them, and what was done in them all the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from accounts.models import User
from logbook import days, pauses
from logbook.models import Pause, Reason, Session
from logbook.pauses import Span
from logbook.report import reading


@dataclass(frozen=True, slots=True)
class SaidPause:
    """One pause: how many days it has, None while it is open, and the sessions done on them.

    What was done on a day in several pauses is told of the one that was said last.
    """

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
    overlapped: Sequence[Pause]
    """Those that share days with the one that was just said, the earliest first."""

    @property
    def now_reason(self) -> str:
        return str(Reason(self.now.reason).label) if self.now else ""

    @property
    def overlap_told(self) -> str:
        """'It overlaps Away, from 26 October. …'; empty where it doesn't."""
        named = [
            _("%(reason)s, from %(first)s")
            % {"reason": row.get_reason_display(), "first": date_format(row.first_day, "j F")}
            for row in self.overlapped
        ]
        told = {"pauses": get_text_list(named, _("and"))}
        return (
            _("It overlaps %(pauses)s. A day in both is paused once, for the reason said last.")
            % told
            if named
            else ""
        )


def of_pauses(user: User, *, today: date, just: UUID | None = None) -> PausesReport:
    """`just` names the pause that was just added, changed, taken back or put back."""
    rows = list(Pause.objects.filter(user=user).order_by("recorded_at", "key"))
    held = [row for row in rows if row.undone_at is None]
    held = [row for row in held if row.last is None or row.first_day <= row.last]
    done = _sessions_by_day(user, since=min((row.first_day for row in held), default=today))
    said_last = {day: row for row in held for day in _over(row, today)}
    just_said = next((row for row in rows if row.key == just), None)
    return PausesReport(
        today=today,
        first_day=days.first_day_as_of(today, user.first_day),
        now=pauses.around(reading.spans(held), today),
        said=[
            _said(row, sum(done.get(day, 0) for day, last in said_last.items() if last is row))
            for row in sorted(held, key=lambda row: row.first_day, reverse=True)
        ],
        just=just_said,
        overlapped=_overlapped(just_said, held) if just_said in held else [],
    )


def _over(row: Pause, today: date) -> Iterator[date]:
    """Its days up to today."""
    return days.days_from(row.first_day, min(row.last or today, today))


def _overlapped(just: Pause, held: Sequence[Pause]) -> list[Pause]:
    (span,) = reading.spans([just])
    others = [row for row in held if row is not just]
    found = [
        row
        for row, other in zip(others, reading.spans(others), strict=True)
        if span.overlaps(other)
    ]
    return sorted(found, key=lambda row: row.first_day)


def _said(row: Pause, sessions: int) -> SaidPause:
    return SaidPause(
        key=row.key,
        first=row.first_day,
        last=row.last,
        reason=str(Reason(row.reason).label),
        days=(row.last - row.first_day).days + 1 if row.last else None,
        sessions=sessions,
    )


def _sessions_by_day(user: User, *, since: date) -> dict[date, int]:
    found = Session.objects.of(user).filter(day__gte=since)
    counts = found.values_list("day").annotate(Count("key")).order_by()
    return {day: count for day, count in counts if day}
