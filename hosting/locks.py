"""One `prepare` at a time: who comes second waits, and goes on when the first is done."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress

from django.conf import settings
from django.db import Error, connection

POLL = 0.2  # seconds
KEY = 1_179_598_964
"""The number of PostgreSQL's lock. It holds in one database, where no other program has one."""


@contextmanager
def one_at_a_time(say: Callable[[str], object]) -> Iterator[None]:
    """Lock the state folder, and the database where that is on a server."""
    with ExitStack() as held:
        held.enter_context(_folder(say))
        if connection.vendor == "postgresql":
            held.enter_context(_database(say))
        yield


@contextmanager
def _folder(say: Callable[[str], object]) -> Iterator[None]:
    """Lock the folder itself. The system ends the lock with the process."""
    folder = os.open(settings.STATE_DIR, os.O_RDONLY)
    try:
        _wait(lambda: _lock(folder), say)
        yield
    finally:
        os.close(folder)


def _lock(folder: int) -> bool:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # some network's disk has no locks
        return True
    return True


@contextmanager
def _database(say: Callable[[str], object]) -> Iterator[None]:
    """Lock the database. The server ends the lock with the connection."""
    _wait(lambda: _ask("SELECT pg_try_advisory_lock(%s)"), say)
    try:
        yield
    finally:
        with suppress(Error):  # the connection is gone, and the lock with it
            _ask("SELECT pg_advisory_unlock(%s)")


def _ask(statement: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(statement, [KEY])
        return bool(cursor.fetchone()[0])


def _wait(is_held: Callable[[], bool], say: Callable[[str], object]) -> None:
    """Ask now and then: a statement that waits would hold up the other's migrations."""
    if is_held():
        return
    say("Another prepare is under way. Waiting until it is done.")
    while not is_held():
        time.sleep(POLL)
