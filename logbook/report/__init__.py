"""Every read for a page of the logbook: one dataclass a page, in a handful of queries."""

from datetime import date, timedelta

from logbook.report.batch import BatchReport, of_batch
from logbook.report.day import DayReport, of_day
from logbook.report.during import Asked, asked_after
from logbook.report.fill import FillPreview, FillReport, of_fill, of_numbers
from logbook.report.history import USUAL, WEEKS, HistoryReport, of_past_year, of_year
from logbook.report.my_rounds import of_my_rounds
from logbook.report.notes import DayNotes, of_notes
from logbook.report.pain import PainReport, SitePain, of_pain
from logbook.report.pauses import PausesReport, of_pauses
from logbook.report.printed import PrintedReport, of_weeks
from logbook.report.programme import ProgrammeReport, of_programme
from logbook.report.session import SessionReport, of_run, of_session
from logbook.report.today import Round, TodayReport, of_round, of_today
from logbook.report.week import WeekReport, of_week
from logbook.report.working import WorkingReport, of_working

__all__ = [
    "USUAL",
    "WEEKS",
    "Asked",
    "BatchReport",
    "DayNotes",
    "DayReport",
    "FillPreview",
    "FillReport",
    "HistoryReport",
    "PainReport",
    "PausesReport",
    "PrintedReport",
    "ProgrammeReport",
    "Round",
    "SessionReport",
    "SitePain",
    "TodayReport",
    "WeekReport",
    "WorkingReport",
    "asked_after",
    "of_batch",
    "of_day",
    "of_fill",
    "of_my_rounds",
    "of_notes",
    "of_numbers",
    "of_pain",
    "of_past_year",
    "of_pauses",
    "of_programme",
    "of_round",
    "of_run",
    "of_session",
    "of_today",
    "of_week",
    "of_weeks",
    "of_working",
    "of_year",
    "within_reach",
]

REACH = timedelta(days=366)
"""How far before the first day and after today a page still says something."""


def within_reach(day: date, first_day: date, today: date) -> bool:
    return first_day - day <= REACH and day - today <= REACH
