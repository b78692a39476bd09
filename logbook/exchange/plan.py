"""What taking a file in would do: what is here stays, and what isn't is added."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from logbook.exchange.contents import SECTIONS, Contents, Profile, Row, Target
from logbook.exchange.file import Fault, Place, Unreadable

RECORDED = ("sessions", "pain", "notes", "pauses")


@dataclass(frozen=True, slots=True)
class Here:
    """What a file meets: the person's record as it is, and what this Footcare knows."""

    record: Contents
    taken_back: Collection[UUID]
    """The keys of sessions and pauses that the person took back."""
    exercises: Collection[str]
    zones: Collection[str]

    @property
    def is_new(self) -> bool:
        """Whether nothing was recorded ever: settings and programme are as good as unused."""
        return not self.taken_back and not any(getattr(self.record, name) for name in RECORDED)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows of a section: those to add, and how many of the others stay out, and why."""

    added: tuple[Any, ...]
    same: int
    """Here already, as they are."""
    other: int
    """Here already, with something else in them."""
    taken_back: int
    """Taken back here."""


@dataclass(frozen=True, slots=True)
class Plan:
    sections: Mapping[str, Sorted]
    """Of all that is recorded, in the order of RECORDED."""
    changes: Mapping[str, Any]
    """The fields of the profile that change, each with what it becomes."""
    targets: tuple[Target, ...]
    """To add."""
    until: date | None
    """They hold on the days before that one; None where they take the place of all targets."""
    keeps: bool
    """Whether the file has other settings or another programme, which aren't taken."""
    unknown: Mapping[str, int]
    """Exercises that this Footcare doesn't have, with how many rows they take along."""
    unknown_zone: str

    @property
    def is_empty(self) -> bool:
        added = any(section.added for section in self.sections.values())
        return not (added or self.changes or self.targets)

    def counts(self, of: str) -> dict[str, int]:
        """By section, how many rows there are of that kind: 'added', 'same' and so on."""
        found = {name: getattr(section, of) for name, section in self.sections.items()}
        return {name: each if isinstance(each, int) else len(each) for name, each in found.items()}


def plan(here: Here, file: Contents) -> Plan:
    """Raises Unreadable where it would be more than pages can tell."""
    known, unknown = _known(file, here.exercises)
    zone_known = file.profile.time_zone in here.zones
    if not zone_known:
        mine = here.record.profile
        known = replace(known, profile=replace(file.profile, time_zone=mine.time_zone))
    targets, until = _targets(here, known)
    found = Plan(
        sections={
            name: _sorted(getattr(here.record, name), getattr(known, name), here.taken_back)
            for name in RECORDED
        },
        changes=_changes(here, known.profile),
        targets=targets,
        until=until,
        keeps=not here.is_new and _differs(here.record, known),
        unknown=unknown,
        unknown_zone="" if zone_known else file.profile.time_zone,
    )
    _check_room(here.record, found)
    return found


def _known(file: Contents, exercises: Collection[str]) -> tuple[Contents, Counter[str]]:
    """The file without the exercises that aren't here, and how many rows each of these has."""
    rows: Iterable[Any] = (*file.sessions, *file.targets)
    unknown = Counter(row.exercise for row in rows if row.exercise not in exercises)
    sessions = tuple(row for row in file.sessions if row.exercise not in unknown)
    targets = tuple(row for row in file.targets if row.exercise not in unknown)
    return replace(file, sessions=sessions, targets=targets), unknown


def _sorted(mine: Iterable[Row], rows: Iterable[Row], taken_back: Collection[UUID]) -> Sorted:
    held = {row.identity: row for row in mine}
    added, kept = [], Counter[str]()
    for row in rows:
        if stored := held.get(row.identity):
            kept["same" if stored == row else "other"] += 1
        elif row.identity[0] in taken_back:
            kept["taken_back"] += 1
        else:
            added.append(row)
    return Sorted(tuple(added), kept["same"], kept["other"], kept["taken_back"])


def _changes(here: Here, profile: Profile) -> dict[str, Any]:
    mine = here.record.profile
    becomes = profile.settings() if here.is_new else {}
    first = profile.first_day if here.is_new else min(mine.first_day, profile.first_day)
    becomes |= {"first_day": first, "joined": min(mine.joined, profile.joined)}
    names = [each.name for each in fields(Profile) if each.name in becomes]
    return {name: becomes[name] for name in names if becomes[name] != getattr(mine, name)}


def _targets(here: Here, file: Contents) -> tuple[tuple[Target, ...], date | None]:
    """Those to add, and the day before which they hold, which is None where they are all."""
    mine = here.record
    if here.is_new:
        same = not file.targets or {*file.targets} == {*mine.targets}
        return (() if same else file.targets), None
    until = mine.profile.first_day
    if file.profile.first_day >= until:
        return (), until
    return tuple(row for row in file.targets if row.from_day < until), until


def _differs(mine: Contents, file: Contents) -> bool:
    """Whether the file has settings, or targets from the first day on, that aren't here."""
    own = {row.identity: row for row in mine.targets}
    later = (row for row in file.targets if row.from_day >= mine.profile.first_day)
    other = any(own.get(row.identity) != row for row in later)
    return other or mine.profile.settings() != file.profile.settings()


def _check_room(mine: Contents, found: Plan) -> None:
    kept = len(mine.targets) if found.until else 0
    room = {
        "targets": kept + len(found.targets),
        "pauses": len(mine.pauses) + len(found.sections["pauses"].added),
    }
    for name, count in room.items():
        if count > SECTIONS[name].MOST:
            figures = {"most": SECTIONS[name].MOST}
            raise Unreadable([Fault("too-many", figures, Place(name))])
