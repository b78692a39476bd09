"""Any life: whatever a person does in whatever order, what their pages say stays true.

A machine ticks, undoes, fills in, changes targets, pauses, moves to other zones and lets days pass,
and after each step compares the pages with rows that it counts itself.
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
from logbook import days, recording, report
from logbook.models import Pause, Session, Target
from tests.make import SLUGS

BEGIN = datetime(2026, 11, 16, 9, tzinfo=UTC)
ZONES = ["Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Chicago"]

Figures = tuple[int, int, bool]
"""Of one day: sessions that count, sessions due, whether it is paused."""

slugs = st.sampled_from(SLUGS)
back = st.integers(0, 9)


class Life(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.now = BEGIN
        self.user = User.objects.create(email=f"{uuid4()}@example.org", time_zone=ZONES[0])
        recording.open_logbook(user=self.user, now=self.now)
        self.exercises = {exercise.slug: exercise for exercise in Exercise.objects.all()}
        self.keys: list[UUID] = []
        self.pauses: list[UUID] = []
        self.known = self.finished()

    @property
    def today(self) -> date:
        return days.day_of(self.now, self.user.zone, self.user.day_ends_at)

    @property
    def first_day(self) -> date:
        return days.first_day_as_of(self.today, self.user.first_day)

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
        day, batch = self.some_day(number), uuid4()
        wanted = [
            recording.Wanted(exercise, day, count)
            for exercise, count in zip(self.exercises.values(), counts, strict=True)
        ]
        recording.record_together(user=self.user, batch=batch, wanted=wanted, now=self.now)
        self.check_others_unchanged({day})
        if sum(counts) % 3 == 1:
            recording.undo_together(user=self.user, batch=batch, now=self.now)
            self.check_others_unchanged({day})

    @rule(which=st.integers(0, 50))
    def undo(self, which: int) -> None:
        key = self.keys[which % len(self.keys)] if self.keys else uuid4()
        day = recording.undo(user=self.user, key=key, now=self.now).day
        self.check_others_unchanged({day} if day else set())

    @rule(slug=slugs, per_day=st.integers(0, 10))
    def change_a_target(self, slug: str, per_day: int) -> None:
        exercise = self.exercises[slug]
        recording.set_target(user=self.user, exercise=exercise, today=self.today, per_day=per_day)
        self.check_others_unchanged({self.today})

    @rule(number=back, length=st.none() | st.integers(0, 5))
    def pause(self, number: int, length: int | None) -> None:
        first, key = self.some_day(number), uuid4()
        last = None if length is None else first + timedelta(days=length)
        recording.pause(
            user=self.user, key=key, first_day=first, last_day=last, reason="ill", now=self.now
        )
        self.pauses.append(key)
        self.check_others_unchanged(self.from_on(first, last))

    @rule()
    def end_the_pause(self) -> None:
        try:
            recording.end_pauses(user=self.user, day=self.today)
        except recording.Refused:
            assert report.of_day(self.user, self.today, today=self.today).pause is None
        self.check_others_unchanged(self.from_on(self.today, None))
        assert report.of_day(self.user, self.today, today=self.today).pause is None

    @rule(which=st.integers(0, 20))
    def take_a_pause_back(self, which: int) -> None:
        if not self.pauses:
            return
        row = recording.undo_pause(
            user=self.user, key=self.pauses[which % len(self.pauses)], now=self.now
        )
        self.check_others_unchanged(self.from_on(row.first_day, row.last))

    @rule(zone=st.sampled_from(ZONES), ends_at=st.integers(0, 5))
    def move(self, zone: str, ends_at: int) -> None:
        self.user.change(time_zone=zone, day_ends_at=ends_at)
        self.check_others_unchanged(set())

    @rule(hours=st.sampled_from([1, 7, 24, 72]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.check_others_unchanged(set())

    @rule(number=st.integers(0, 40))
    def begin_earlier(self, number: int) -> None:
        self.user.date_joined = BEGIN
        # Within what a history shows, and far from what would be refused.
        earliest = min(self.first_day, BEGIN.date() - timedelta(days=60))
        wanted = max(earliest, self.first_day - timedelta(days=number))
        recording.set_first_day(user=self.user, first_day=wanted, now=self.now)
        self.check_others_unchanged(set())

    def record(self, slug: str, day: date, key: UUID) -> None:
        exercise = self.exercises[slug]
        session = recording.record(
            user=self.user, exercise=exercise, day=day, key=key, now=self.now
        )
        self.keys.append(key)
        self.check_others_unchanged({session.day} if session.day else set())

    def from_on(self, first: date, last: date | None) -> set[date]:
        return set(days.days_from(first, last or self.today))

    def weeks(self) -> list[report.WeekReport]:
        first = days.first_of_week(self.first_day, self.user.week_starts_on)
        number = (self.today - first).days // 7 + 1
        return [
            report.of_week(self.user, first + timedelta(weeks=week), today=self.today)
            for week in range(number)
        ]

    def finished(self) -> dict[date, Figures]:
        """What the weeks say of each day that is over."""
        return {
            day.day: (day.tally.counted, day.tally.due, bool(day.pause))
            for week in self.weeks()
            for day in week.days
            if day.state == "past"
        }

    def check_others_unchanged(self, edited: set[date]) -> None:
        """A day that was over, and is, says what it said, unless it was edited."""
        now = self.finished()
        before = {day: told for day, told in self.known.items() if day in now and day not in edited}

        assert {day: now[day] for day in before} == before
        self.known = now

    @invariant()
    def every_week_adds_up_and_says_what_the_rows_say(self) -> None:
        counted = Counted(self.user)
        for week in self.weeks():
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
        history = report.of_past_year(self.user, today=self.today, weeks=52)
        counted = Counted(self.user)
        over = [day for week in self.weeks() for day in week.days if day.state == "past"]
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
    life: Callable[[], Life] = Life

    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        life, settings=settings(max_examples=20, stateful_step_count=25, **patient)
    )
