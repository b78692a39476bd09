"""What an import would do: it adds what isn't there, and changes nothing that is."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from exchange.file import Error, InvalidFile, Place
from exchange.records import SECTIONS, Profile, Record, Row, Target
from logbook.domain.programme import Amount

RECORDED = ("sessions", "pain", "notes", "pauses")
USUAL = Amount()


@dataclass(frozen=True, slots=True)
class Current:
    """The person's record, and what this Footcare knows."""

    record: Record
    undone: Collection[UUID]
    """The keys of sessions and pauses that the person undid."""
    exercises: Collection[str]
    zones: Collection[str]
    makes_session: Callable[[str, Amount], bool]
    """Whether that amount makes a session of that exercise."""
    may_note: bool
    """Whether the person agreed that what hurts is kept."""

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever recorded. Settings and programme are then as good as unused."""
        return not self.undone and not any(map(self.record.rows, RECORDED))


@dataclass(frozen=True, slots=True)
class Section:
    """The rows to add, and how many rows stay out: why is in the name."""

    added: tuple[Any, ...]
    same: int
    different: int
    undone: int

    def count(self, of: str) -> int:
        found: tuple[Row, ...] | int = getattr(self, of)
        return found if isinstance(found, int) else len(found)


@dataclass(frozen=True, slots=True)
class Plan:
    sections: Mapping[str, Section]
    """In the order of RECORDED."""
    changes: Mapping[str, Any]
    """The fields of the profile that change, with their new values."""
    targets: tuple[Target, ...]
    """To add."""
    until: date | None
    """The targets hold on the days before that one. None: they replace all targets."""
    keeps: bool
    """Whether the file has other settings or another programme, which are not imported."""
    unknown: Mapping[str, int]
    """Exercises that this Footcare doesn't have, with the number of rows."""
    unknown_zone: str
    replaced_amounts: int
    """Targets whose amount makes no session here: the catalogue's holds."""
    withheld: Mapping[str, int]
    """How much of 'pain', 'notes' and 'hurts' stays out, since the person hasn't agreed to it."""

    @property
    def is_empty(self) -> bool:
        added = any(section.added for section in self.sections.values())
        return not (added or self.changes or self.targets)

    def counts(self, of: str) -> dict[str, int]:
        """By section, the number of rows that are 'added', 'same', 'different' or 'undone'."""
        return {name: section.count(of) for name, section in self.sections.items()}


def plan(current: Current, file: Record) -> Plan:
    """Raises InvalidFile where the person would have more than pages can show."""
    file, unknown, unknown_zone, replaced = _known(file, current)
    targets, until = _targets(current, file)
    sections = {
        name: _section(current.record.rows(name), file.rows(name), current.undone)
        for name in RECORDED
    }
    changes = _changes(current, file.profile)
    withheld = Counter[str]() if current.may_note else _withhold(sections, changes)
    found = Plan(
        sections=sections,
        changes=changes,
        targets=targets,
        until=until,
        keeps=not current.is_new and _differs(current.record, file),
        unknown=unknown,
        unknown_zone=unknown_zone,
        replaced_amounts=replaced,
        withheld=withheld,
    )
    _check_room(current.record, found)
    return found


def _known(file: Record, current: Current) -> tuple[Record, Counter[str], str, int]:
    """The file with what is known here only, and what isn't: exercises, zone, number of amounts."""
    named = [row.exercise for row in file.sessions] + [row.exercise for row in file.targets]
    unknown = Counter(name for name in named if name not in current.exercises)
    sessions = tuple(row for row in file.sessions if row.exercise not in unknown)
    meant = [row for row in file.targets if row.exercise not in unknown]
    amounts = {(row.exercise, row.amount) for row in meant if row.amount != USUAL}
    odd = {amount for amount in amounts if not current.makes_session(*amount)}
    targets = tuple(
        replace(row, **asdict(USUAL)) if (row.exercise, row.amount) in odd else row for row in meant
    )
    replaced = sum((row.exercise, row.amount) in odd for row in meant)
    zone = "" if file.profile.time_zone in current.zones else file.profile.time_zone
    own_zone = current.record.profile.time_zone
    profile = replace(file.profile, time_zone=own_zone) if zone else file.profile
    known = replace(file, profile=profile, sessions=sessions, targets=targets)
    return known, unknown, zone, replaced


def _section(own: Iterable[Row], rows: Iterable[Row], undone: Collection[UUID]) -> Section:
    stored = {row.identity: row for row in own}
    added, kept = [], Counter[str]()
    for row in rows:
        if found := stored.get(row.identity):
            kept["same" if found == row else "different"] += 1
        elif row.identity[0] in undone:
            kept["undone"] += 1
        else:
            added.append(row)
    return Section(tuple(added), kept["same"], kept["different"], kept["undone"])


def _withhold(sections: dict[str, Section], changes: dict[str, Any]) -> Counter[str]:
    """Take out what tells how the person is, and count it; sessions stay, without it."""
    told, pain, notes = (sections[name].added for name in ("sessions", "pain", "notes"))
    withheld = Counter(
        pain=len(pain) + sum(bool(row.during) for row in told),
        notes=len(notes) + sum(bool(row.note) for row in told),
        hurts=len(changes.pop("hurts", ())),
    )
    bare = tuple(replace(row, note="", during="") for row in told)
    for name, added in {"sessions": bare, "pain": (), "notes": ()}.items():
        sections[name] = replace(sections[name], added=added)
    return +withheld


def _changes(current: Current, profile: Profile) -> dict[str, Any]:
    own = current.record.profile
    new: dict[str, object] = {"joined": min(own.joined, profile.joined)}
    if current.is_new:
        new |= {"first_day": profile.first_day, **profile.settings()}
    else:
        new |= {"first_day": min(own.first_day, profile.first_day)}
    return {name: value for name, value in new.items() if value != getattr(own, name)}


def _targets(current: Current, file: Record) -> tuple[tuple[Target, ...], date | None]:
    """The targets to add, and the day before which they hold: None where they replace all."""
    own = current.record
    if current.is_new:
        same = not file.targets or {*file.targets} == {*own.targets}
        return (() if same else file.targets), None
    until = own.profile.first_day
    if file.profile.first_day >= until:
        return (), until
    return tuple(row for row in file.targets if row.from_day < until), until


def _differs(own: Record, file: Record) -> bool:
    """Whether the file has settings, or targets from the first day on, that aren't here."""
    targets = {row.identity: row for row in own.targets}
    later = (row for row in file.targets if row.from_day >= own.profile.first_day)
    other = any(targets.get(row.identity) != row for row in later)
    return other or own.profile.settings() != file.profile.settings()


def _check_room(own: Record, found: Plan) -> None:
    kept = len(own.targets) if found.until else 0
    wanted = {
        "targets": kept + len(found.targets),
        "pauses": len(own.pauses) + len(found.sections["pauses"].added),
    }
    for name, count in wanted.items():
        if count > SECTIONS[name].MOST:
            raise InvalidFile([Error("too-many", {"most": SECTIONS[name].MOST}, Place(name))])
