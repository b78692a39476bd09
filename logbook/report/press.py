"""What was recorded or removed with one press: what became of it, and the days it is of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from accounts.models import User
from logbook.models import Press, Session
from logbook.report import day_wording


@dataclass(frozen=True, slots=True)
class PressReport:
    """One press, read from its rows: a reload tells the same.

    Once it is undone, `added` is what was taken back and `removed` what was put back.
    """

    key: UUID
    days: Sequence[date]
    added: int
    removed: int
    is_undone: bool

    @property
    def sentence(self) -> str:
        return day_wording.press(self.added, self.removed, is_undone=self.is_undone)


def build(user: User, key: UUID | None) -> PressReport | None:
    """What that press did to the person's sessions; None where it did nothing."""
    press = Press.objects.filter(user=user, key=key).first() if key else None
    if press is None:
        return None
    rows = Session.objects.filter(Q(press=press) | Q(removed_by=press), user=user)
    if not rows:
        return None
    is_undone = press.undone_at is not None
    gone, there = ([row for row in rows if bool(row.undone_at) is each] for each in (True, False))
    return PressReport(
        key=press.key,
        days=sorted({row.day for row in rows if row.day}),
        added=sum(row.press_id == key for row in (gone if is_undone else there)),
        removed=sum(row.removed_by_id == key for row in (there if is_undone else gone)),
        is_undone=is_undone,
    )
