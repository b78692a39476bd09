"""A person's record out of the database: whole, or as the pieces of a file."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from django.db.models import Model, QuerySet

from accounts.models import User
from exchange import file
from exchange.records import COLUMNS, SECTIONS, Profile, Record, Row
from logbook.consent import Consent
from logbook.models import DayNote, PainEntry, Pause, Preferences, Session, Target
from logbook.recording.preferences import stored_settings

TABLES: Mapping[str, type[Model]] = {
    "targets": Target,
    "pauses": Pause,
    "sessions": Session,
    "pain": PainEntry,
    "notes": DayNote,
    "consents": Consent,
}
UNDOABLE = ("pauses", "sessions")


def pieces(user: User, *, today: date) -> Iterator[str]:
    """The file. It is never whole in memory, however long the record is."""
    sections = {name: _sorted_rows(user, name) for name in SECTIONS}
    return file.write(_profile(user, today), sections)


def record(user: User, *, today: date) -> Record:
    """All of it, in six queries."""
    sections = {name: tuple(_rows(name, _stored(user, name))) for name in SECTIONS}
    return Record(_profile(user, today), **sections)


def targets(user: User) -> list[Row]:
    """Sorted here: the database may have another order of names."""
    rows = _rows("targets", _stored(user, "targets"))
    return sorted(rows, key=attrgetter(*SECTIONS["targets"].ORDER))


def _sorted_rows(user: User, section: str) -> Iterator[Row]:
    if section == "targets":
        yield from targets(user)
    else:
        stored = _stored(user, section).order_by(*SECTIONS[section].ORDER)
        yield from _rows(section, stored.iterator(file.AT_ONCE))


def _stored(user: User, section: str) -> QuerySet[Model, tuple[Any, ...]]:
    """The columns of that section, without what the person undid."""
    names = file.FIELDS[SECTIONS[section]]
    own = TABLES[section]._base_manager.filter(user=user)
    if section in UNDOABLE:
        own = own.filter(undone_at=None)
    return own.values_list(*("exercise__slug" if name == "exercise" else name for name in names))


def _rows(section: str, stored: Iterable[tuple[Any, ...]]) -> Iterator[Any]:
    return (SECTIONS[section](*values) for values in stored)


def _profile(user: User, today: date) -> Profile:
    columns = {name: COLUMNS.get(name, name) for name in file.FIELDS[Profile]}
    stored = stored_settings(user, columns.values())
    values = {name: stored[column] for name, column in columns.items()}
    values |= {
        "first_day": Preferences.of(user).first_day_as_of(today),
        "hurts": tuple(values["hurts"]),
    }
    return Profile(**values)
