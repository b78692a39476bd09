"""A week to be typed in from paper, and what the numbers that were typed in would change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from accounts.identifiers import uuid7
from accounts.models import User
from exercises import remembered
from exercises.models import Exercise
from logbook.domain import days, pauses
from logbook.models import Preferences, Session
from logbook.recording import weeks
from logbook.recording.weeks import Place
from logbook.report import queries
from logbook.report.navigation import WeekPage


@dataclass(frozen=True, slots=True)
class Box:
    """One exercise on one day, with the sessions that are stored."""

    day: date
    exercise: Exercise
    stored: Sequence[Session]
    target: int
    is_paused: bool

    @property
    def name(self) -> str:
        return f"{self.day}-{self.exercise.slug}"

    @property
    def label(self) -> str:
        values = {"day": date_format(self.day, "l"), "exercise": self.exercise.name}
        return _("%(day)s, %(exercise)s") % values

    @property
    def described_by(self) -> str:
        """The ids of its row's and its column's headings."""
        return f"d-{self.day} c-{self.exercise.slug}"

    @property
    def hue(self) -> str:
        return self.exercise.hue

    @property
    def usual(self) -> int | None:
        """The number for an empty box: the target, where it is due and not reached yet."""
        return self.target if len(self.stored) < self.target and not self.is_paused else None


@dataclass(frozen=True, slots=True)
class FillDay:
    day: date
    boxes: Sequence[Box | None]
    """None for days to come and before the first."""


@dataclass(frozen=True, slots=True)
class FillReport(WeekPage):
    """A week's boxes."""

    days: Sequence[FillDay]
    exercises: Sequence[Exercise]
    first_day: date
    today: date

    @property
    def boxes(self) -> list[Box]:
        return [box for day in self.days for box in day.boxes if box]

    def usual(self) -> dict[str, int]:
        return {box.name: box.usual for box in self.boxes if box.usual is not None}


def build(user: User, first: date, *, today: date) -> FillReport:
    """The boxes of the week that begins on that day."""
    first_day = Preferences.of(user).first_day_as_of(today)
    span = days.days_of_week(first)
    exercises = remembered.exercises()
    programme = queries.load_programme(user, exercises, until=span[-1])
    paused = pauses.paused_days(queries.load_pauses(user, since=first), first, span[-1])
    stored = weeks.sessions_at(user, span)
    shown = [
        exercise
        for exercise in exercises
        if any(exercise.slug in programme.on(day) or (day, exercise) in stored for day in span)
    ]

    def box(day: date, exercise: Exercise) -> Box | None:
        if not first_day <= day <= today:
            return None
        target = programme.on(day).get(exercise.slug, 0)
        return Box(day, exercise, stored.get((day, exercise), []), target, day in paused)

    return FillReport(
        days=[FillDay(day, [box(day, exercise) for exercise in shown]) for day in span],
        exercises=shown,
        first_day=first_day,
        today=today,
    )


@dataclass(frozen=True, slots=True)
class Change:
    """One box: the number that is stored, and the one that it becomes."""

    box: Box
    number: int
    going: Sequence[Session]
    clocks: Sequence[str]
    """When those that will go were done, on the person's clock; unknown times are left out."""

    @property
    def stored(self) -> int:
        return len(self.box.stored)

    @property
    def times(self) -> str:
        """'08:10, 12:50 and 19:15'"""
        return str(get_text_list(list(self.clocks), _("and")))

    @property
    def without_time(self) -> int:
        return len(self.going) - len(self.clocks)

    @property
    def notes(self) -> list[str]:
        """What was noted of the sessions that will go."""
        return [session.note for session in self.going if session.note]

    @property
    def is_same(self) -> bool:
        return self.number == self.stored

    @property
    def is_more_than_meant(self) -> bool:
        """Of a paused day none count, which `paused_too` tells."""
        return not self.is_same and self.number > self.box.target and not self.box.is_paused


@dataclass(frozen=True, slots=True)
class FillPreview:
    """What would change, and with which press: `seen` and `key` go into its form."""

    week: FillReport
    days: Sequence[tuple[FillDay, Sequence[Change | None]]]
    numbers: Mapping[Place, int]
    typed: Mapping[str, int]
    seen: str
    key: UUID

    @property
    def changes(self) -> Iterator[Change]:
        return (change for _day, row in self.days for change in row if change)

    @property
    def to_add(self) -> int:
        return sum(max(0, change.number - change.stored) for change in self.changes)

    @property
    def to_remove(self) -> int:
        return sum(len(change.going) for change in self.changes)

    @property
    def total(self) -> int:
        return self.to_add + self.to_remove

    @property
    def more_than_meant(self) -> list[Change]:
        return [change for change in self.changes if change.is_more_than_meant]

    @property
    def with_removals(self) -> list[Change]:
        return [change for change in self.changes if change.going]

    @property
    def days_left_empty(self) -> list[date]:
        return [
            day.day
            for day, _row in self.days
            if any(day.boxes) and not any(box and box.name in self.typed for box in day.boxes)
        ]

    @property
    def left_empty(self) -> str:
        """'Saturday and Sunday'"""
        names = [date_format(day, "l") for day in self.days_left_empty]
        return str(get_text_list(names, _("and")))

    @property
    def paused_too(self) -> list[date]:
        """Paused days on which sessions would be added: they are kept, and don't count."""
        adding = (change.box for change in self.changes if change.number > change.stored)
        return sorted({box.day for box in adding if box.is_paused})


def preview(user: User, week: FillReport, typed: Mapping[str, int]) -> FillPreview:
    """What those numbers, by a box's name, would change in the week."""

    def change(box: Box | None) -> Change | None:
        if box is None:
            return None
        number = typed.get(box.name, len(box.stored))
        going = weeks.surplus(box.stored, number)
        moments = sorted(session.moment for session in going if session.moment)
        clocks = [date_format(moment.astimezone(user.zone), "H:i") for moment in moments]
        return Change(box, number, going, clocks)

    named = [box for box in week.boxes if box.name in typed]
    numbers = {(box.day, box.exercise): typed[box.name] for box in named}
    stored = {(box.day, box.exercise): list(box.stored) for box in named}
    return FillPreview(
        week=week,
        days=[(day, [change(box) for box in day.boxes]) for day in week.days],
        numbers=numbers,
        typed=typed,
        seen=weeks.fingerprint(stored, numbers),
        key=uuid7(),
    )
