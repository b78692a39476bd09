"""Undo of a file that was taken in: the record is what it was, but for what was changed since."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exercises.models import Exercise
from logbook import recording
from logbook.exchange import download, file, taking_in, taking_out
from logbook.exchange.contents import Contents
from logbook.models import BroughtFile, DayNote, Session
from tests.logbook.exchange.records import (
    NOTE,
    ORDINARY,
    PAIN,
    PROFILE,
    SESSION,
    TARGET,
    TODAY,
    records,
    sessions_on,
)
from tests.make import MONDAY, make_session, make_user
from tests.make import THURSDAY_MORNING as NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def newcomer(email: str = "new@example.org") -> User:
    user = User.objects.create_user(email, time_zone="UTC")
    recording.open_logbook(user=user, now=NOW)
    return user


def text(user: User) -> str:
    return file.write(download.of(User.objects.get(pk=user.pk), today=TODAY))


def undo(user: User) -> None:
    taking_out.undo(user, now=NOW)


def test_the_record_is_what_it_was() -> None:
    user = newcomer()
    before = text(user)
    taking_in.take_in(user, ORDINARY, now=NOW)
    assert text(user) != before

    undo(user)

    assert text(user) == before
    assert not BroughtFile.objects.exists()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records(), records())
def test_any_file_is_out_again_wherever_it_came_in(here: Contents, brought: Contents) -> None:
    user = newcomer(f"{uuid4()}@example.org")
    taking_in.take_in(user, here, now=NOW)
    BroughtFile.objects.all().delete()
    before = text(user)
    taking_in.take_in(user, brought, now=NOW)

    undo(user)
    once = text(user)
    undo(user)

    assert once == before
    assert text(user) == before


def test_what_came_in_can_come_in_again() -> None:
    user = newcomer()
    taking_in.take_in(user, ORDINARY, now=NOW)
    recording.undo(user=user, key=SESSION.key, now=NOW)
    undo(user)

    taking_in.take_in(user, ORDINARY, now=NOW)

    assert [session.key for session in Session.objects.of(user)] == [SESSION.key]


def test_what_was_recorded_since_stays_and_its_days_count(circles: Exercise) -> None:
    user = newcomer()
    taking_in.take_in(user, ORDINARY, now=NOW)
    tuesday = MONDAY + timedelta(days=1)
    session = make_session(user=user, exercise=circles, day=tuesday)
    recording.note_day(user=user, day=tuesday, text="mine", now=NOW)

    undo(user)

    user.refresh_from_db()
    assert user.first_day == tuesday
    assert list(Session.objects.of(user)) == [session]
    assert [note.text for note in DayNote.objects.filter(user=user)] == ["mine"]


def test_settings_and_programme_that_were_changed_since_stay(circles: Exercise) -> None:
    user = newcomer()
    taking_in.take_in(user, replace(ORDINARY, targets=(TARGET,)), now=NOW)
    user.change(time_zone="Asia/Tokyo")
    recording.set_target(user=user, exercise=circles, today=TODAY, per_day=7)

    undo(user)

    user.refresh_from_db()
    assert user.time_zone == "Asia/Tokyo"
    assert user.hurts == []
    held = {row.exercise.slug: row.per_day for row in recording.programme.held_on(user, TODAY)}
    assert held == {"ankle-circles": 7}


def test_what_was_here_before_stays(circles: Exercise) -> None:
    user = newcomer()
    user.change(first_day=MONDAY)
    make_session(user=user, exercise=circles, key=SESSION.key, note="mine")
    recording.note_day(user=user, day=MONDAY, text="mine", now=NOW)
    before = text(user)
    taking_in.take_in(user, ORDINARY, now=NOW)

    undo(user)

    assert text(user) == before


def test_nobody_else_s_rows_go_though_the_keys_are_the_same(circles: Exercise) -> None:
    alex = make_user(email="alex@example.org")
    make_session(user=alex, exercise=circles, key=SESSION.key)
    taking_in.take_in(alex, replace(ORDINARY, sessions=(), pauses=()), now=NOW)
    before = text(alex)
    user = newcomer()
    taking_in.take_in(user, ORDINARY, now=NOW)

    undo(user)

    assert text(alex) == before
    assert Session.objects.of(alex).count() == 1


def test_the_same_file_taken_in_twice_is_undone_as_once() -> None:
    user = newcomer()
    before = text(user)
    taking_in.take_in(user, ORDINARY, now=NOW)
    taking_in.take_in(user, ORDINARY, now=NOW)

    undo(user)

    assert text(user) == before


def test_it_is_offered_for_a_day_and_then_nothing_is_undone() -> None:
    user = newcomer()
    taking_in.take_in(user, ORDINARY, now=NOW)
    taken = text(user)
    a_day = timedelta(days=1)

    found = taking_out.done(user, now=NOW + a_day - timedelta(seconds=1))
    assert found
    assert found.amounts == "1 session, 1 pain score, 1 note and 1 pause"
    assert taking_out.done(user, now=NOW + a_day) is None

    taking_out.undo(user, now=NOW + a_day)
    assert text(user) == taken


def test_looking_at_another_file_keeps_the_undo_of_the_last() -> None:
    user = newcomer()
    before = text(user)
    taking_in.take_in(user, ORDINARY, now=NOW)
    other = Contents(PROFILE, notes=(NOTE,), pain=(replace(PAIN, site="hip"),))

    taking_in.keep(user, file.write(other).encode(), now=NOW)

    undo(user)
    assert text(user) == before


def test_many_rows_go_in_a_few_questions_each_of_so_many(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    user = newcomer()
    many = sessions_on(TODAY - timedelta(days=120), 120, 10)
    profile = replace(PROFILE, first_day=TODAY - timedelta(days=120))
    taking_in.take_in(user, Contents(profile, (TARGET,), sessions=many), now=NOW)
    assert Session.objects.of(user).count() == 1200

    with django_assert_max_num_queries(35):
        undo(user)

    assert Session.objects.filter(user=user).count() == 0
