"""Today and its rounds: the one to do now first, then the others, done ones last."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.identifiers import uuid7
from accounts.models import User
from exercises.brief import Brief
from exercises.models import Exercise
from exercises.templatetags.counts import in_words
from logbook.choices import Part
from logbook.domain import rounds
from logbook.domain.programme import in_places
from logbook.domain.rounds import Round
from logbook.models import Preferences, Session
from logbook.report import day as day_report
from logbook.report.day import DayReport


class ShownRow(NamedTuple):
    """What a row's piece of the page is drawn of; `key` and `undo` name keys that are put in."""

    exercise: Brief
    due: int
    done: int
    key: str
    undo: str


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
    def shown(self) -> "ShownRow":
        slug = self.exercise.slug
        undo = f"undo-{slug}" if self.just else ""
        return ShownRow(self.exercise.brief, self.due, self.done, f"key-{slug}", undo)


@dataclass(frozen=True, slots=True)
class RoundReport:
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
    def end_sentence(self) -> str:
        """'Morning round done.', for the voice at its end."""
        return f"{self.end_title}."

    @property
    def end_title(self) -> str:
        return _("%(round)s done") % {"round": self.name}

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
        return day_report.minutes_of_what_is_left(self.rows)

    @property
    def shown(self) -> tuple[ShownRow, ...]:
        return tuple(row.shown for row in self.rows)

    @property
    def put(self) -> dict[str, UUID]:
        """The keys to put into its pieces of the page."""
        keys = {f"key-{row.exercise.slug}": row.key for row in self.rows}
        undo = {f"undo-{row.exercise.slug}": row.just.key for row in self.rows if row.just}
        return {"round": self.key, **keys, **undo}

    @property
    def next(self) -> RoundRow | None:
        return next((row for row in self.rows if row.left), None)


@dataclass(frozen=True, slots=True)
class TodayReport:
    """Today's rows and toes, and its rounds in the order in which they are shown."""

    day: DayReport
    rounds: Sequence[RoundReport]
    """Without those in which nothing is due; none at all where the person wants plain rows."""
    on_now: str = ""
    """The part whose round is on, whether or not it is done; empty without rounds."""

    @property
    def now(self) -> RoundReport | None:
        """The round to do now; None once all of them are done."""
        return next((each for each in self.rounds if each.left), None)

    @property
    def when(self) -> str:
        """Where the round to do now stands in the day: 'now', 'next', or 'open' from before."""
        if self.now is None or self.now.part == self.on_now:
            return "now"
        return "next" if _place(self.now.part) > _place(self.on_now) else "open"

    @property
    def others(self) -> Sequence[RoundReport]:
        return [each for each in self.rounds if each is not self.now]


def build(user: User, now: datetime, *, today: date, just: UUID | None = None) -> TodayReport:
    """`just` names the session, or the press, that was just recorded or taken back."""
    day = day_report.build(user, today, today=today, just=just)
    preferences = Preferences.of(user)
    if not preferences.shows_rounds:
        return TodayReport(day, [])
    all_of_them = [each for each in build_rounds(day, preferences.rounds) if each.due]
    if not all_of_them:
        return TodayReport(day, [])
    clock = now.astimezone(user.zone).time()
    on_now = rounds.on_now(preferences.rounds, clock, user.day_ends_at)
    shown = _as_shown(all_of_them, on_now)
    coming = shown[0].next
    return TodayReport(replace(day, doing=coming.exercise if coming else None), shown, on_now)


def build_rounds(day: DayReport, planned: Sequence[Round]) -> list[RoundReport]:
    """A day's rounds in the order of the day, each exercise in its place."""
    rows = {row.exercise.slug: row for row in day.rows if row.target}
    own = {slug: row.place for slug, row in rows.items() if row.place}
    in_place = [rows[slug] for slug in in_places(list(rows), own)]
    parts = [plan.part for plan in planned]
    due = rounds.spread({row.exercise.slug: row.target for row in in_place}, parts)
    done = [
        rounds.Done(
            row.exercise.slug, entry.session.round, entry.time.time() if entry.time else None
        )
        for row in in_place
        for entry in row.entries
    ]
    filled = rounds.filled(due, done, planned)
    return [
        RoundReport(
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
        for plan in planned
    ]


def find_round(user: User, day: DayReport, part: str) -> RoundReport | None:
    """One round of a day, with what is left of it; None where the person doesn't do it."""
    found = build_rounds(day, Preferences.of(user).rounds)
    return next((each for each in found if each.part == part), None)


def _just_here(day: DayReport, exercise: Exercise, part: str) -> Session | None:
    just = day.just
    if just is None or just.undone_at or just.exercise_id != exercise.pk or just.round != part:
        return None
    return just


def _as_shown(all_of_them: Sequence[RoundReport], on_now: str) -> list[RoundReport]:
    """The one that is on now, what is left of those before, what is to come; then what is done."""

    def order(each: RoundReport) -> tuple[bool, bool, bool, int]:
        place = _place(each.part)
        return not each.left, each.part != on_now, place > _place(on_now), place

    return sorted(all_of_them, key=order)


def _place(part: str) -> int:
    """Its place in the order of the day."""
    return rounds.PARTS.index(part)


def round_summaries(user: User, *, today: date) -> dict[str, str]:
    """What falls in each round: 'All four exercises, about 12 minutes'.

    By part of the day, for the rounds that the person does, whatever is done of them today.
    """
    day = day_report.build(user, today, today=today)
    undone = replace(day, rows=[replace(row, entries=[]) for row in day.rows])
    exercises = sum(row.target > 0 for row in day.rows)
    return {
        each.part: _summary(each, exercises)
        for each in build_rounds(undone, Preferences.of(user).rounds)
    }


def _summary(each: RoundReport, exercises: int) -> str:
    if not each.rows:
        return _("Nothing falls in it")
    about = ngettext("about %(minutes)s minute", "about %(minutes)s minutes", each.minutes)
    return f"{_named(each.rows, exercises)}, {about % {'minutes': each.minutes}}"


def _named(rows: Sequence[RoundRow], exercises: int) -> str:
    if len(rows) == exercises > 1 and all(row.due == 1 for row in rows):
        if exercises == 2:
            return _("Both exercises")
        return _("All %(number)s exercises") % {"number": in_words(exercises)}
    names = [
        row.exercise.name if row.due == 1 else f"{row.due} × {row.exercise.name}" for row in rows
    ]
    first, *others = names
    return ", ".join([first, *(name[0].lower() + name[1:] for name in others)])
