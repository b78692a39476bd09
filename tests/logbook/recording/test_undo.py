"""Taking a session back, and putting it back: once, in any order, however often."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource
from logbook.models import Session
from logbook.recording import sessions
from logbook.recording.rules import Refused
from logbook.recording.sessions import NewSession
from tests.make import THURSDAY_MORNING, make_session

NOW = THURSDAY_MORNING
TODAY = date(2026, 11, 19)
YESTERDAY = TODAY - timedelta(days=1)

pytestmark = pytest.mark.django_db


def rows_of(user: User) -> list[tuple[str, date, SessionSource]]:
    return [
        (session.exercise.slug, session.day, session.source)
        for session in Session.objects.of(user).select_related("exercise")
    ]


def test_undoing_takes_the_session_out_and_twice_is_once(person: User, circles: Exercise) -> None:
    session = sessions.record(person, NewSession(exercise=circles, day=TODAY, key=uuid4()), now=NOW)

    sessions.undo(person, session.key, now=NOW)
    sessions.undo(person, session.key, now=NOW + timedelta(hours=1))

    assert rows_of(person) == []
    assert Session.objects.get(user=person, key=session.key).undone_at == NOW


def test_a_session_that_arrives_after_its_undo_stays_undone(
    person: User, circles: Exercise
) -> None:
    key = uuid4()

    sessions.undo(person, key, now=NOW)
    sessions.record(person, NewSession(exercise=circles, day=TODAY, key=key), now=NOW)

    assert rows_of(person) == []
    assert Session.objects.filter(user=person).count() == 1


def test_a_session_put_back_has_its_day_time_and_source_again(
    person: User, circles: Exercise
) -> None:
    at_noon = datetime(2026, 11, 18, 11, tzinfo=UTC)
    gone = make_session(
        user=person,
        exercise=circles,
        day=YESTERDAY,
        moment=at_noon,
        source=SessionSource.GUIDED,
        undone_at=NOW,
    )

    for _ in range(2):
        sessions.put_back(person, gone.key, now=NOW)

    session = Session.objects.of(person).get()
    assert (session.key, session.recorded_at) == (gone.key, NOW)
    assert (session.day, session.moment, session.source) == (YESTERDAY, at_noon, "guided")


def test_a_session_can_be_taken_back_and_put_back_again_and_again(
    person: User, circles: Exercise
) -> None:
    session = make_session(user=person, exercise=circles, day=TODAY)

    for _ in range(3):
        sessions.undo(person, session.key, now=NOW)
        assert rows_of(person) == []
        session = sessions.put_back(person, session.key, now=NOW)
        assert rows_of(person) == [("ankle-circles", TODAY, "tick")]


def test_put_back_on_an_old_page_puts_back_what_was_taken_back_since(
    person: User, circles: Exercise
) -> None:
    first = make_session(user=person, exercise=circles, day=TODAY)
    sessions.undo(person, first.key, now=NOW)
    again = sessions.put_back(person, first.key, now=NOW)
    sessions.undo(person, again.key, now=NOW)

    for _ in range(2):
        sessions.put_back(person, first.key, now=NOW)

    assert rows_of(person) == [("ankle-circles", TODAY, "tick")]


def test_only_a_session_that_was_taken_back_can_be_put_back(
    person: User, circles: Exercise
) -> None:
    standing = make_session(user=person, exercise=circles)
    early = sessions.undo(person, uuid4(), now=NOW)

    for key in (early.key, uuid4()):
        with pytest.raises(Refused, match="nothing to put back"):
            sessions.put_back(person, key, now=NOW)
    same = sessions.put_back(person, standing.key, now=NOW + timedelta(hours=1))

    assert list(Session.objects.of(person)) == [standing]
    assert same.recorded_at == standing.recorded_at


@given(
    acts=st.lists(st.tuples(st.sampled_from(["record", "undo"]), st.integers(0, 3)), max_size=12)
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_order_of_adds_and_undos_does_not_matter(
    acts: list[tuple[str, int]], person: User, circles: Exercise
) -> None:
    def play(order: list[tuple[str, int]]) -> set[UUID]:
        with transaction.atomic():
            for act, number in order:
                key = UUID(int=number + 1)
                if act == "record":
                    sessions.record(
                        person, NewSession(exercise=circles, day=TODAY, key=key), now=NOW
                    )
                else:
                    sessions.undo(person, key, now=NOW)
            keys = set(Session.objects.of(person).values_list("key", flat=True))
            transaction.set_rollback(True)
        return keys

    recorded, undone = (
        {UUID(int=number + 1) for act, number in acts if act == wanted}
        for wanted in ("record", "undo")
    )
    assert play(acts) == play(acts[::-1]) == recorded - undone
