"""What a file brings in: rows under their own keys, and targets. It can be taken out again."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar

from django.db import models, transaction

from accounts.models import User
from logbook.models import DayNote, PainEntry, Pause, Session, Target
from logbook.recording.programme import EARLIEST_TODAY, held_on
from logbook.recording.rules import check_consent, check_day
from logbook.recording.sessions import HEALTH

AT_ONCE = 500
"""Keys in one query: SQLite takes some thousand, PostgreSQL some ten thousand."""

Row = TypeVar("Row", Session, Pause, PainEntry, DayNote)


def import_rows(*, user: User, rows: Sequence[Row], now: datetime) -> None:
    """Add rows of one table. A row whose key is there already stays as it is.

    Raises NoConsent for rows that tell how somebody is. Raises Refused for a day to come and for
    one before the first, give or take EARLIEST_TODAY: the day is that of the place where the person
    was.
    """
    if not rows:
        return
    lived: set[date] = set()
    for row in rows:
        row.user = user
        if not isinstance(row, Pause) and row.day:
            lived.add(row.day)
    for day in lived:
        check_day(user, day, now, apart=EARLIEST_TODAY)
    with transaction.atomic():
        if any(map(tells_health, rows)):
            check_consent(user)
        type(rows[0])._base_manager.bulk_create(rows, ignore_conflicts=True)


def tells_health(row: Row) -> bool:
    if isinstance(row, Session):
        return any(getattr(row, name) for name in HEALTH)
    return isinstance(row, PainEntry | DayNote)


@transaction.atomic
def import_targets(*, user: User, targets: Iterable[Target], until: date | None) -> None:
    """Replace the targets before that day, so that what holds on it stays; or all of them."""
    own = Target.objects.filter(user=user)
    if until:
        held = held_on(user, until)
        own.filter(from_day__lt=until).delete()
        for target in held:
            target.from_day = until
        Target.objects.bulk_create(held, ignore_conflicts=True)
    else:
        own.delete()
    rows = list(targets)
    for target in rows:
        target.user = user
    Target.objects.bulk_create(rows)


@transaction.atomic
def remove_rows(
    *, user: User, table: type[models.Model], keys: Sequence[tuple[object, ...]]
) -> None:
    """Delete the person's rows with these keys, which are primary keys without the person."""
    for start in range(0, len(keys), AT_ONCE):
        own = [(user.pk, *key) for key in keys[start : start + AT_ONCE]]
        table._base_manager.filter(pk__in=own).delete()
