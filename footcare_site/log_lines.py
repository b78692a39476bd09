"""How the log reads: a line each, and a traceback only where the program failed."""

import logging
from copy import copy


class LineFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """Django gives a bad request (a strange host, a broken body) its traceback too."""
        if getattr(record, "status_code", 500) < 500:
            record = copy(record)
            record.exc_info = record.exc_text = None
        return super().format(record)
