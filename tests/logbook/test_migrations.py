"""Presses of the version before: what it recorded can be undone and put back after migrating."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID, uuid4, uuid5

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import StateApps
from django.db.models import Model

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Press, Session
from logbook.recording import presses, sessions
from tests.make import MONDAY, THURSDAY_MORNING, make_user

NOW = THURSDAY_MORNING
THEN = NOW - timedelta(hours=1)
EARLIER = NOW - timedelta(hours=2)
BEFORE = [
    ("accounts", "0005_account_events"),
    ("exercises", "0002_dose_and_script"),
    ("logbook", "0008_brought_file"),
]

pytestmark = pytest.mark.usefixtures("transactional_db")


@contextmanager
def version_before() -> Iterator[StateApps]:
    """The database as the version before has it; it is migrated at the end."""
    try:
        MigrationExecutor(connection).migrate(BEFORE)
        yield MigrationLoader(connection).project_state(BEFORE).apps
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())


class Before:
    """Records as the version before did."""

    def __init__(self, apps: StateApps, user: User) -> None:
        self.table: type[Model] = apps.get_model("logbook", "Session")
        self.apps, self.user = apps, user
        self.circles = Exercise.objects.values_list("pk", flat=True).get(slug="ankle-circles")

    def add(self, *, key: UUID | None = None, batch: UUID | None = None, **columns: object) -> UUID:
        key = key or uuid4()
        self.table._base_manager.create(
            user_id=self.user.pk,
            key=key,
            exercise_id=self.circles,
            day=MONDAY,
            recorded_at=EARLIER,
            batch=batch,
            **columns,
        )
        return key

    def change(self, *keys: UUID, **columns: object) -> None:
        self.table._base_manager.filter(user_id=self.user.pk, key__in=keys).update(**columns)

    def put_back(self, *keys: UUID, batch: UUID | None = None) -> list[UUID]:
        """As rows of their own, under keys that follow."""
        again = batch and uuid5(batch, "again")
        return [self.add(key=uuid5(key, "again"), batch=again) for key in keys]


def standing(user: User) -> set[UUID]:
    return set(Session.objects.of(user).values_list("key", flat=True))


def a_round_is_undone_and_put_back_without_what_was_undone_by_itself(
    old: Before, user: User
) -> Iterator[None]:
    press = uuid4()
    first, *others = (old.add(batch=press) for _ in range(3))
    old.change(first, undone_at=THEN)
    yield

    for _ in range(2):
        presses.undo(user, press, now=NOW)
        assert standing(user) == set()
        presses.put_back(user, press, now=NOW)
        assert standing(user) == set(others)


def an_undone_round_is_put_back_without_what_was_undone_by_itself_before(
    old: Before, user: User
) -> Iterator[None]:
    press = uuid4()
    first, *others = (old.add(batch=press) for _ in range(3))
    old.change(first, undone_at=EARLIER)
    old.change(*others, undone_at=THEN)
    yield

    assert Press.objects.get(user=user).undone_at == THEN
    presses.put_back(user, press, now=NOW)
    assert standing(user) == set(others)


def a_week_that_removed_sessions_gives_them_back(old: Before, user: User) -> Iterator[None]:
    week = uuid4()
    added = old.add(batch=week)
    removed = [old.add(undone_at=THEN, undone_by=week) for _ in range(2)]
    yield

    for _ in range(2):
        presses.undo(user, week, now=NOW)
        assert standing(user) == set(removed)
        presses.put_back(user, week, now=NOW)
        assert standing(user) == {added}


def an_undone_week_is_put_back_and_removes_again_what_stands_for_it(
    old: Before, user: User
) -> Iterator[None]:
    week = uuid4()
    added = old.add(batch=week, undone_at=THEN)
    removed = old.add(undone_at=EARLIER, undone_by=week)
    (back,) = old.put_back(removed)
    yield

    assert standing(user) == {back}
    for _ in range(2):
        presses.put_back(user, week, now=NOW)
        assert standing(user) == {added}
        presses.undo(user, week, now=NOW)
        assert standing(user) == {back}


def a_week_undone_and_put_back_goes_on_under_the_later_press_and_doubles_nothing(
    old: Before, user: User
) -> Iterator[None]:
    week = uuid4()
    again = uuid5(week, "again")
    added = old.add(batch=week, undone_at=THEN)
    removed = old.add(undone_at=EARLIER, undone_by=week)
    (back,) = old.put_back(removed)
    (anew,) = old.put_back(added, batch=week)
    old.change(back, undone_at=THEN, undone_by=again)
    yield

    assert standing(user) == {anew}
    presses.undo(user, again, now=NOW)
    assert standing(user) == {back}
    presses.put_back(user, again, now=NOW)
    assert standing(user) == {anew}
    for key in (added, removed):
        with pytest.raises(sessions.Refused):
            sessions.put_back(user, key, now=NOW)


def two_people_with_one_key(old: Before, user: User) -> Iterator[None]:
    # The version before has fewer columns of a person.
    person = User.objects.only("pk").get(email="alex@example.org")
    press, alex = uuid4(), Before(old.apps, person)
    keys = {old.add(batch=press), alex.add(batch=press)}
    yield

    presses.undo(Press.objects.get(key=press).user, press, now=NOW)
    assert Session.objects.filter(key__in=keys, undone_at=None).count() == 1


LIVES = (
    a_round_is_undone_and_put_back_without_what_was_undone_by_itself,
    an_undone_round_is_put_back_without_what_was_undone_by_itself_before,
    a_week_that_removed_sessions_gives_them_back,
    an_undone_week_is_put_back_and_removes_again_what_stands_for_it,
    a_week_undone_and_put_back_goes_on_under_the_later_press_and_doubles_nothing,
    two_people_with_one_key,
)


def test_what_was_pressed_before_is_undone_and_put_back_after() -> None:
    make_user(email="alex@example.org")
    people = [make_user(email=f"{life.__name__}@example.org") for life in LIVES]
    with version_before() as apps:
        lives = [life(Before(apps, user), user) for life, user in zip(LIVES, people, strict=True)]
        for life in lives:
            next(life)

    for life in lives:
        assert next(life, None) is None


def test_the_version_before_finds_what_was_pressed_since() -> None:
    user = make_user()
    circles = Exercise.objects.get(slug="ankle-circles")
    gone, press, undone = uuid4(), uuid4(), uuid4()
    sessions.record(user, sessions.NewSession(key=gone, exercise=circles, day=MONDAY), now=THEN)
    wanted = [presses.Wanted(circles, MONDAY, 1)]
    new = presses.NewPress(key=press, wanted=wanted, removed=[gone])
    presses.record(user, new, now=NOW)
    presses.record(user, presses.NewPress(key=undone, wanted=wanted), now=NOW)
    presses.undo(user, undone, now=NOW)

    with version_before() as apps:
        table: type[Model] = apps.get_model("logbook", "Session")
        rows = set(table._base_manager.values_list("batch", "undone_by", "undone_at"))

    assert rows == {(None, press, NOW), (press, None, None), (undone, None, NOW)}
