"""What was recorded or taken back with one press: what became of it, and the days it is of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from accounts.models import User
from logbook.models import Session
from logbook.recording import living_again, taken_back_last
from logbook.report import words


@dataclass(frozen=True, slots=True)
class BatchReport:
    """One press, read from its rows: a reload tells the same."""

    key: UUID
    days: Sequence[date]
    added: int
    removed: int
    is_undone: bool

    @property
    def day(self) -> date:
        return self.days[0]

    @property
    def told(self) -> str:
        return words.batch(self.added, self.removed, is_undone=self.is_undone)


def of_batch(user: User, key: UUID | None) -> BatchReport | None:
    """What that press did to the person's sessions; None where it did nothing.

    Once it is undone, `added` is what was taken back and `removed` what was put back.
    """
    if key is None:
        return None
    named = Session.objects.filter(user=user).filter(Q(batch=key) | Q(undone_by=key))
    rows = list(named.filter(day__isnull=False).order_by("day"))
    recorded = [row for row in rows if row.batch == key]
    removed = [row for row in rows if row.undone_by == key]
    if not rows:
        return None
    living = [row for row in recorded if row.undone_at is None]
    back = living_again(user, removed) if removed and not living else []
    is_undone = not living and (bool(recorded) or bool(back))
    return BatchReport(
        key=key,
        days=sorted({row.day for row in rows if row.day}),
        added=len(taken_back_last(recorded) if is_undone else living),
        removed=len(back if is_undone else removed),
        is_undone=is_undone,
    )
