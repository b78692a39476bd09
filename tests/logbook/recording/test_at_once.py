"""The same key from two tabs at the same moment, each in a transaction of its own."""

import threading
from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from logbook.recording import sessions
from logbook.recording.sessions import NewSession
from tests.make import THURSDAY_MORNING, make_programme, make_user

NOW = THURSDAY_MORNING
TODAY = date(2026, 11, 19)

pytestmark = pytest.mark.usefixtures("transactional_db")


def test_two_tabs_at_once_with_one_key_make_one_session() -> None:
    user = make_user()
    exercise = Exercise.objects.get(slug="ankle-circles")
    key = uuid4()

    record = partial(sessions.record, user, NewSession(exercise=exercise, day=TODAY, key=key))
    failures = at_once(*[partial(record, now=NOW)] * 4)

    assert failures == []
    assert Session.objects.filter(user=user).count() == 1


def test_an_add_and_its_undo_at_once_end_undone() -> None:
    user = make_user()
    exercise = Exercise.objects.get(slug="ankle-circles")
    for _ in range(5):
        key = uuid4()

        record = partial(sessions.record, user, NewSession(exercise=exercise, day=TODAY, key=key))
        undo = partial(sessions.undo, user=user, key=key)
        failures = at_once(partial(record, now=NOW), partial(undo, now=NOW))

        assert failures == []
    assert not Session.objects.of(user).exists()
    assert Session.objects.filter(user=user).count() == 5


def test_a_round_done_in_two_tabs_at_once_is_done_once(
    client_of: Callable[[User], Client], clock: time_machine.Traveller
) -> None:
    user = make_user()
    make_programme(user=user)
    tabs = [client_of(user) for _ in range(4)]

    def press(tab: Client) -> None:
        sent = {"round": "morning", "day": TODAY.isoformat(), "key": str(uuid4())}
        assert tab.post("/today/round/", sent).status_code == 302

    assert at_once(*[partial(press, tab) for tab in tabs]) == []
    assert Session.objects.of(user).count() == 4


def at_once(*acts: Callable[[], object]) -> list[Exception]:
    """Run each in a thread of its own, all starting together; what they raised."""
    start, failures = threading.Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        start.wait()
        try:
            act()
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures
