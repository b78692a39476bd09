"""The import of a file: it is kept to look at, planned, and applied, all of it or nothing."""

import zlib
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import asdict
from datetime import datetime
from functools import partial
from itertools import chain
from threading import Lock
from typing import Any

from django.core.exceptions import ValidationError

from accounts import zones
from accounts.models import User
from exchange import export, file, plan, undo
from exchange.models import ImportedFile
from exchange.records import COLUMNS, SECTIONS, Record, Row
from exercises.models import Exercise
from logbook.domain import days
from logbook.domain.programme import Amount
from logbook.models import Pause, Preferences, Session
from logbook.recording.imported import import_rows, import_targets
from logbook.recording.preferences import change_settings
from logbook.recording.rules import one_at_a_time

ONE_AT_A_TIME = Lock()
"""In each process: while it is read, a file takes ten times its size in memory."""

Catalogue = Mapping[str, Exercise]


def keep(user: User, data: bytes, *, now: datetime) -> None:
    """Keep the file to look at. Raises InvalidFile, and then keeps nothing."""
    file.parse(data, today=days.day_of(now, user.zone, user.day_ends_at))
    ImportedFile.objects.keep(user, zlib.compress(data), now)


def waiting(user: User, *, now: datetime) -> Record | None:
    """What is in the file that they look at; None where none is kept, or none any more."""
    kept = ImportedFile.objects.of(user, now)
    if not kept or not kept.packed:
        return None
    data = zlib.decompress(kept.packed)
    return file.parse(data, today=days.day_of(now, user.zone, user.day_ends_at))


def planned(user: User, record: Record, *, now: datetime) -> plan.Plan:
    """What the import would do now. Raises InvalidFile, as `plan` does."""
    return plan.plan(_current(user, _catalogue(), now), record)


def apply(user: User, record: Record, *, now: datetime) -> plan.Plan:
    """Import it, in one transaction: twice is once. Raises Refused, or InvalidFile as `plan`."""
    catalogue = _catalogue()
    with one_at_a_time(user):
        user.refresh_from_db()  # another tab may have changed it
        current = _current(user, catalogue, now)
        found = plan.plan(current, record)
        if found.is_empty:
            return found
        if found.targets:
            targets = _stored("targets", found.targets, catalogue)
            import_targets(user=user, targets=targets, until=found.until)
        if found.changes:
            changes = {COLUMNS.get(name, name): each for name, each in found.changes.items()}
            change_settings(user, changes)
        for name, section in found.sections.items():
            import_rows(user=user, rows=_stored(name, section.added, catalogue), now=now)
        ImportedFile.objects.keep_undo(user, undo.packed(user, current.record, found), now)
    return found


def _catalogue() -> Catalogue:
    return {exercise.slug: exercise for exercise in Exercise.objects.all()}


def _current(user: User, catalogue: Catalogue, now: datetime) -> plan.Current:
    keys = [
        table.objects.filter(user=user, undone_at__isnull=False).values_list("key", flat=True)
        for table in (Session, Pause)
    ]
    return plan.Current(
        record=export.record(user, today=days.day_of(now, user.zone, user.day_ends_at)),
        undone=frozenset(chain(*keys)),
        exercises=catalogue.keys(),
        zones=zones.names(),
        makes_session=partial(_makes_session, catalogue),
        may_note=Preferences.of(user).may_note,
    )


def _makes_session(catalogue: Catalogue, slug: str, amount: Amount) -> bool:
    exercise = copy(catalogue[slug])
    exercise.do_instead(**asdict(amount))
    try:
        exercise.clean()
    except ValidationError:
        return False
    return True


def _stored(section: str, rows: Iterable[Row], catalogue: Catalogue) -> list[Any]:
    """The rows as the table of that section has them, nobody's so far."""
    made = []
    for row in rows:
        values = {name: getattr(row, name) for name in file.FIELDS[SECTIONS[section]]}
        if "exercise" in values:
            values["exercise"] = catalogue[values["exercise"]]
        made.append(export.TABLES[section](**values))
    return made
