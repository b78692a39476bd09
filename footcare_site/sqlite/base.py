"""Connections to SQLite that are kept from one request to the next; transactions take turns.

Whoever closes the last connection makes SQLite clear away its log, and processes that open and
close many get in each other's way there: a few requests in ten thousand read of a disk error.
"""

import sqlite3
from collections import defaultdict
from threading import Lock
from time import monotonic, sleep
from typing import Any, ClassVar

from django.db import OperationalError
from django.db.backends.sqlite3 import base

from footcare_site import environment

A_MILLISECOND = 0.001


class DatabaseWrapper(base.DatabaseWrapper):
    turns: ClassVar[defaultdict[str, Lock]] = defaultdict(Lock)
    """For each file, whose turn it is in this process."""
    turn: "Lock | None" = None
    """Where it is this connection's."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self.opened = self._file()
        return super().get_new_connection(conn_params)

    def is_usable(self) -> bool:
        """Is its file still the one at that place? Another may have been put there meanwhile."""
        return self._file() == self.opened

    def _file(self) -> tuple[int, int] | None:
        """What tells the file at that place from any other; None where there is none."""
        try:
            found = environment.database_file(self.settings_dict).stat()
        except OSError:  # SQLite says better why it can't be opened
            return None
        return found.st_dev, found.st_ino

    def _start_transaction_under_autocommit(self) -> None:
        """Wait for those of this process who write, then for those of others.

        SQLite wakes nobody: each who waits looks again after a while, up to a tenth of a second,
        and among many the last one may wait for long. Here one of a process looks each millisecond.
        """
        patience = self.settings_dict["OPTIONS"]["timeout"]
        until = monotonic() + patience
        turn = self.turns[str(self.settings_dict["NAME"])]
        if turn.acquire(timeout=patience):
            self.turn = turn
        try:
            self.connection.execute("PRAGMA busy_timeout = 0")
            self._begin(until)
        except BaseException:
            self._pass_on()
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
        """So every transaction ends, however it went, unless its connection is closed."""
        try:
            super()._set_autocommit(autocommit)  # type: ignore[misc]
        finally:
            if autocommit:
                self._pass_on()

    def close(self) -> None:
        try:
            super().close()
        finally:
            if self.connection is None or self.closed_in_transaction:
                self._pass_on()

    def _pass_on(self) -> None:
        if self.turn:
            self.turn.release()
            self.turn = None


def _is_locked(error: OperationalError) -> bool:
    code = getattr(error.__cause__, "sqlite_errorcode", 0)
    return code & 0xFF == sqlite3.SQLITE_BUSY  # of which there are several kinds
