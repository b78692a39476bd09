"""A week from paper brought into the logbook: what goes first, once only, and not blindly."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import uuid4

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource
from logbook.models import Session
from logbook.recording import weeks
from logbook.recording.rules import Refused
from logbook.recording.sessions import undo
from logbook.recording.weeks import NewWeek, Overtaken, Place
from tests.logbook.recording.test_at_once import at_once
from tests.make import MONDAY, THURSDAY_MORNING, make_programme, make_session, make_user

NOW = THURSDAY_MORNING
TODAY = date(2026, 11, 19)
MORNING, EVENING = (datetime(2026, 11, 16, hour, tzinfo=UTC) for hour in (7, 18))

pytestmark = pytest.mark.django_db


def seen(user: User, numbers: dict[Place, int]) -> str:
    days = {day for day, _exercise in numbers}
    return weeks.fingerprint(weeks.sessions_at(user, days), numbers)


def count(user: User) -> int:
    return Session.objects.of(user).count()


def test_filled_in_sessions_go_first_and_guided_ones_last(person: User, circles: Exercise) -> None:
    kinds = [
        (SessionSource.GUIDED, EVENING),
        (SessionSource.TICK, MORNING),
        (SessionSource.BACKFILL, EVENING),
        (SessionSource.TICK, None),
        (SessionSource.BACKFILL, None),
        (SessionSource.TICK, EVENING),
        (SessionSource.IMPORT, MORNING),
    ]
    sessions = [
        make_session(user=person, exercise=circles, source=source, moment=moment)
        for source, moment in kinds
    ]

    going = weeks.surplus(sessions, 0)

    assert [(session.source, session.moment) for session in going] == [
        ("backfill", None),
        ("backfill", EVENING),
        ("import", MORNING),
        ("tick", None),
        ("tick", EVENING),
        ("tick", MORNING),
        ("guided", EVENING),
    ]


@pytest.mark.parametrize(("stay", "go"), [(0, 2), (1, 1), (2, 0), (3, 0)])
def test_as_many_go_as_are_too_many(person: User, circles: Exercise, stay: int, go: int) -> None:
    sessions = [make_session(user=person, exercise=circles) for _ in range(2)]

    assert len(weeks.surplus(sessions, stay)) == go


def test_the_fingerprint_differs_once_a_session_comes_or_goes(
    person: User, circles: Exercise
) -> None:
    numbers = {(MONDAY, circles): 2}
    none = seen(person, numbers)
    session = make_session(user=person, exercise=circles)
    one = seen(person, numbers)
    make_session(user=person, exercise=circles, day=TODAY)

    assert none != one == seen(person, numbers)
    undo(person, session.key, now=NOW)
    assert seen(person, numbers) == none


def test_each_place_has_the_number_that_was_typed_in(person: User, circles: Exercise) -> None:
    presses = Exercise.objects.get(slug="toe-presses")
    for _ in range(3):
        make_session(user=person, exercise=presses)
    numbers = {(MONDAY, circles): 4, (MONDAY, presses): 1, (TODAY, presses): 0}

    weeks.fill(person, NewWeek(key=uuid4(), numbers=numbers, seen=seen(person, numbers)), now=NOW)

    stored = weeks.sessions_at(person, [MONDAY, TODAY])
    assert {place: len(sessions) for place, sessions in stored.items()} == {
        (MONDAY, circles): 4,
        (MONDAY, presses): 1,
    }


def test_what_changed_since_it_was_seen_is_not_overwritten(person: User, circles: Exercise) -> None:
    numbers = {(MONDAY, circles): 0}
    before = seen(person, numbers)
    make_session(user=person, exercise=circles)

    with pytest.raises(Overtaken):
        weeks.fill(person, NewWeek(key=uuid4(), numbers=numbers, seen=before), now=NOW)

    assert count(person) == 1


def test_a_day_to_come_leaves_nothing_half_saved(person: User, circles: Exercise) -> None:
    numbers = {(MONDAY, circles): 2, (TODAY + timedelta(days=1), circles): 2}

    with pytest.raises(Refused):
        weeks.fill(
            person, NewWeek(key=uuid4(), numbers=numbers, seen=seen(person, numbers)), now=NOW
        )

    assert count(person) == 0


@pytest.mark.usefixtures("transactional_db")
@pytest.mark.parametrize(("number", "failures"), [(1, 0), (3, 2)])
def test_of_several_presses_at_once_one_counts(number: int, failures: int) -> None:
    """The same press three times is one; of three others that saw the same, the first is done."""
    user = make_user()
    make_programme(user=user)
    circles = Exercise.objects.get(slug="ankle-circles")
    numbers = {(MONDAY, circles): 3}
    keys = [uuid4() for _ in range(number)] * (3 // number)

    new = [NewWeek(key=key, numbers=numbers, seen=seen(user, numbers)) for key in keys]
    raised = at_once(*[partial(weeks.fill, user, week, now=NOW) for week in new])

    assert [type(failure) for failure in raised] == [Overtaken] * failures
    assert count(user) == 3
