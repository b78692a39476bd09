"""Undo of a file that was taken in: what it added goes, what it changed is as it was before."""

import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from accounts.models import User
from exercises.models import Exercise
from logbook import recording
from logbook.exchange import amounts, contents, download
from logbook.exchange.contents import COLUMNS, SITES, Contents, Profile
from logbook.exchange.file import as_told
from logbook.exchange.kinds import fields_of
from logbook.exchange.plan import Plan
from logbook.models import DayNote, PainEntry, Pause, Session, Target

KINDS = fields_of(Profile)


@dataclass(frozen=True, slots=True)
class Done:
    """What a file did when it was taken in, all of it as it stands in files.

    `added` has what the rows of a section are found by, `changed` the fields of the profile with
    what they were and became, `targets` all of them before and after where they were touched.
    """

    added: Mapping[str, list[Any]]
    changed: Mapping[str, tuple[Any, Any]]
    targets: tuple[list[Any], list[Any]] | None

    @property
    def amounts(self) -> str:
        """In words; empty where only settings or programme changed."""
        return amounts.told(**{name: len(rows) for name, rows in self.added.items()})


def noted(before: Contents, plan: Plan, after: Iterable[contents.Target]) -> bytes:
    """All that Undo needs to know, packed."""
    changed = {
        name: (KINDS[name].write(getattr(before.profile, name)), KINDS[name].write(becomes))
        for name, becomes in plan.changes.items()
    }
    added = {
        name: [row.identity if name == "pain" else row.identity[0] for row in section.added]
        for name, section in plan.sections.items()
    }
    targets = (_told(before.targets), _told(after)) if plan.targets else None
    done = {"added": added, "changed": changed, "targets": targets}
    return zlib.compress(json.dumps(done, default=str).encode())


def done(user: User, *, now: datetime) -> Done | None:
    """What the file did that the person took in last, as long as it can be undone."""
    kept = recording.kept_file(user=user, now=now)
    return Done(**json.loads(zlib.decompress(kept.undo))) if kept and kept.undo else None


def undo(user: User, *, now: datetime) -> None:
    """All of it, in one transaction; what was changed again since stays. Twice is once."""
    with recording.one_at_a_time(user):
        user.refresh_from_db()  # another tab may have changed it
        if was := done(user, now=now):
            _take_rows_out(user, was.added)
            changes = _changes(user, was.changed, now.date())
            if changes:
                user.change(**changes)
            if was.targets:
                _take_programme_out(user, *was.targets)
            recording.forget_undo(user=user)


def _take_rows_out(user: User, added: Mapping[str, list[Any]]) -> None:
    for table, section in ((Session, "sessions"), (Pause, "pauses")):
        recording.take_out(user=user, table=table, column="key", values=added[section])
    recording.take_out(user=user, table=DayNote, column="day", values=added["notes"])
    for site in SITES:
        values = [day for day, of_site in added["pain"] if of_site == site]
        recording.take_out(user=user, table=PainEntry, column="day", values=values, site=site)


def _changes(user: User, changed: Mapping[str, tuple[Any, Any]], today: date) -> dict[str, Any]:
    """The person's columns that are still as the file made them, with what they were before."""
    found: dict[str, Any] = {}
    for name, (was, became) in changed.items():
        column, kind = COLUMNS.get(name, name), KINDS[name]
        if kind.write(getattr(user, column)) == became:
            found[column] = kind.read(was, today)
    if "first_day" in found:
        lived = recording.lived_first(user)
        found["first_day"] = min(filter(None, (found["first_day"], lived)))
    return found


def _take_programme_out(user: User, before: list[Any], after: list[Any]) -> None:
    if sorted(map(_name, _told(download.targets(user)))) == sorted(map(_name, after)):
        exercises = {exercise.slug: exercise for exercise in Exercise.objects.all()}
        rows = [Target(**{**row, "exercise": exercises[row["exercise"]]}) for row in before]
        recording.bring_programme(user=user, targets=rows, until=None)


def _told(targets: Iterable[contents.Target]) -> list[dict[str, Any]]:
    return [as_told(row) for row in targets]


def _name(row: dict[str, Any]) -> str:
    return json.dumps(row, sort_keys=True)
