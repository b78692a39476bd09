"""Several sessions with one press: recorded once, all of them or none."""

from datetime import timedelta
from functools import partial

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource
from logbook.models import Press, Session
from logbook.recording import presses
from logbook.recording.presses import NewPress, Wanted
from logbook.recording.rules import NotYours, Refused
from tests.logbook.recording.pressing import KEY, NOW, THREE, TODAY, RecordPress, done, keys
from tests.logbook.recording.test_at_once import at_once
from tests.make import MONDAY, make_programme, make_session, make_user


def test_one_press_records_all_of_its_sessions(person: User, press: RecordPress) -> None:
    recorded = press()

    assert done(person) == THREE
    assert {session.key for session in recorded} == keys(person)
    assert {session.source for session in recorded} == {SessionSource.BACKFILL}


def test_the_same_press_twice_is_once(person: User, press: RecordPress) -> None:
    first, second = press(), press()

    assert [session.key for session in first] == [session.key for session in second]
    assert done(person) == THREE
    assert Press.objects.count() == 1


def test_another_persons_press_is_not_in_reach(press: RecordPress) -> None:
    press()
    stranger = make_user(email="alex@example.org")

    for act in (
        partial(presses.undo, stranger, KEY),
        partial(presses.put_back, stranger, KEY),
        partial(presses.record, stranger, NewPress(key=KEY)),
    ):
        with pytest.raises(NotYours):
            act(now=NOW)

    assert Session.objects.filter(undone_at=None).count() == 3


def test_another_persons_session_is_not_removed(person: User, circles: Exercise) -> None:
    theirs = make_session(user=make_user(email="alex@example.org"), exercise=circles)

    presses.record(person, NewPress(key=KEY, removed=[theirs.key]), now=NOW)

    theirs.refresh_from_db()
    assert theirs.undone_at is None


def test_one_day_that_is_refused_leaves_nothing_half_saved(
    person: User, circles: Exercise, toe_presses: Exercise
) -> None:
    wanted = [Wanted(circles, MONDAY, 2), Wanted(toe_presses, TODAY + timedelta(days=1), 1)]

    with pytest.raises(Refused):
        presses.record(person, NewPress(key=KEY, wanted=wanted), now=NOW)

    assert not Session.objects.exists()
    assert not Press.objects.exists()


def test_what_is_filled_in_today_has_no_time(person: User, circles: Exercise) -> None:
    new = NewPress(key=KEY, wanted=[Wanted(circles, TODAY, 1)], source=SessionSource.BACKFILL)
    presses.record(person, new, now=NOW)

    session = Session.objects.get()
    assert (session.moment, session.source) == (None, SessionSource.BACKFILL)


@pytest.mark.usefixtures("transactional_db")
def test_the_same_press_from_two_tabs_at_once_is_one() -> None:
    user = make_user()
    make_programme(user=user)
    circles = Exercise.objects.get(slug="ankle-circles")
    gone = make_session(user=user, exercise=circles)
    new = NewPress(key=KEY, wanted=[Wanted(circles, MONDAY, 3)], removed=[gone.key])
    press = partial(presses.record, user, new, now=NOW)

    failures = at_once(press, press, press)

    assert failures == []
    assert done(user) == [("ankle-circles", MONDAY)] * 3
