"""How the log reads: a line each, and a traceback only where the program failed."""

import logging
from copy import copy

from footcare_site import database

MINUTE = 60.0  # seconds


class LineFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """Django gives a bad request (a strange host, a broken body) its traceback too.

        So it does for each page that is asked for while the database is gone.
        """
        error, why = record.exc_info[1] if record.exc_info else None, ""
        if error and database.is_gone(error):
            why = f" ({database.first_line(error)})"
        if why or getattr(record, "status_code", 500) < 500:
            record = copy(record)
            record.exc_info = record.exc_text = None
        return super().format(record) + why


class NotAgain(logging.Filter):
    """For who complains at each try: of one complaint its first line, and once a minute."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage().partition("\n")[0]
        record.msg, record.args = line, ()
        if record.created - self.said.get(line, -MINUTE) < MINUTE:
            return False
        self.said[line] = record.created
        return True
