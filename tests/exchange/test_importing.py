"""Taking a file in: all of it or nothing, once, for whoever does it, and as it was."""

from dataclasses import replace
from datetime import timedelta
from unittest import mock
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exchange import export, file, importing
from exchange.plan import Plan
from exchange.records import Record
from exercises.models import Exercise
from logbook.models import DayNote, PainEntry, Pause, Session
from logbook.models import Target as TargetRow
from logbook.recording import notes, programme, sessions
from logbook.recording.imported import import_rows
from logbook.recording.programme import TargetFigures
from logbook.recording.rules import Refused
from logbook.recording.sessions import SessionChange
from tests.exchange.records import (
    ORDINARY,
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
    """Somebody who has just joined."""
    user = User.objects.create_user(email, time_zone="UTC")
    programme.open_logbook(user=user, now=NOW)
    agree(user)
    return user


def take_in(user: User, record: Record) -> Plan:
    """What was done with a file of that record, written and read."""
    contents = file.parse(written(record).encode(), today=TODAY)
    return importing.apply(user, contents, now=NOW)


def text(user: User) -> str:
    """Their file, with another's address, and without what doesn't come in."""
    record = export.record(User.objects.get(pk=user.pk), today=TODAY)
    profile = replace(record.profile, email=PROFILE.email)
    return written(replace(record, profile=profile, consents=()))


def counts(user: User) -> dict[str, int]:
    tables = (Session, Pause, PainEntry, DayNote)
    return {table.__name__: table.objects.filter(user=user).count() for table in tables}


def test_what_comes_in_is_what_went_out() -> None:
    user = newcomer()

    done = take_in(user, ORDINARY)

    assert text(user) == written(ORDINARY)
    assert done.counts("added") == {"sessions": 1, "pain": 1, "notes": 1, "pauses": 1}
    session = Session.objects.get(user=user)
    assert (session.key, session.source, session.press) == (SESSION.key, "tick", None)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records())
def test_any_record_comes_out_as_it_went_in_and_a_second_time_changes_nothing(
    record: Record,
) -> None:
    profile = replace(
        record.profile,
        email=PROFILE.email,
        joined=min(record.profile.joined, NOW),
        first_day=min(record.profile.first_day, TODAY),
    )
    record = replace(record, profile=profile, consents=())
    user = newcomer(f"{uuid4()}@example.org")
    if not record.targets:  # a file without any takes none away
        record = replace(record, targets=export.record(user, today=TODAY).targets)

    take_in(user, record)
    once = text(user)
    again = take_in(user, record)

    assert once == written(record)
    assert again.is_empty
    assert text(user) == once


def test_nobody_else_s_rows_are_touched_though_the_keys_are_the_same(circles: Exercise) -> None:
    alex = make_user(email="alex@example.org")
    make_session(user=alex, exercise=circles, key=SESSION.key, note="mine")
    user = newcomer()

    take_in(user, ORDINARY)

    assert Session.objects.get(user=alex).note == "mine"
    assert Session.objects.get(user=user).note == ""
    assert sessions.undo(user, SESSION.key, now=NOW).user == user
    assert Session.objects.get(user=alex).undone_at is None


def test_what_is_here_stays_as_it_is(circles: Exercise) -> None:
    user = newcomer()
    take_in(user, ORDINARY)
    sessions.describe(user, SESSION.key, SessionChange(note="changed since"))
    notes.note_day(user=user, day=MONDAY, text="changed since", now=NOW)
    user.change(theme="dark")
    programme.set_target(user, circles, TargetFigures(per_day=1), today=TODAY)
    before = text(user)

    done = take_in(user, ORDINARY)

    assert text(user) == before
    assert done.counts("different")["sessions"] == done.counts("different")["notes"] == 1
    assert done.keeps


def test_what_was_taken_back_here_stays_so() -> None:
    user = newcomer()
    take_in(user, ORDINARY)
    sessions.undo(user, SESSION.key, now=NOW)

    done = take_in(user, ORDINARY)

    assert not Session.objects.of(user).exists()
    assert done.counts("undone")["sessions"] == 1


def held(user: User, days: int) -> int:
    """How often they meant to do ankle circles, so many days after Monday."""
    day = MONDAY + timedelta(days=days)
    rows = {row.exercise.slug: row.per_day for row in programme.held_on(user, day)}
    return rows.get("ankle-circles", 0)


def test_whoever_began_anew_keeps_their_programme_and_gets_the_one_before() -> None:
    user = newcomer()
    prefer(user, first_day=MONDAY)
    notes.note_day(user=user, day=MONDAY, text="here", now=NOW)
    earlier = MONDAY - timedelta(days=20)
    lived = (
        replace(TARGET, from_day=earlier, per_day=5),
        replace(TARGET, from_day=MONDAY - timedelta(days=1), per_day=6),
        replace(TARGET, from_day=TODAY, per_day=7),
    )
    record = Record(replace(PROFILE, first_day=earlier), lived)
    # The logbook was opened with targets from before their first day on.
    TargetRow.objects.filter(user=user).update(from_day=MONDAY - timedelta(days=2))

    take_in(user, record)

    assert [held(user, days) for days in (-21, -20, -2, -1, 0, 3)] == [0, 5, 5, 6, 3, 3]
    user.refresh_from_db()
    assert user.preferences.first_day == earlier
    before = text(user)
    assert take_in(user, record).is_empty
    assert text(user) == before


def test_an_amount_that_makes_no_session_here_gives_way_to_the_catalogue_s() -> None:
    user = newcomer()
    endless = replace(TARGET, repetitions=100, bouts=20)

    done = take_in(user, replace(ORDINARY, targets=(endless, replace(TARGET, from_day=TODAY))))

    assert done.replaced_amounts == 1
    assert set(TargetRow.objects.filter(user=user).values_list("per_day", "bouts")) == {(3, None)}


def test_a_rest_that_is_shorter_than_the_words_about_it_comes_in_as_it_is() -> None:
    user = newcomer()
    brief = replace(TARGET, exercise="ankle-circles", rest_seconds=1)

    assert not take_in(user, replace(ORDINARY, targets=(brief,))).replaced_amounts
    assert TargetRow.objects.get(user=user, exercise__slug="ankle-circles").rest_seconds == 1


def test_exercises_and_zones_that_are_not_here_are_left_out() -> None:
    user = newcomer()
    other = replace(SESSION, key=UUID(int=4), exercise="nose-raises")
    profile = replace(PROFILE, time_zone="Mars/Olympus")

    done = take_in(user, replace(ORDINARY, profile=profile, sessions=(other, SESSION)))

    assert done.unknown == {"nose-raises": 1}
    assert counts(user)["Session"] == 1
    user.refresh_from_db()
    assert user.time_zone == "UTC"


def test_all_of_it_or_nothing() -> None:
    user = newcomer()
    before = text(user)

    def fail(*_args: object, **_kwargs: object) -> None:
        raise Refused

    with (
        mock.patch("exchange.importing.import_rows", side_effect=fail),
        pytest.raises(Refused),
    ):
        take_in(user, ORDINARY)

    assert text(user) == before


def test_rows_of_other_days_are_refused_at_the_door() -> None:
    """As the file was read they can't be there; whoever else brings rows is asked too."""
    user = newcomer()
    for day in (TODAY - timedelta(days=3), TODAY + timedelta(days=3)):
        with pytest.raises(Refused):
            import_rows(user=user, rows=[DayNote(day=day, text="a", recorded_at=NOW)], now=NOW)

    assert counts(user)["DayNote"] == 0


@pytest.mark.parametrize("apart", [-2, 2])
def test_a_day_of_another_place_on_earth_comes_in(apart: int) -> None:
    user, day = newcomer(), TODAY + timedelta(days=apart)

    import_rows(user=user, rows=[DayNote(day=day, text="a", recorded_at=NOW)], now=NOW)

    assert [note.day for note in DayNote.objects.filter(user=user)] == [day]


@pytest.mark.parametrize("days", [1, 30])
def test_it_takes_a_fixed_number_of_queries_and_one_for_so_many_rows(
    django_assert_max_num_queries: DjangoAssertNumQueries, days: int
) -> None:
    user = newcomer()
    record = Record(
        replace(PROFILE, first_day=TODAY - timedelta(days=days)),
        (TARGET,),
        sessions=sessions_on(TODAY - timedelta(days=days), days, 10),
    )
    contents = file.parse(written(record).encode(), today=TODAY)

    with django_assert_max_num_queries(9):
        importing.planned(user, contents, now=NOW)
    with django_assert_max_num_queries(35 + days * 10 // 70):
        importing.apply(user, contents, now=NOW)
