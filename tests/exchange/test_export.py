"""What the file says of a person: theirs, all of it, without what was taken back."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exchange import export
from exchange.file import AT_ONCE
from exchange.records import Note, Pain, Pause, Profile, Record, Session, Target
from exercises.models import Exercise
from logbook.choices import SessionSource
from logbook.recording import notes, pauses, programme, sessions
from logbook.recording.notes import Felt
from logbook.recording.pauses import NewPause
from logbook.recording.programme import TargetFigures
from logbook.recording.sessions import NewSession, SessionChange
from tests.exchange.records import TODAY, written
from tests.make import (
    MONDAY,
    SLUGS,
    make_days,
    make_pause,
    make_programme,
    make_session,
    make_user,
    prefer,
)
from tests.make import THURSDAY_MORNING as NOW

KEY, OTHER_KEY = UUID(int=1), UUID(int=2)


def of(user: User) -> Record:
    return export.record(user, today=TODAY)


def test_the_profile_is_the_person_s_settings(person: User) -> None:
    prefer(person, hurts=["hip"], morning_cue="at the sink", evening=False, theme="dark")

    assert of(person).profile == Profile(
        email="sam@example.org",
        joined=NOW,
        first_day=MONDAY,
        time_zone="Europe/Berlin",
        day_ends_at=3,
        week_starts_on=0,
        theme="dark",
        hurts=("hip",),
        shows_rounds=False,
        shows_streak=False,
        asks_during=False,
        morning=True,
        morning_cue="at the sink",
        morning_around=time(8),
        midday=True,
        midday_cue="",
        midday_around=time(13),
        evening=False,
        evening_cue="",
        evening_around=time(19),
    )


def test_targets_are_told_with_amount_and_place(person: User, circles: Exercise) -> None:
    programme.set_target(person, circles, TargetFigures(per_day=1, bouts=2, place=4), today=TODAY)

    targets = sorted(of(person).targets, key=lambda row: row.identity)

    usual = [
        Target(slug, MONDAY, per_day, None, None, None, None, None)
        for slug, per_day in zip(sorted(SLUGS), (3, 2, 3, 2), strict=True)
    ]
    assert targets == [*usual, Target("ankle-circles", TODAY, 1, None, None, 2, None, 4)]


def test_a_session_is_told_whole(person: User, circles: Exercise) -> None:
    new = NewSession(
        exercise=circles,
        day=TODAY,
        key=KEY,
        source=SessionSource.GUIDED,
        seconds=212,
        round="morning",
    )
    sessions.record(person, new, now=NOW)
    sessions.describe(person, KEY, SessionChange(note="easy", during="low"))

    assert of(person).sessions == (
        Session(KEY, "ankle-circles", TODAY, NOW, "guided", 212, "morning", "easy", "low", NOW),
    )


def test_pain_notes_and_pauses_are_told_whole(person: User) -> None:
    notes.note_pain(user=person, day=MONDAY, felt={"knee": Felt(4, "left")}, now=NOW)
    notes.note_day(user=person, day=MONDAY, text="=1+1\n<b>", now=NOW)
    pauses.add(person, NewPause(key=KEY, first_day=MONDAY, last_day=None, reason="ill"), now=NOW)
    pauses.end(person, TODAY)

    found = of(person)

    assert found.pain == (Pain(MONDAY, "knee", "left", 4, NOW),)
    assert found.notes == (Note(MONDAY, "=1+1\n<b>", NOW),)
    assert found.pauses == (Pause(KEY, MONDAY, None, TODAY, "ill", NOW),)


def test_what_was_taken_back_is_left_out(person: User, circles: Exercise) -> None:
    make_session(user=person, exercise=circles, undone_at=NOW)
    sessions.undo(person, OTHER_KEY, now=NOW)
    pause = make_pause(user=person, first_day=MONDAY)
    pauses.undo(person, pause.key, now=NOW)

    found = of(person)

    assert (found.sessions, found.pauses) == ((), ())


def test_another_person_s_rows_are_left_out(person: User, circles: Exercise) -> None:
    alex = make_user(email="alex@example.org")
    make_programme(user=alex)
    make_session(user=alex, exercise=circles)
    make_pause(user=alex, first_day=MONDAY)
    notes.note_pain(user=alex, day=MONDAY, felt={"knee": Felt(4)}, now=NOW)
    notes.note_day(user=alex, day=MONDAY, text="mine", now=NOW)

    found = of(person)

    assert (found.sessions, found.pauses, found.pain, found.notes) == ((), (), (), ())
    assert len(found.targets) == 4
    assert len(of(alex).sessions) == 1


def test_whoever_flew_west_begins_today(person: User) -> None:
    prefer(person, first_day=date(2026, 11, 20))

    assert of(person).profile.first_day == TODAY


@pytest.mark.parametrize("days", [1, 300])
def test_it_takes_six_queries(
    person: User, django_assert_num_queries: DjangoAssertNumQueries, days: int
) -> None:
    first = TODAY - timedelta(days=days)
    make_days(user=person, first=first, last=TODAY, counts=lambda _number: (2, 3, 3, 2))

    with django_assert_num_queries(6):
        found = of(person)
    assert len(found.sessions) == 10 * (days + 1)


def test_the_file_comes_in_pieces_of_so_many_rows(
    person: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = TODAY - timedelta(days=119)
    make_days(user=person, first=first, last=TODAY, counts=lambda _number: (2, 3, 3, 2))
    notes.note_pain(user=person, day=MONDAY, felt={"knee": Felt(4), "foot": Felt(1)}, now=NOW)

    with django_assert_num_queries(6):
        pieces = list(export.pieces(person, today=TODAY))

    assert max(piece.count('"key"') for piece in pieces) == AT_ONCE
    assert "".join(pieces) == written(of(person))
