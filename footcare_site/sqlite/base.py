"""Connections to SQLite that are kept from one request to the next, while their file is there.

Whoever closes the last connection makes SQLite clear away its log, and processes that open and
close many get in each other's way there: a few requests in ten thousand read of a disk error.
"""

from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base

from footcare_site import environment


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        self.opened = self._file()
        return super().get_new_connection(conn_params)

    def is_usable(self) -> bool:
        """Is its file still the one at that place? Another may have been put there meanwhile."""
        return self._file() == self.opened

    def _file(self) -> tuple[int, int] | None:
        """What tells the file at that place from any other; None where there is none."""
        try:
            found = Path(environment.database_file(self.settings_dict)).stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino
