"""How the log reads: a line each, and a traceback only where the program failed."""

import logging
from copy import copy

from hosting import database_errors

MINUTE = 60.0  # seconds


class LineFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """Leave out the traceback of a refused request, such as one with a strange host.

        And that of a request that failed since the database is gone.
        """
        error, why = record.exc_info[1] if record.exc_info else None, ""
        if error and database_errors.is_gone(error):
            why = f" ({database_errors.first_line(error)})"
        if why or getattr(record, "status_code", 500) < 500:
            record = copy(record)
            record.exc_info = record.exc_text = None
        return super().format(record) + why


class OncePerMinuteFilter(logging.Filter):
    """Log the first line of a message, and the same line once a minute at most."""

    def __init__(self) -> None:
        super().__init__()
        self.logged_at: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        line = record.getMessage().partition("\n")[0]
        record.msg, record.args = line, ()
        if record.created - self.logged_at.get(line, -MINUTE) < MINUTE:
            return False
        self.logged_at[line] = record.created
        return True
