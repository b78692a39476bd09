"""Connections to SQLite that are kept from one request to the next, and write in turn.

Whoever closes the last connection makes SQLite clear away its log, and processes that open and
close many get in each other's way there: a few requests in ten thousand read of a disk error.
"""

from collections import defaultdict
from threading import Lock
from typing import Any, ClassVar

from django.db.backends.sqlite3 import base

from footcare_site import environment


class DatabaseWrapper(base.DatabaseWrapper):
    turns: ClassVar[defaultdict[str, Lock]] = defaultdict(Lock)
    """For each file, whose turn it is in this process."""
    is_my_turn = False

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
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _start_transaction_under_autocommit(self) -> None:
        """Wait for those of this process who write: SQLite wakes nobody, each looks now and then.

        Whoever waited in vain lets SQLite say so.
        """
        patience = self.settings_dict["OPTIONS"].get("timeout", 5)
        self.is_my_turn = self._turn.acquire(timeout=patience)
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc]
        except BaseException:
            self._pass_on()
            raise

    def commit(self) -> None:
        super().commit()
        self._pass_on()

    def rollback(self) -> None:
        try:
            super().rollback()
        finally:
            self._pass_on()

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._pass_on()

    @property
    def _turn(self) -> Lock:
        return self.turns[str(self.settings_dict["NAME"])]

    def _pass_on(self) -> None:
        if self.is_my_turn:
            self.is_my_turn = False
            self._turn.release()
