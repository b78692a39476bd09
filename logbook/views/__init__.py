"""The logbook's pages and acts."""

from logbook.views.batches import put_back_batch, undo_batch
from logbook.views.days import day, this_week, today, week
from logbook.views.fill import fill, sheet
from logbook.views.first_day import first_day
from logbook.views.history import history, working, year
from logbook.views.my_rounds import my_rounds
from logbook.views.notes import details, during, note
from logbook.views.pain import pain
from logbook.views.pauses import (
    end_pauses,
    pause,
    pauses,
    put_back_pause,
    resume_pauses,
    undo_pause,
)
from logbook.views.printed import printed
from logbook.views.programme import programme
from logbook.views.rounds import round_done
from logbook.views.sessions import put_back, record, run, session, undo
from logbook.views.taking_along import bring, download, take_in, take_out
from logbook.views.welcome import welcome_ask_first, welcome_hurts, welcome_rounds

__all__ = [
    "bring",
    "day",
    "details",
    "download",
    "during",
    "end_pauses",
    "fill",
    "first_day",
    "history",
    "my_rounds",
    "note",
    "pain",
    "pause",
    "pauses",
    "printed",
    "programme",
    "put_back",
    "put_back_batch",
    "put_back_pause",
    "record",
    "resume_pauses",
    "round_done",
    "run",
    "session",
    "sheet",
    "take_in",
    "take_out",
    "this_week",
    "today",
    "undo",
    "undo_batch",
    "undo_pause",
    "week",
    "welcome_ask_first",
    "welcome_hurts",
    "welcome_rounds",
    "working",
    "year",
]
