"""Taking a file in: it is kept and looked at first, then taken in, all of it or nothing."""

import zlib
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from itertools import chain
from threading import Lock
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from accounts import zones
from accounts.models import User
from exercises.models import Exercise
from logbook import days, recording
from logbook.exchange import download, file, taking_out
from logbook.exchange.contents import COLUMNS, SECTIONS, Contents
from logbook.exchange.kinds import fields_of
from logbook.exchange.plan import Here, Plan, plan
from logbook.models import DayNote, PainEntry, Pause, Session, Target
from logbook.programme import Amount

TABLES: Mapping[str, type[models.Model]] = {
    "targets": Target,
    "sessions": Session,
    "pain": PainEntry,
    "notes": DayNote,
    "pauses": Pause,
}


ONE_AT_A_TIME = Lock()
"""For each process: while it is read, a file takes ten times its size."""


@dataclass(frozen=True, slots=True)
class Preview:
    plan: Plan
    given_way: int
    """Changes of the programme whose amount makes no session here: the catalogue's holds."""


def keep(user: User, data: bytes, *, now: datetime) -> None:
    """Keep the file while they look at it. Raises Unreadable, and then nothing is kept."""
    preview(user, file.read(data, today=_today(user, now)), now=now)
    recording.keep_file(user=user, packed=zlib.compress(data), now=now)


def waiting(user: User, *, now: datetime) -> Contents | None:
    """The file that they look at; None where there is none, or none any more."""
    kept = recording.kept_file(user=user, now=now)
    if kept is None or not kept.packed:
        return None
    return file.read(zlib.decompress(kept.packed), today=_today(user, now))


def preview(user: User, brought: Contents, *, now: datetime) -> Preview:
    """What would happen now. Raises Unreadable where it would be more than pages can tell."""
    exercises = _exercises()
    brought, given_way = _fitting(brought, exercises)
    return Preview(plan(_here(user, exercises, now), brought), given_way)


def take_in(user: User, brought: Contents, *, now: datetime) -> Preview:
    """What was done, in one transaction: twice is once. Raises Refused, or as `preview` does."""
    exercises = _exercises()
    brought, given_way = _fitting(brought, exercises)
    with recording.one_at_a_time(user):
        user.refresh_from_db()  # another tab may have changed it
        here = _here(user, exercises, now)
        done = plan(here, brought)
        if done.targets:
            targets = _rows("targets", done.targets, exercises)
            recording.bring_programme(user=user, targets=targets, until=done.until)
        if done.changes:
            columns = {COLUMNS.get(name, name): each for name, each in done.changes.items()}
            user.change(**columns)
        for name, section in done.sections.items():
            rows = _rows(name, section.added, exercises)
            recording.bring_in(user=user, rows=rows, now=now)
        if not done.is_empty:
            undo = taking_out.noted(here.record, done, download.targets(user))
            recording.keep_undo(user=user, undo=undo, now=now)
    return Preview(done, given_way)


def _exercises() -> dict[str, Exercise]:
    return {exercise.slug: exercise for exercise in Exercise.objects.all()}


def _today(user: User, now: datetime) -> date:
    return days.day_of(now, user.zone, user.day_ends_at)


def _here(user: User, exercises: Mapping[str, Exercise], now: datetime) -> Here:
    keys = [
        table.objects.filter(user=user, undone_at__isnull=False).values_list("key", flat=True)
        for table in (Session, Pause)
    ]
    record = download.of(user, today=_today(user, now))
    return Here(record, frozenset(chain(*keys)), exercises.keys(), zones.names())


def _fitting(brought: Contents, exercises: Mapping[str, Exercise]) -> tuple[Contents, int]:
    """The file with amounts that make a session here, and how many gave way to the catalogue's."""
    usual = asdict(Amount())
    fits: dict[tuple[str, Amount], bool] = {}
    targets, given_way = [], 0
    for row in brought.targets:
        own = row.exercise, row.amount
        if own not in fits:
            exercise = exercises.get(row.exercise)
            fits[own] = exercise is None or _makes_a_session(exercise, row.amount)
        targets.append(row if fits[own] else replace(row, **usual))
        given_way += not fits[own]
    return replace(brought, targets=tuple(targets)), given_way


def _makes_a_session(exercise: Exercise, amount: Amount) -> bool:
    own = copy(exercise)
    own.do_instead(**asdict(amount))
    try:
        if amount != Amount():
            own.clean()
    except ValidationError:
        return False
    return True


def _rows(section: str, rows: Iterable[Any], exercises: Mapping[str, Exercise]) -> list[Any]:
    """The rows of that section as rows of its table, nobody's so far."""
    table, names = TABLES[section], list(fields_of(SECTIONS[section]))
    made = []
    for row in rows:
        values = {name: getattr(row, name) for name in names}
        if "exercise" in values:
            values["exercise"] = exercises[row.exercise]
        made.append(table(**values))
    return made
