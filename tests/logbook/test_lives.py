"""Any life: whatever a person does in whatever order, what their pages say stays true.

A machine ticks, undoes, fills in, changes targets, pauses, moves to other zones and lets days pass.
After each step another compares the pages with rows that it counts itself.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from accounts.models import User
from exercises.models import Exercise
from logbook.domain import days
from logbook.models import Pause, Session, Target
from logbook.recording import pauses, presses, programme, sessions
from logbook.recording.pauses import NewPause
from logbook.recording.presses import NewPress, Wanted
from logbook.recording.programme import TargetFigures
from logbook.recording.rules import Refused
from logbook.recording.sessions import NewSession
from logbook.report import day as day_report
from logbook.report import history as history_report
from logbook.report import week as week_report
from logbook.report.week import WeekReport
from tests.make import SLUGS

pytestmark = pytest.mark.slow

BEGIN = datetime(2026, 11, 16, 9, tzinfo=UTC)
ZONES = ["Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Chicago"]

Figures = tuple[int, int, bool]
"""Of one day: sessions that count, sessions due, whether it is paused."""

slugs = st.sampled_from(SLUGS)
back = st.integers(0, 9)


class Life(RuleBasedStateMachine):
    """What a person does. `edited` is told the days that a step may have changed."""

    def __init__(self) -> None:
        super().__init__()
        self.now = BEGIN
        self.user = User.objects.create(email=f"{uuid4()}@example.org", time_zone=ZONES[0])
        programme.open_logbook(user=self.user, now=self.now)
        self.exercises = {
            exercise.slug: exercise for exercise in Exercise.objects.filter(slug__in=SLUGS)
        }
        self.keys: list[UUID] = []
        self.pauses: list[UUID] = []

    def edited(self, days: set[date]) -> None:
        pass

    @property
    def today(self) -> date:
        return days.day_of(self.now, self.user.zone, self.user.day_ends_at)

    @property
    def first_day(self) -> date:
        return days.first_day_as_of(self.today, self.user.preferences.first_day)

    def some_day(self, number: int) -> date:
        return max(self.first_day, self.today - timedelta(days=number))

    @rule(slug=slugs, again=st.booleans())
    def tick(self, slug: str, again: bool) -> None:
        key = self.keys[-1] if again and self.keys else uuid4()
        self.record(slug, self.today, key)

    @rule(slug=slugs, number=back)
    def fill_in(self, slug: str, number: int) -> None:
        self.record(slug, self.some_day(number), uuid4())

    @rule(number=back, counts=st.lists(st.integers(0, 4), min_size=4, max_size=4))
    def type_in_a_day(self, number: int, counts: list[int]) -> None:
        day, key = self.some_day(number), uuid4()
        wanted = [
            Wanted(exercise, day, count)
            for exercise, count in zip(self.exercises.values(), counts, strict=True)
        ]
        presses.record(self.user, NewPress(key=key, wanted=wanted), now=self.now)
        self.edited({day})
        if sum(counts) % 3 == 1:
            presses.undo(self.user, key, now=self.now)
            self.edited({day})

    @rule(which=st.integers(0, 50))
    def undo(self, which: int) -> None:
        key = self.keys[which % len(self.keys)] if self.keys else uuid4()
        day = sessions.undo(self.user, key, now=self.now).day
        self.edited({day} if day else set())

    @rule(slug=slugs, per_day=st.integers(0, 10))
    def change_a_target(self, slug: str, per_day: int) -> None:
        exercise = self.exercises[slug]
        programme.set_target(self.user, exercise, TargetFigures(per_day=per_day), today=self.today)
        self.edited({self.today})

    @rule(number=back, length=st.none() | st.integers(0, 5))
    def pause(self, number: int, length: int | None) -> None:
        first, key = self.some_day(number), uuid4()
        last = None if length is None else first + timedelta(days=length)
        pauses.add(
            self.user, NewPause(key=key, first_day=first, last_day=last, reason="ill"), now=self.now
        )
        self.pauses.append(key)
        self.edited(self.from_on(first, last))

    @rule()
    def end_the_pause(self) -> None:
        try:
            pauses.end(self.user, self.today)
        except Refused:
            assert day_report.build(self.user, self.today, today=self.today).pause is None
        self.edited(self.from_on(self.today, None))
        assert day_report.build(self.user, self.today, today=self.today).pause is None

    @rule(which=st.integers(0, 20))
    def take_a_pause_back(self, which: int) -> None:
        if not self.pauses:
            return
        row = pauses.undo(self.user, self.pauses[which % len(self.pauses)], now=self.now)
        self.edited(self.from_on(row.first_day, row.last))

    @rule(zone=st.sampled_from(ZONES), ends_at=st.integers(0, 5))
    def move(self, zone: str, ends_at: int) -> None:
        self.user.change(time_zone=zone, day_ends_at=ends_at)
        self.edited(set())

    @rule(hours=st.sampled_from([1, 7, 24, 72]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.edited(set())

    @rule(number=st.integers(0, 15))
    def begin_earlier(self, number: int) -> None:
        self.user.date_joined = BEGIN
        # Far from what would be refused. Each week is looked at after each step: these are three.
        earliest = min(self.first_day, BEGIN.date() - timedelta(days=20))
        wanted = max(earliest, self.first_day - timedelta(days=number))
        programme.set_first_day(user=self.user, first_day=wanted, now=self.now)
        self.edited(set())

    def record(self, slug: str, day: date, key: UUID) -> None:
        exercise = self.exercises[slug]
        session = sessions.record(
            self.user, NewSession(exercise=exercise, day=day, key=key), now=self.now
        )
        self.keys.append(key)
        self.edited({session.day} if session.day else set())

    def from_on(self, first: date, last: date | None) -> set[date]:
        return set(days.days_from(first, last or self.today))


class LookedAt(Life):
    """After each step the weeks say what the rows say, and of days that are over what they said."""

    def __init__(self) -> None:
        super().__init__()
        self.weeks = self.look()
        self.known = self.finished()

    def look(self) -> list[WeekReport]:
        first = days.first_of_week(self.first_day, self.user.week_starts_on)
        number = (self.today - first).days // 7 + 1
        return [
            week_report.build(self.user, first + timedelta(weeks=week), today=self.today)
            for week in range(number)
        ]

    def finished(self) -> dict[date, Figures]:
        """What the weeks say of each day that is over."""
        return {
            day.day: (day.tally.counted, day.tally.due, bool(day.pause))
            for week in self.weeks
            for day in week.days
            if day.state == "past"
        }

    def edited(self, days: set[date]) -> None:
        """A day that was over, and is, says what it said, unless it is one of these."""
        self.weeks = self.look()
        now = self.finished()
        before = {day: told for day, told in self.known.items() if day in now and day not in days}

        assert {day: now[day] for day in before} == before
        self.known = now

    @invariant()
    def every_week_adds_up_and_says_what_the_rows_say(self) -> None:
        counted = Counted(self.user)
        for week in self.weeks:
            judged = [day for day in week.days if day.day in week.judged]
            assert [day.day for day in judged] == [
                day.day for day in week.days if day.state == "past" and not day.pause
            ]
            expected = [counted.on(day.day) for day in judged]
            assert [(day.tally.counted, day.tally.due) for day in judged] == expected
            by_day = (sum(done for done, _ in expected), sum(due for _, due in expected))
            by_exercise = [tally for _, tally in week.by_exercise]
            assert (week.tally.counted, week.tally.due) == by_day
            assert sum(tally.counted for tally in by_exercise) == week.tally.counted
            assert sum(tally.due for tally in by_exercise) == week.tally.due
            assert week.tally.adherence is None or 0 <= week.tally.adherence <= 1
            assert [day.day for day in week.days if day.pause] == [
                day.day for day in week.days if day.state != "before" and counted.is_paused(day.day)
            ]

    def teardown(self) -> None:
        """In the end the year's picture, table, sentence, weeks and exercises tell the same."""
        history = history_report.past_year(self.user, today=self.today, weeks=52)
        counted = Counted(self.user)
        over = [day for week in self.weeks for day in week.days if day.state == "past"]
        judged = [day.day for day in over if not day.pause]
        numbers = [counted.on(day) for day in judged]
        done, due = sum(done for done, _ in numbers), sum(due for _, due in numbers)

        tally = history.total.tally
        assert (tally.counted, tally.due) == (done, due)
        assert history.total.paused == len(over) - len(judged)
        for part in (
            [day.tally for day in history.days],
            [month.total.tally for month in history.months],
            [week.total.tally for week in history.weeks],
            [exercise for _, exercise in history.by_exercise],
        ):
            assert (sum(t.counted for t in part), sum(t.due for t in part)) == (done, due)
        if due:
            for sentence in (history.summary, history.picture):
                assert f"{done:n} of {due:n} session" in sentence.replace(",", "")


class Counted:
    """The rows, counted without anything of the program's own arithmetic."""

    def __init__(self, user: User) -> None:
        self.sessions = list(Session.objects.filter(user=user, undone_at=None))
        self.targets = list(Target.objects.filter(user=user).order_by("from_day"))
        self.pauses = list(Pause.objects.filter(user=user, undone_at=None))

    def on(self, day: date) -> tuple[int, int]:
        """Sessions that count and sessions due, all exercises together."""
        counted = due = 0
        for exercise_id in {target.exercise_id for target in self.targets}:
            per_day = 0
            for target in self.targets:
                if target.exercise_id == exercise_id and target.from_day <= day:
                    per_day = target.per_day
            mine = [s for s in self.sessions if s.day == day and s.exercise_id == exercise_id]
            counted += min(len(mine), per_day)
            due += per_day
        return counted, due

    def is_paused(self, day: date) -> bool:
        return any(
            pause.first_day <= day
            and (pause.last_day is None or day <= pause.last_day)
            and (pause.ended_day is None or day < pause.ended_day)
            for pause in self.pauses
        )


@pytest.mark.django_db
def test_whatever_happens_in_whatever_order_the_pages_stay_true() -> None:
    # A life that fails is told as it was found: making it shorter takes minutes.
    patient: dict[str, Any] = {
        "suppress_health_check": list(HealthCheck),
        "deadline": None,
        "phases": [Phase.generate],
    }
    life: Callable[[], LookedAt] = LookedAt

    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        life, settings=settings(max_examples=20, stateful_step_count=25, **patient)
    )
