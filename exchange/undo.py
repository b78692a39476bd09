"""Undo of the last import: what it added goes, and what it changed is as it was before."""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from accounts.models import User
from exchange import export
from exchange.file import FIELDS, as_json
from exchange.models import ImportedFile
from exchange.plan import Plan
from exchange.records import COLUMNS, Profile, Record, Row
from exercises.models import Exercise
from logbook.models import Preferences, Target
from logbook.recording.imported import import_targets, remove_rows
from logbook.recording.preferences import change_settings, stored_settings
from logbook.recording.programme import lived_first
from logbook.recording.rules import one_at_a_time

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Import:
    """What the last import did. All values are as in a file."""

    added: Mapping[str, Sequence[str | Sequence[str]]]
    """By section, the identities of the rows: a text where it is one field."""
    changed: Mapping[str, tuple[object, object]]
    """The fields of the profile, with what they were and became."""
    targets: Sequence[list[Json]]
    """All targets before and after, or nothing where they didn't change."""

    @property
    def counts(self) -> dict[str, int]:
        return {name: len(rows) for name, rows in self.added.items()}


def packed(user: User, before: Record, plan: Plan) -> bytes:
    """All that undo needs once the plan is applied."""
    added = {
        name: [row.identity if len(row.identity) > 1 else row.identity[0] for row in section.added]
        for name, section in plan.sections.items()
    }
    fields = FIELDS[Profile]
    changed = {
        name: (fields[name].write(getattr(before.profile, name)), fields[name].write(value))
        for name, value in plan.changes.items()
    }
    touched = (before.targets, export.targets(user)) if plan.targets else ()
    done = {"added": added, "changed": changed, "targets": [*map(_json, touched)]}
    return zlib.compress(json.dumps(done, default=str).encode())


def last(user: User, *, now: datetime) -> Import | None:
    """The import that the person can undo."""
    kept = ImportedFile.objects.of(user, now)
    return Import(**json.loads(zlib.decompress(kept.undo))) if kept and kept.undo else None


def undo_last(user: User, *, now: datetime) -> None:
    """Undo it in one transaction; what was changed since stays. Twice is once."""
    with one_at_a_time(user):
        user.refresh_from_db()  # another tab may have changed it
        done = last(user, now=now)
        if done is None:
            return
        for section, identities in done.added.items():
            keys = [(each,) if isinstance(each, str) else tuple(each) for each in identities]
            remove_rows(user=user, table=export.TABLES[section], keys=keys)
        if changes := _changes(user, done.changed, now.date()):
            change_settings(user, changes)
        if done.targets:
            _undo_targets(user, *done.targets)
        ImportedFile.objects.forget_undo(user)


def _changes(
    user: User, changed: Mapping[str, tuple[object, object]], today: date
) -> dict[str, Any]:
    """The columns that still have the value of the import, with the values from before it."""
    found: dict[str, Any] = {}
    stored = stored_settings(user, [COLUMNS.get(name, name) for name in changed])
    for name, (was, became) in changed.items():
        column, field = COLUMNS.get(name, name), FIELDS[Profile][name]
        if field.write(stored[column]) == became:
            found[column] = field.read(was, today)
    if not Preferences.of(user).may_note:
        found.pop("hurts", None)
    if "first_day" in found:
        found["first_day"] = min(filter(None, (found["first_day"], lived_first(user))))
    return found


def _undo_targets(user: User, before: list[Json], after: list[Json]) -> None:
    """Unless they were changed since."""
    if _json(export.targets(user)) != sorted(after, key=itemgetter("from_day", "exercise")):
        return
    exercises = {exercise.slug: exercise for exercise in Exercise.objects.all()}
    rows = [Target(**{**row, "exercise": exercises[str(row["exercise"])]}) for row in before]
    import_targets(user=user, targets=rows, until=None)


def _json(targets: Iterable[Row]) -> list[Json]:
    return [as_json(target) for target in targets]
