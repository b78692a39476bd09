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
from logbook.choices import Reason
from logbook.domain import days, pauses
from logbook.domain.pauses import Span
from logbook.models import Pause, Preferences, Session
from logbook.report import queries


@dataclass(frozen=True, slots=True)
class SaidPause:
    """One pause, and the sessions done on its days.

    What was done on a day in several pauses counts for the one that was said last.
    """

    pause: Pause
    sessions: int

    @property
    def days(self) -> int | None:
        """How many it has; None while it is open."""
        last = self.pause.last
        return (last - self.pause.first_day).days + 1 if last else None


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
    def overlap(self) -> str:
        """'It overlaps Away, from 26 October. …'; empty where it doesn't."""
        named = [
            _("%(reason)s, from %(first)s")
            % {"reason": row.get_reason_display(), "first": date_format(row.first_day, "j F")}
            for row in self.overlapped
        ]
        values = {"pauses": get_text_list(named, _("and"))}
        return (
            _("It overlaps %(pauses)s. A day in both is paused once, for the reason said last.")
            % values
            if named
            else ""
        )


def build(user: User, *, today: date, just: UUID | None = None) -> PausesReport:
    """`just` names the pause that was just added, changed, taken back or put back."""
    rows = list(Pause.objects.filter(user=user).order_by("recorded_at", "key"))
    held = [row for row in rows if row.undone_at is None]
    held = [row for row in held if row.last is None or row.first_day <= row.last]
    done = _sessions_by_day(user, since=min((row.first_day for row in held), default=today))
    said_last = {day: row for row in held for day in _over(row, today)}
    just_said = next((row for row in rows if row.key == just), None)
    return PausesReport(
        today=today,
        first_day=Preferences.of(user).first_day_as_of(today),
        now=pauses.around(queries.spans(held), today),
        said=[
            SaidPause(row, sum(done.get(day, 0) for day, last in said_last.items() if last is row))
            for row in sorted(held, key=lambda row: row.first_day, reverse=True)
        ],
        just=just_said,
        overlapped=_overlapped(just_said, held) if just_said in held else [],
    )


def _over(row: Pause, today: date) -> Iterator[date]:
    """Its days up to today."""
    return days.days_from(row.first_day, min(row.last or today, today))


def _overlapped(just: Pause, held: Sequence[Pause]) -> list[Pause]:
    (span,) = queries.spans([just])
    others = [row for row in held if row is not just]
    found = [
        row
        for row, other in zip(others, queries.spans(others), strict=True)
        if span.overlaps(other)
    ]
    return sorted(found, key=lambda row: row.first_day)


def _sessions_by_day(user: User, *, since: date) -> dict[date, int]:
    found = Session.objects.of(user).filter(day__gte=since)
    counts = found.values_list("day").annotate(Count("key")).order_by()
    return {day: count for day, count in counts if day}
