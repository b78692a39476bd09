"""Several sessions with one press: recorded once, undone with one press, done again with one."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from uuid import uuid4

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook import recording
from logbook.models import Session, SessionSource
from logbook.recording import Wanted
from tests.logbook.test_recording_at_once import at_once
from tests.make import MONDAY, THURSDAY_MORNING, make_programme, make_session, make_user

NOW = THURSDAY_MORNING
TODAY = date(2026, 11, 19)
LATER = NOW + timedelta(minutes=5)
BATCH = uuid4()

Press = Callable[..., list[Session]]


@pytest.fixture
def presses(db: None) -> Exercise:
    return Exercise.objects.get(slug="toe-presses")


@pytest.fixture
def press(person: User, circles: Exercise, presses: Exercise) -> Press:
    """Two of the one and one of the other on Monday, with one press."""
    wanted = [Wanted(circles, MONDAY, 2), Wanted(presses, MONDAY, 1)]
    return partial(recording.record_together, user=person, batch=BATCH, wanted=wanted, now=NOW)


def done(user: User) -> list[tuple[str, date]]:
    rows = Session.objects.of(user).values_list("exercise__slug", "day")
    return sorted(rows)


def keys(user: User) -> set[object]:
    return set(Session.objects.of(user).values_list("key", flat=True))


THREE = [("ankle-circles", MONDAY)] * 2 + [("toe-presses", MONDAY)]


def test_one_press_records_all_under_one_batch(person: User, press: Press) -> None:
    recorded = press()

    assert done(person) == THREE
    assert {session.batch for session in recorded} == {BATCH}
    assert {session.source for session in recorded} == {SessionSource.BACKFILL}


def test_the_same_press_twice_is_once(person: User, press: Press) -> None:
    first, second = press(), press(now=LATER)

    assert [session.key for session in first] == [session.key for session in second]
    assert done(person) == THREE


def test_an_undone_press_that_arrives_again_stays_undone(person: User, press: Press) -> None:
    press()
    recording.undo_together(user=person, batch=BATCH, now=NOW)

    press(now=LATER)

    assert done(person) == []


def test_undoing_twice_is_once(person: User, press: Press) -> None:
    press()

    for now in (NOW, LATER):
        recording.undo_together(user=person, batch=BATCH, now=now)

    assert done(person) == []
    assert set(Session.objects.values_list("undone_at", flat=True)) == {NOW}


def test_undoing_touches_no_other_session(person: User, circles: Exercise, press: Press) -> None:
    other = make_session(user=person, exercise=circles)
    press()

    recording.undo_together(user=person, batch=BATCH, now=NOW)

    assert keys(person) == {other.key}


def test_what_the_press_removed_comes_back_as_it_was(
    person: User, circles: Exercise, press: Press
) -> None:
    gone = make_session(
        user=person, exercise=circles, day=TODAY, moment=NOW, source=SessionSource.GUIDED
    )
    press(removed=[gone.key])
    assert done(person) == THREE

    for now in (LATER, LATER):
        recording.undo_together(user=person, batch=BATCH, now=now)

    (back,) = Session.objects.of(person)
    assert (back.exercise, back.day, back.moment, back.source) == (circles, TODAY, NOW, "guided")


def test_a_copy_that_arrives_after_the_undo_removes_nothing_again(
    person: User, circles: Exercise, press: Press
) -> None:
    gone = make_session(user=person, exercise=circles, day=TODAY)
    press(removed=[gone.key])
    recording.undo_together(user=person, batch=BATCH, now=LATER)

    press(removed=[gone.key], now=LATER)

    assert done(person) == [("ankle-circles", TODAY)]


@pytest.mark.parametrize("rounds", [1, 3])
def test_a_press_can_be_undone_and_done_again_and_again(
    person: User, circles: Exercise, press: Press, rounds: int
) -> None:
    gone = make_session(user=person, exercise=circles, day=TODAY)
    press(removed=[gone.key])
    batch = BATCH

    for _ in range(rounds):
        recording.undo_together(user=person, batch=batch, now=NOW)
        assert done(person) == [("ankle-circles", TODAY)]
        batch = recording.put_back_together(user=person, batch=batch, now=NOW)
        assert done(person) == THREE


def test_what_was_taken_back_on_its_own_before_stays_so(person: User, press: Press) -> None:
    first, *_others = press()
    recording.undo(user=person, key=first.key, now=NOW)
    kept = done(person)
    recording.undo_together(user=person, batch=BATCH, now=LATER)

    for now in (LATER, LATER + timedelta(minutes=5)):
        recording.put_back_together(user=person, batch=BATCH, now=now)

    assert done(person) == kept


def test_doing_it_again_twice_is_once(person: User, circles: Exercise, press: Press) -> None:
    gone = make_session(user=person, exercise=circles, day=TODAY)
    press(removed=[gone.key])
    recording.undo_together(user=person, batch=BATCH, now=NOW)

    first, second = (
        recording.put_back_together(user=person, batch=BATCH, now=now) for now in (NOW, LATER)
    )

    assert first == second
    assert done(person) == THREE


def test_a_press_that_only_removed_can_be_undone_and_done_again(
    person: User, circles: Exercise
) -> None:
    gone = make_session(user=person, exercise=circles)
    recording.record_together(user=person, batch=BATCH, wanted=[], removed=[gone.key], now=NOW)

    recording.undo_together(user=person, batch=BATCH, now=NOW)
    assert done(person) == [("ankle-circles", MONDAY)]
    again = recording.put_back_together(user=person, batch=BATCH, now=NOW)
    assert done(person) == []
    recording.undo_together(user=person, batch=again, now=NOW)
    assert done(person) == [("ankle-circles", MONDAY)]


@pytest.mark.parametrize("act", [recording.undo_together, recording.put_back_together])
def test_a_press_that_did_nothing_is_refused(person: User, act: Callable[..., object]) -> None:
    with pytest.raises(recording.NotYours):
        act(user=person, batch=uuid4(), now=NOW)


def test_another_persons_press_is_not_in_reach(press: Press) -> None:
    press()
    stranger = make_user(email="alex@example.org")

    with pytest.raises(recording.NotYours):
        recording.undo_together(user=stranger, batch=BATCH, now=NOW)

    assert Session.objects.filter(undone_at=None).count() == 3


def test_one_day_that_is_refused_leaves_nothing_half_saved(
    person: User, circles: Exercise, presses: Exercise
) -> None:
    wanted = [Wanted(circles, MONDAY, 2), Wanted(presses, TODAY + timedelta(days=1), 1)]

    with pytest.raises(recording.Refused):
        recording.record_together(user=person, batch=BATCH, wanted=wanted, now=NOW)

    assert not Session.objects.exists()


def test_what_is_filled_in_today_has_no_time(person: User, circles: Exercise) -> None:
    (session,) = recording.record_together(
        user=person,
        batch=BATCH,
        wanted=[Wanted(circles, TODAY, 1)],
        now=NOW,
        source=SessionSource.BACKFILL,
    )

    assert (session.moment, session.source) == (None, SessionSource.BACKFILL)


@pytest.mark.usefixtures("transactional_db")
def test_the_same_press_from_two_tabs_at_once_is_one() -> None:
    user = make_user()
    make_programme(user=user)
    circles = Exercise.objects.get(slug="ankle-circles")
    gone = make_session(user=user, exercise=circles)
    press = partial(
        recording.record_together,
        user=user,
        batch=BATCH,
        wanted=[Wanted(circles, MONDAY, 3)],
        removed=[gone.key],
        now=NOW,
    )

    failures = at_once(press, press, press)

    assert failures == []
    assert done(user) == [("ankle-circles", MONDAY)] * 3


@pytest.mark.usefixtures("transactional_db")
def test_a_press_undone_from_two_tabs_at_once_is_undone_once() -> None:
    user = make_user()
    circles = Exercise.objects.get(slug="ankle-circles")
    gone = make_session(user=user, exercise=circles)
    recording.record_together(
        user=user, batch=BATCH, wanted=[Wanted(circles, MONDAY, 2)], removed=[gone.key], now=NOW
    )

    undo = partial(recording.undo_together, user=user, batch=BATCH, now=LATER)
    failures = at_once(undo, undo)

    assert failures == []
    assert done(user) == [("ankle-circles", MONDAY)]
