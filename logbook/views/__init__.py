"""The logbook's pages and acts."""

from logbook.views.days import day, this_week, today, week
from logbook.views.sessions import put_back, record, run, session, undo

__all__ = [
    "day",
    "put_back",
    "record",
    "run",
    "session",
    "this_week",
    "today",
    "undo",
    "week",
]
