"""Connections to SQLite stay open from one request to the next; transactions take turns.

When the last connection closes, SQLite deletes its log. Processes that open and close many
connections collide there: a few requests in ten thousand failed with a disk error.
"""

import sqlite3
from collections import defaultdict
from threading import Lock
from time import monotonic, sleep
from typing import Any, ClassVar

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from hosting.environment import databases

A_MILLISECOND = 0.001


class DatabaseWrapper(base.DatabaseWrapper):
    locks: ClassVar[defaultdict[str, Lock]] = defaultdict(Lock)
    """For each file, held by the connection of this process that writes."""
    held_lock: "Lock | None" = None
    """Set while this connection holds it."""

    def get_new_connection(self, conn_params: dict[str, object]) -> Any:
        self.opened_file = self._file_id()
        return super().get_new_connection(conn_params)

    def is_usable(self) -> bool:
        """False once another file is in the place of the one that was opened."""
        return self._file_id() == self.opened_file

    def _file_id(self) -> tuple[int, int] | None:
        """The device and inode of the file; None where it is missing."""
        try:
            found = databases.file_of(self.settings_dict).stat()
        except OSError:  # opening it then raises the better error
            return None
        return found.st_dev, found.st_ino

    def _start_transaction_under_autocommit(self) -> None:
        """Wait for the other writers of this process, then for those of other processes.

        SQLite's own wait sleeps up to 0.1 seconds between tries, so that one of many writers may
        wait for long. Here one writer of each process tries once a millisecond.
        """
        patience = self.settings_dict["OPTIONS"]["timeout"]
        until = monotonic() + patience
        lock = self.locks[str(self.settings_dict["NAME"])]
        if lock.acquire(timeout=patience):
            self.held_lock = lock
        try:
            self.connection.execute("PRAGMA busy_timeout = 0")
            self._begin(until)
        except BaseException:
            self._release_lock()
            raise
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}")

    def _begin(self, until: float) -> None:
        while True:
            try:
                super()._start_transaction_under_autocommit()  # type: ignore[misc]
            except OperationalError as error:
                if not _is_locked(error) or monotonic() > until:
                    raise
                sleep(A_MILLISECOND)
            else:
                return

    def _set_autocommit(self, autocommit: bool) -> None:
        """Django calls it at the end of every transaction, unless the connection was closed."""
        try:
            super()._set_autocommit(autocommit)  # type: ignore[misc]
        finally:
            if autocommit:
                self._release_lock()

    def close(self) -> None:
        try:
            super().close()
        finally:
            if self.connection is None or self.closed_in_transaction:
                self._release_lock()

    def _release_lock(self) -> None:
        if self.held_lock:
            self.held_lock.release()
            self.held_lock = None


def _is_locked(error: OperationalError) -> bool:
    code = getattr(error.__cause__, "sqlite_errorcode", 0)
    return code & 0xFF == sqlite3.SQLITE_BUSY  # of which there are several kinds
