"""One of a person's days: a row per exercise, ten toes, and what comes next."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from django.db.models import Q
from django.utils.formats import date_format

from accounts.identifiers import uuid7
from accounts.models import User
from exercises import remembered
from exercises.brief import Brief
from exercises.models import Exercise
from exercises.toe import Toe
from logbook.choices import Reason
from logbook.domain import adherence, pauses, toes
from logbook.domain.adherence import Tally
from logbook.domain.pauses import Span
from logbook.domain.rounds import minutes_in_one_go
from logbook.models import MOST_A_DAY, Preferences, Press, Session
from logbook.report import day_wording, queries
from logbook.report.navigation import DayPage


@dataclass(frozen=True, slots=True)
class Entry:
    """One session as its day shows it; `time` is on the person's clock, None where unknown."""

    session: Session
    time: datetime | None

    @property
    def clock(self) -> str:
        return date_format(self.time, "H:i") if self.time else ""

    @property
    def minutes(self) -> int | None:
        """How long a guided session took, to the nearest minute but at least one."""
        return self.session.seconds and max(1, round(self.session.seconds / 60))


class ShownRow(NamedTuple):
    """What a row's piece of a page is drawn of."""

    exercise: Brief
    done: int
    target: int
    pips: int
    complete: bool
    can_undo: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One exercise on one day, with the key under which its next session will be recorded."""

    exercise: Exercise
    target: int
    entries: Sequence[Entry]
    place: int | None = None
    """Where the person put it in a round; None where they left that to the catalogue."""
    key: UUID = field(default_factory=uuid7)

    @property
    def done(self) -> int:
        return len(self.entries)

    @property
    def pips(self) -> int:
        """How many small toes the row has; sessions beyond the target are shown in figures."""
        return self.target or min(self.done, MOST_A_DAY)

    @property
    def left(self) -> int:
        return max(0, self.target - self.done)

    @property
    def complete(self) -> bool:
        return 0 < self.target <= self.done

    @property
    def shown(self) -> "ShownRow":
        return ShownRow(
            self.exercise.brief,
            self.done,
            self.target,
            self.pips,
            self.complete,
            bool(self.entries),
        )

    @property
    def put(self) -> dict[str, UUID]:
        """The keys to put into its piece of a page."""
        keys = {"key": self.key}
        if latest := self.latest:
            keys["undo"] = latest.key
        return keys

    @property
    def latest(self) -> Session | None:
        """The session that was recorded last: the one that Undo takes back."""
        sessions = (entry.session for entry in self.entries)
        return max(sessions, key=lambda session: session.recorded_at, default=None)


class Left(Protocol):
    @property
    def exercise(self) -> Exercise: ...
    @property
    def left(self) -> int: ...


def minutes_of_what_is_left(rows: Iterable[Left]) -> int:
    return minutes_in_one_go([row.exercise.dose.seconds for row in rows for _ in range(row.left)])


@dataclass(frozen=True, slots=True)
class DayReport(DayPage):
    """One of a person's days."""

    day: date
    today: date
    first_day: date
    rows: Sequence[Row]
    tally: Tally
    next: Row | None
    just: Session | None
    doing: Exercise | None = None
    """The exercise whose toe is outlined, instead of the one that comes next."""
    pressed: Sequence[Session] = ()
    """What was just recorded with one press, or is taken back with it."""
    pause: Span | None = None
    """The whole run of paused days that this day is in."""

    @property
    def is_paused(self) -> bool:
        return self.pause is not None

    @property
    def pause_reason(self) -> str:
        return str(Reason(self.pause.reason).label) if self.pause else ""

    @property
    def toes(self) -> tuple[Toe, ...]:
        just = [session for session in (*self.pressed, self.just) if session]
        return toes.draw(
            {row.exercise.slug: row.target for row in self.rows},
            {row.exercise.slug: row.done for row in self.rows},
            {row.exercise.slug: row.exercise for row in self.rows},
            fresh={s.exercise.slug for s in just if s.exercise and not s.undone_at},
            doing=self.doing.slug if self.doing else None,
        )

    @property
    def extra(self) -> int:
        return sum(row.done for row in self.rows) - self.tally.counted

    @property
    def left(self) -> int:
        return self.tally.due - self.tally.counted

    @property
    def minutes_left(self) -> int:
        """How long all that is left takes in one go, with the time to change position."""
        return minutes_of_what_is_left(self.rows)

    @property
    def press(self) -> Press | None:
        return self.pressed[0].press if self.pressed else None

    @property
    def just_row(self) -> Row | None:
        """The row of the session that was just recorded or taken back."""
        slug = self.just.exercise.slug if self.just and self.just.exercise else None
        return next((row for row in self.rows if row.exercise.slug == slug), None)

    @property
    def headline(self) -> str:
        return day_wording.headline(self.tally)

    @property
    def count(self) -> str:
        return day_wording.count(self.tally, self.extra, paused=bool(self.pause))

    @property
    def words(self) -> str:
        """Headline, count and title for each number of sessions that may yet count, as JSON."""
        counts = range(self.tally.due + 1)
        tallies = [replace(self.tally, counted=counted) for counted in counts]
        paused = bool(self.pause)
        return json.dumps([day_wording.told(tally, self.extra, paused) for tally in tallies])

    @property
    def just_sentence(self) -> str:
        if self.pressed:
            return day_wording.together(self.pressed, is_today=self.is_today)
        row = self.just_row
        if self.just is None or row is None:
            return ""
        return day_wording.just(self.just, row.done, row.target, is_today=self.is_today)


def build(
    user: User, day: date, *, today: date, just: UUID | None = None, doing: Exercise | None = None
) -> DayReport:
    """The day's rows, one per exercise in the programme or done.

    `just` names a session's key; the toe of an exercise that the person is `doing` is outlined.
    """
    exercises = remembered.exercises()
    programme = queries.load_programme(user, exercises, until=day)
    queries.own_amounts(exercises, programme, day)
    found = _sessions(user, day, just, {exercise.pk: exercise for exercise in exercises})
    entries, targets = _entries(found, user), programme.on(day)
    rows = [
        Row(
            exercise,
            targets.get(exercise.slug, 0),
            entries.get(exercise.pk, []),
            programme.place(exercise.slug, day),
        )
        for exercise in exercises
        if exercise.slug in targets or exercise.pk in entries
    ]
    return DayReport(
        day=day,
        today=today,
        first_day=Preferences.of(user).first_day_as_of(today),
        rows=rows,
        tally=adherence.total(adherence.tally(row.done, row.target) for row in rows),
        next=_next(rows),
        just=next((session for session in found if session.key == just), None),
        doing=doing,
        pressed=[session for session in found if just and _is_of_press(session, just)],
        pause=pauses.around(queries.load_pauses(user), day),
    )


def _sessions(
    user: User, day: date, just: UUID | None, exercises: Mapping[int, Exercise]
) -> list[Session]:
    """The day's sessions in order of time, and those that were just sent or taken back."""
    wanted = Q(day=day, undone_at=None)
    if just:
        wanted |= Q(key=just, day=day) | Q(press=just, day=day)
    rows = Session.objects.filter(wanted, user=user)
    found = sorted(rows.select_related("press") if just else rows, key=_time)
    for session in found:
        if session.exercise_id is not None:
            session.exercise = exercises[session.exercise_id]
    return found


def _entries(found: Iterable[Session], user: User) -> Mapping[int | None, Sequence[Entry]]:
    """Those that weren't taken back, by exercise."""
    entries: defaultdict[int | None, list[Entry]] = defaultdict(list)
    for session in found:
        if session.undone_at is None:
            time = session.moment and session.moment.astimezone(user.zone)
            entries[session.exercise_id].append(Entry(session, time))
    return entries


def _is_of_press(session: Session, key: UUID) -> bool:
    """Recorded with that press, and there now unless the press was undone."""
    press = session.press
    return (
        press is not None and press.key == key and (not session.undone_at or bool(press.undone_at))
    )


def _time(session: Session) -> tuple[bool, datetime, datetime]:
    """Those whose time is unknown come last."""
    return session.moment is None, session.moment or session.recorded_at, session.recorded_at


def _next(rows: Sequence[Row]) -> Row | None:
    targets = {row.exercise.slug: row.target for row in rows}
    slug = toes.next_up(targets, {row.exercise.slug: row.done for row in rows})
    return next((row for row in rows if row.exercise.slug == slug), None)
