"""What comes in with a file, and is taken out again: rows by their own keys, and a programme."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from accounts.models import User
from logbook import days
from logbook.models import Pause, Target
from logbook.recording.programme import EARLIEST_TODAY, held_on
from logbook.recording.refusal import check_day

AT_ONCE = 500
"""Keys in one question: SQLite takes some thousand, PostgreSQL some ten thousand."""


def bring_in(*, user: User, rows: Sequence[Any], now: datetime) -> None:
    """Rows of one of the logbook's tables become the person's; what is there stays as it is.

    Raises Refused for a day to come and for one before the first, give or take the dates by which
    two places on earth are apart: it was noted where it was that day.
    """
    if not rows:
        return
    today = days.day_of(now, user.zone, user.day_ends_at)
    first_day = days.first_day_as_of(today, user.first_day)
    for row in rows:
        row.user = user
        if not isinstance(row, Pause):
            check_day(row.day, first_day - EARLIEST_TODAY, today + EARLIEST_TODAY)
    with transaction.atomic():
        type(rows[0]).objects.bulk_create(rows, ignore_conflicts=True)


@transaction.atomic
def bring_programme(*, user: User, targets: Iterable[Target], until: date | None) -> None:
    """These targets hold up to that day, and from it on what held on it; or instead of all."""
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
def take_out(
    *, user: User, table: type[models.Model], column: str, values: Collection[Any], **which: str
) -> None:
    """The person's rows of that table with these values go for good, as if they never came."""
    own = table._base_manager.filter(user=user, **which)
    for some in _in_pieces(list(values)):
        own.filter(**{f"{column}__in": some}).delete()


def _in_pieces(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(values), AT_ONCE):
        yield values[start : start + AT_ONCE]
