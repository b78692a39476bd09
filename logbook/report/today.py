"""Today as a person lives it: the round to do now first, then the others, done ones last."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from accounts.identifiers import uuid7
from accounts.models import User
from exercises.models import Exercise
from logbook import rounds
from logbook.models import Part, Session
from logbook.programme import in_places
from logbook.report.day import DayReport, minutes_of_what_is_left, of_day
from logbook.rounds import Plan


@dataclass(frozen=True, slots=True)
class RoundRow:
    """One exercise in one round, with the key under which its next session will be recorded."""

    exercise: Exercise
    part: str
    due: int
    done: int
    just: Session | None = None
    """The session that was just recorded in this row: it can be undone where it was ticked."""
    key: UUID = field(default_factory=uuid7)

    @property
    def left(self) -> int:
        return self.due - self.done

    @property
    def shown(self) -> dict[str, Any]:
        """What its piece of the page is drawn of."""
        return {
            "exercise": self.exercise.brief,
            "part": self.part,
            "due": self.due,
            "done": self.done,
            "key": self.key,
            "undo": self.just and self.just.key,
        }


@dataclass(frozen=True, slots=True)
class Round:
    """One part of the day with its sessions, and the key under which they are done in one tap."""

    part: str
    around: time
    cue: str
    rows: Sequence[RoundRow]
    key: UUID = field(default_factory=uuid7)

    @property
    def name(self) -> str:
        return str(Part(self.part).label)

    @property
    def due(self) -> int:
        return sum(row.due for row in self.rows)

    @property
    def done(self) -> int:
        return sum(row.done for row in self.rows)

    @property
    def left(self) -> int:
        return self.due - self.done

    @property
    def minutes(self) -> int:
        """How long what is left of it takes in one go, with the time to change position."""
        return minutes_of_what_is_left(self.rows)

    @property
    def next(self) -> RoundRow | None:
        return next((row for row in self.rows if row.left), None)


@dataclass(frozen=True, slots=True)
class TodayReport:
    """Today's rows and toes, and its rounds in the order in which they are shown."""

    day: DayReport
    rounds: Sequence[Round]
    """Without those in which nothing is due; none at all where the person wants plain rows."""
    on_now: str = ""
    """The part whose round is on, whether or not it is done; empty without rounds."""

    @property
    def now(self) -> Round | None:
        """The round to do now; None once all of them are done."""
        return next((each for each in self.rounds if each.left), None)

    @property
    def when(self) -> str:
        """Where the round to do now stands in the day: 'now', 'next', or 'open' from before."""
        if self.now is None or self.now.part == self.on_now:
            return "now"
        return "next" if _place(self.now.part) > _place(self.on_now) else "open"

    @property
    def has_rounds(self) -> bool:
        return bool(self.rounds)

    @property
    def others(self) -> Sequence[Round]:
        return [each for each in self.rounds if each is not self.now]


def plans_of(user: User) -> list[Plan]:
    """The rounds that the person does, in the order of the day."""
    return [
        Plan(part, getattr(user, f"{part}_around"), getattr(user, f"{part}_cue"))
        for part in rounds.PARTS
        if getattr(user, part)
    ]


def of_today(user: User, now: datetime, *, today: date, just: UUID | None = None) -> TodayReport:
    """`just` names the session, or the batch, that was just recorded or taken back."""
    day = of_day(user, today, today=today, just=just)
    if not user.shows_rounds:
        return TodayReport(day, [])
    plans = plans_of(user)
    all_of_them = [each for each in of_rounds(day, plans) if each.due]
    if not all_of_them:
        return TodayReport(day, [])
    clock = now.astimezone(user.zone).time()
    on_now = rounds.on_now(plans, clock, user.day_ends_at)
    shown = _as_shown(all_of_them, on_now)
    coming = shown[0].next
    return TodayReport(replace(day, doing=coming.exercise if coming else None), shown, on_now)


def of_rounds(day: DayReport, plans: Sequence[Plan]) -> list[Round]:
    """A day's rounds in the order of the day, each exercise in its place."""
    rows = {row.exercise.slug: row for row in day.rows if row.target}
    own = {slug: row.place for slug, row in rows.items() if row.place}
    in_place = [rows[slug] for slug in in_places(list(rows), own)]
    parts = [plan.part for plan in plans]
    due = rounds.spread({row.exercise.slug: row.target for row in in_place}, parts)
    done = [
        rounds.Done(
            row.exercise.slug, entry.session.round, entry.time.time() if entry.time else None
        )
        for row in in_place
        for entry in row.entries
    ]
    filled = rounds.filled(due, done, plans)
    return [
        Round(
            plan.part,
            plan.around,
            plan.cue,
            [
                RoundRow(
                    row.exercise,
                    plan.part,
                    due[plan.part][row.exercise.slug],
                    filled[plan.part].get(row.exercise.slug, 0),
                    _just_here(day, row.exercise, plan.part),
                )
                for row in in_place
                if row.exercise.slug in due[plan.part]
            ],
        )
        for plan in plans
    ]


def of_round(user: User, part: str, *, day: date, today: date) -> Round | None:
    """One round of a day, with what is left of it; None where the person doesn't do it."""
    report = of_day(user, day, today=today)
    return next((each for each in of_rounds(report, plans_of(user)) if each.part == part), None)


def _just_here(day: DayReport, exercise: Exercise, part: str) -> Session | None:
    just = day.just
    if just is None or just.undone_at or just.exercise_id != exercise.pk or just.round != part:
        return None
    return just


def _as_shown(all_of_them: Sequence[Round], on_now: str) -> list[Round]:
    """The one that is on now, what is left of those before, what is to come; then what is done."""

    def order(each: Round) -> tuple[bool, bool, bool, int]:
        place = _place(each.part)
        return not each.left, each.part != on_now, place > _place(on_now), place

    return sorted(all_of_them, key=order)


def _place(part: str) -> int:
    """Its place in the order of the day."""
    return rounds.PARTS.index(part)
