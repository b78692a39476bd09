"""People who write while a copy is made or put back."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import UUID, uuid4

from django.db import DatabaseError, connection

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from logbook.recording import sessions
from logbook.recording.sessions import NewSession
from tests.make import MONDAY, THURSDAY_MORNING


def keys() -> set[UUID]:
    return set(Session.objects.values_list("key", flat=True))


@contextmanager
def people_writing(user: User, threads: int = 4) -> Iterator[list[UUID]]:
    """They record sessions as fast as they can; the keys of those that were answered as saved."""
    answered: list[UUID] = []
    enough = threading.Event()

    def write() -> None:
        exercise = Exercise.objects.get(slug="ankle-circles")
        while not enough.is_set():
            key = uuid4()
            with suppress(DatabaseError):  # told to them: a database gone
                sessions.record(
                    user, NewSession(exercise=exercise, day=MONDAY, key=key), now=THURSDAY_MORNING
                )
                answered.append(key)
            connection.close_if_unusable_or_obsolete()
        connection.close()

    writers = [threading.Thread(target=write) for _ in range(threads)]
    for writer in writers:
        writer.start()
    try:
        wait_for_more(answered)
        yield answered
    finally:
        enough.set()
        for writer in writers:
            writer.join()


def wait_for_more(answered: list[UUID]) -> None:
    """Until a good many more were saved."""
    before = len(answered)
    while len(answered) < before + 40:
        time.sleep(0.01)
