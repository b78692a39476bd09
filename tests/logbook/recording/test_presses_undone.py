"""A press undone and put back, again and again, in any order, and each time all of it."""

from contextlib import suppress
from datetime import datetime
from functools import partial
from uuid import UUID, uuid4, uuid5

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource
from logbook.models import Press, Session
from logbook.recording import presses, sessions
from logbook.recording.presses import NewPress, Wanted
from logbook.recording.rules import NotYours, Refused
from tests.logbook.recording.pressing import KEY, LATER, NOW, THREE, TODAY, RecordPress, done, keys
from tests.logbook.recording.test_at_once import at_once
from tests.make import MONDAY, make_session, make_user, prefer


def test_an_undone_press_that_arrives_again_stays_undone(person: User, press: RecordPress) -> None:
    press()
    presses.undo(person, KEY, now=NOW)

    press()

    assert done(person) == []


def test_a_press_that_arrives_after_its_undo_does_nothing(
    person: User, circles: Exercise, press: RecordPress
) -> None:
    standing = make_session(user=person, exercise=circles)
    presses.undo(person, KEY, now=NOW)

    press(standing.key)

    assert keys(person) == {standing.key}


def test_undoing_twice_is_once(person: User, press: RecordPress) -> None:
    press()

    for now in (NOW, LATER):
        presses.undo(person, KEY, now=now)

    assert done(person) == []
    assert set(Session.objects.values_list("undone_at", flat=True)) == {NOW}


def test_undoing_touches_no_other_session(
    person: User, circles: Exercise, press: RecordPress
) -> None:
    other = make_session(user=person, exercise=circles)
    press()

    presses.undo(person, KEY, now=NOW)

    assert keys(person) == {other.key}


def test_what_the_press_removed_comes_back_as_it_was(
    person: User, circles: Exercise, press: RecordPress
) -> None:
    gone = make_session(
        user=person, exercise=circles, day=TODAY, moment=NOW, source=SessionSource.GUIDED
    )
    press(gone.key)
    assert done(person) == THREE

    for now in (LATER, LATER):
        presses.undo(person, KEY, now=now)

    (back,) = Session.objects.of(person)
    assert (back.exercise, back.day, back.moment, back.source) == (circles, TODAY, NOW, "guided")


def test_a_copy_that_arrives_after_the_undo_removes_nothing_again(
    person: User, circles: Exercise, press: RecordPress
) -> None:
    gone = make_session(user=person, exercise=circles, day=TODAY)
    press(gone.key)
    presses.undo(person, KEY, now=LATER)

    press(gone.key)

    assert done(person) == [("ankle-circles", TODAY)]


def test_a_press_can_be_undone_and_put_back_again_and_again(
    person: User, circles: Exercise, press: RecordPress
) -> None:
    gone = make_session(user=person, exercise=circles, day=TODAY)
    press(gone.key)

    for _ in range(3):
        for _twice in range(2):
            presses.undo(person, KEY, now=NOW)
            assert done(person) == [("ankle-circles", TODAY)]
        for _twice in range(2):
            presses.put_back(person, KEY, now=NOW)
            assert done(person) == THREE


@pytest.mark.parametrize("now", [NOW, LATER])
def test_what_was_taken_back_by_itself_stays_so(
    person: User, press: RecordPress, now: datetime
) -> None:
    first, *_others = press()
    sessions.undo(person, first.key, now=NOW)
    kept = done(person)

    for _ in range(2):
        presses.undo(person, KEY, now=now)
        presses.put_back(person, KEY, now=now)

    assert done(person) == kept


def test_what_was_taken_back_by_itself_after_the_press_was_undone_stays_so(
    person: User, press: RecordPress
) -> None:
    first, *others = press()
    presses.undo(person, KEY, now=NOW)
    sessions.undo(person, first.key, now=LATER)

    presses.put_back(person, KEY, now=LATER)

    assert keys(person) == {session.key for session in others}


def test_what_was_put_back_by_itself_stays_whatever_becomes_of_the_press(
    person: User, circles: Exercise, press: RecordPress
) -> None:
    gone = make_session(user=person, exercise=circles, day=TODAY)
    first, *_others = press(gone.key)
    presses.undo(person, KEY, now=NOW)
    sessions.put_back(person, first.key, now=NOW)
    presses.put_back(person, KEY, now=NOW)
    sessions.put_back(person, gone.key, now=NOW)

    presses.undo(person, KEY, now=NOW)

    assert keys(person) == {first.key, gone.key}


def test_a_removed_session_that_was_taken_back_since_does_not_come_back(
    person: User, circles: Exercise, press: RecordPress
) -> None:
    gone = make_session(user=person, exercise=circles, day=TODAY)
    press(gone.key)
    presses.undo(person, KEY, now=NOW)
    sessions.undo(person, gone.key, now=NOW)

    presses.put_back(person, KEY, now=NOW)
    presses.undo(person, KEY, now=NOW)

    assert done(person) == []


@pytest.mark.parametrize("later_first", [True, False])
def test_a_session_of_one_press_that_another_removed_is_there_when_both_say_so(
    person: User, press: RecordPress, later_first: bool
) -> None:
    recorded = press()
    other = uuid4()
    removed = [session.key for session in recorded]
    presses.record(person, NewPress(key=other, removed=removed), now=NOW)
    assert done(person) == []

    for key in (other, KEY) if later_first else (KEY, other):
        presses.undo(person, key, now=NOW)
        assert done(person) == (THREE if later_first and key == other else [])
    presses.put_back(person, KEY, now=NOW)
    assert done(person) == THREE
    presses.put_back(person, other, now=NOW)
    assert done(person) == []


def test_a_press_that_only_removed_can_be_undone_and_put_back(
    person: User, circles: Exercise
) -> None:
    gone = make_session(user=person, exercise=circles)
    presses.record(person, NewPress(key=KEY, removed=[gone.key]), now=NOW)

    presses.undo(person, KEY, now=NOW)
    assert done(person) == [("ankle-circles", MONDAY)]
    presses.put_back(person, KEY, now=NOW)
    assert done(person) == []
    presses.undo(person, KEY, now=NOW)
    assert done(person) == [("ankle-circles", MONDAY)]


def test_a_press_that_did_nothing_is_not_put_back(person: User) -> None:
    presses.undo(person, KEY, now=NOW)

    for key in (KEY, uuid4()):
        with pytest.raises(NotYours):
            presses.put_back(person, key, now=NOW)


def test_what_is_before_the_first_day_by_now_does_not_come_back(
    person: User, press: RecordPress
) -> None:
    press()
    presses.undo(person, KEY, now=NOW)
    prefer(person, first_day=TODAY)

    with pytest.raises(Refused, match="before your first day"):
        presses.put_back(person, KEY, now=NOW)

    assert done(person) == []
    assert Press.objects.get().undone_at == NOW


ACTS = ["record", "undo", "put back", "undo one", "put one back"]


@given(acts=st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 2)), max_size=12))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_in_any_order_twice_is_once(
    acts: list[tuple[str, int]], person: User, circles: Exercise
) -> None:
    """Each press records two sessions and removes those of the press before it."""
    new = [
        NewPress(
            key=UUID(int=number + 1),
            wanted=[Wanted(circles, MONDAY, 2)],
            removed=[
                uuid5(UUID(int=number), f"ankle-circles {MONDAY} {each}") for each in range(2)
            ],
        )
        for number in range(3)
    ]

    def act(name: str, number: int) -> None:
        press, one = new[number], new[number].sessions[0].key
        with suppress(NotYours, Refused):
            if name == "record":
                presses.record(person, press, now=NOW)
            elif name == "undo":
                presses.undo(person, press.key, now=NOW)
            elif name == "put back":
                presses.put_back(person, press.key, now=NOW)
            elif name == "undo one":
                sessions.undo(person, one, now=NOW)
            else:
                sessions.put_back(person, one, now=NOW)

    def play(times: int) -> set[object]:
        with transaction.atomic():
            for name, number in acts:
                for _ in range(times):
                    act(name, number)
            found = keys(person)
            transaction.set_rollback(True)
        return found

    assert play(1) == play(2)


@pytest.mark.usefixtures("transactional_db")
def test_a_press_undone_from_two_tabs_at_once_is_undone_once() -> None:
    user = make_user()
    circles = Exercise.objects.get(slug="ankle-circles")
    gone = make_session(user=user, exercise=circles)
    new = NewPress(key=KEY, wanted=[Wanted(circles, MONDAY, 2)], removed=[gone.key])
    presses.record(user, new, now=NOW)

    undo = partial(presses.undo, user, KEY, now=LATER)
    failures = at_once(undo, undo)

    assert failures == []
    assert done(user) == [("ankle-circles", MONDAY)]
