"""Undo of a file that was taken in: the record is what it was, but for what was changed since."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exchange import export, importing, undo
from exchange.models import ImportedFile
from exchange.records import Record
from exercises.models import Exercise
from logbook.models import DayNote, Session
from logbook.recording import notes, programme, sessions
from logbook.recording.programme import TargetFigures
from tests.exchange.records import (
    NOTE,
    ORDINARY,
    PAIN,
    PROFILE,
    SESSION,
    TARGET,
    TODAY,
    records,
    sessions_on,
    written,
)
from tests.make import MONDAY, agree, make_session, make_user, prefer
from tests.make import THURSDAY_MORNING as NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def newcomer(email: str = "new@example.org") -> User:
    user = User.objects.create_user(email, time_zone="UTC")
    programme.open_logbook(user=user, now=NOW)
    agree(user)
    return user


def text(user: User) -> str:
    return written(export.record(User.objects.get(pk=user.pk), today=TODAY))


def undo_last(user: User) -> None:
    undo.undo_last(user, now=NOW)


def test_the_record_is_what_it_was() -> None:
    user = newcomer()
    before = text(user)
    importing.apply(user, ORDINARY, now=NOW)
    assert text(user) != before

    undo_last(user)

    assert text(user) == before
    assert not ImportedFile.objects.exists()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records(), records())
def test_any_file_is_out_again_wherever_it_came_in(here: Record, brought: Record) -> None:
    user = newcomer(f"{uuid4()}@example.org")
    importing.apply(user, here, now=NOW)
    ImportedFile.objects.all().delete()
    before = text(user)
    importing.apply(user, brought, now=NOW)

    undo_last(user)
    once = text(user)
    undo_last(user)

    assert once == before
    assert text(user) == before


def test_what_came_in_can_come_in_again() -> None:
    user = newcomer()
    importing.apply(user, ORDINARY, now=NOW)
    sessions.undo(user, SESSION.key, now=NOW)
    undo_last(user)

    importing.apply(user, ORDINARY, now=NOW)

    assert [session.key for session in Session.objects.of(user)] == [SESSION.key]


def test_what_was_recorded_since_stays_and_its_days_count(circles: Exercise) -> None:
    user = newcomer()
    importing.apply(user, ORDINARY, now=NOW)
    tuesday = MONDAY + timedelta(days=1)
    session = make_session(user=user, exercise=circles, day=tuesday)
    notes.note_day(user=user, day=tuesday, text="mine", now=NOW)

    undo_last(user)

    user.refresh_from_db()
    assert user.preferences.first_day == tuesday
    assert list(Session.objects.of(user)) == [session]
    assert [note.text for note in DayNote.objects.filter(user=user)] == ["mine"]


def test_settings_and_programme_that_were_changed_since_stay(circles: Exercise) -> None:
    user = newcomer()
    importing.apply(user, replace(ORDINARY, targets=(TARGET,)), now=NOW)
    user.change(time_zone="Asia/Tokyo")
    programme.set_target(user, circles, TargetFigures(per_day=7), today=TODAY)

    undo_last(user)

    user.refresh_from_db()
    assert user.time_zone == "Asia/Tokyo"
    assert user.preferences.hurts == []
    held = {row.exercise.slug: row.per_day for row in programme.held_on(user, TODAY)}
    assert held == {"ankle-circles": 7}


def test_what_was_here_before_stays(circles: Exercise) -> None:
    user = newcomer()
    prefer(user, first_day=MONDAY)
    make_session(user=user, exercise=circles, key=SESSION.key, note="mine")
    notes.note_day(user=user, day=MONDAY, text="mine", now=NOW)
    before = text(user)
    importing.apply(user, ORDINARY, now=NOW)

    undo_last(user)

    assert text(user) == before


def test_nobody_else_s_rows_go_though_the_keys_are_the_same(circles: Exercise) -> None:
    alex = make_user(email="alex@example.org")
    make_session(user=alex, exercise=circles, key=SESSION.key)
    importing.apply(alex, replace(ORDINARY, sessions=(), pauses=()), now=NOW)
    before = text(alex)
    user = newcomer()
    importing.apply(user, ORDINARY, now=NOW)

    undo_last(user)

    assert text(alex) == before
    assert Session.objects.of(alex).count() == 1


def test_the_same_file_taken_in_twice_is_undone_as_once() -> None:
    user = newcomer()
    before = text(user)
    importing.apply(user, ORDINARY, now=NOW)
    importing.apply(user, ORDINARY, now=NOW)

    undo_last(user)

    assert text(user) == before


def test_it_is_offered_for_a_day_and_then_nothing_is_undone() -> None:
    user = newcomer()
    importing.apply(user, ORDINARY, now=NOW)
    taken = text(user)
    a_day = timedelta(days=1)

    found = undo.last(user, now=NOW + a_day - timedelta(seconds=1))
    assert found
    assert found.counts == {"sessions": 1, "pain": 1, "notes": 1, "pauses": 1}
    assert undo.last(user, now=NOW + a_day) is None

    undo.undo_last(user, now=NOW + a_day)
    assert text(user) == taken


def test_looking_at_another_file_keeps_the_undo_of_the_last() -> None:
    user = newcomer()
    before = text(user)
    importing.apply(user, ORDINARY, now=NOW)
    other = Record(PROFILE, notes=(NOTE,), pain=(replace(PAIN, site="hip"),))

    importing.keep(user, written(other).encode(), now=NOW)

    undo_last(user)
    assert text(user) == before


def test_many_rows_go_in_a_few_questions_each_of_so_many(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    user = newcomer()
    many = sessions_on(TODAY - timedelta(days=120), 120, 10)
    profile = replace(PROFILE, first_day=TODAY - timedelta(days=120))
    importing.apply(user, Record(profile, (TARGET,), sessions=many), now=NOW)
    assert Session.objects.of(user).count() == 1200

    with django_assert_max_num_queries(35):
        undo_last(user)

    assert Session.objects.filter(user=user).count() == 0
