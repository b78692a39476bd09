"""The forms of the logbook: they check what was sent, and save nothing."""

from logbook.forms.details import DetailsForm, DuringForm, details_of
from logbook.forms.fill import FillConfirmForm, FillForm
from logbook.forms.first_day import FirstDayForm
from logbook.forms.my_rounds import MyRoundsForm, RoundSettingsForm
from logbook.forms.notes import DayNoteForm
from logbook.forms.pain import PainForm
from logbook.forms.pauses import ChangedPauseForm, NewPauseForm, PauseEndForm, PauseForm
from logbook.forms.printed import PrintedForm
from logbook.forms.programme import ProgrammeForm
from logbook.forms.sessions import KeyField, KeyForm, PageField, RoundForm, SessionForm
from logbook.forms.taking_in import FileForm
from logbook.forms.welcome import HurtsForm

__all__ = [
    "ChangedPauseForm",
    "DayNoteForm",
    "DetailsForm",
    "DuringForm",
    "FileForm",
    "FillConfirmForm",
    "FillForm",
    "FirstDayForm",
    "HurtsForm",
    "KeyField",
    "KeyForm",
    "MyRoundsForm",
    "NewPauseForm",
    "PageField",
    "PainForm",
    "PauseEndForm",
    "PauseForm",
    "PrintedForm",
    "ProgrammeForm",
    "RoundForm",
    "RoundSettingsForm",
    "SessionForm",
    "details_of",
]
