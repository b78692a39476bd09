"""Every write to the logbook."""

from logbook.recording.brought import bring_in, bring_programme, take_out
from logbook.recording.files import forget_files, forget_undo, keep_file, keep_undo, kept_file
from logbook.recording.notes import Felt, check_in, note_day, note_pain
from logbook.recording.pauses import (
    change_pause,
    end_pauses,
    pause,
    put_back_pause,
    resume_pauses,
    undo_pause,
)
from logbook.recording.programme import (
    FIGURES,
    first_day_between,
    lived_first,
    open_logbook,
    set_first_day,
    set_programme,
    set_target,
)
from logbook.recording.refusal import NotYours, Refused
from logbook.recording.sessions import (
    Wanted,
    describe,
    living_again,
    put_back,
    put_back_together,
    record,
    record_together,
    taken_back_last,
    undo,
    undo_together,
)
from logbook.recording.turns import one_at_a_time
from logbook.recording.weeks import (
    Overtaken,
    Place,
    Stored,
    fill,
    fingerprint,
    sessions_at,
    surplus,
)

__all__ = [
    "FIGURES",
    "Felt",
    "NotYours",
    "Overtaken",
    "Place",
    "Refused",
    "Stored",
    "Wanted",
    "bring_in",
    "bring_programme",
    "change_pause",
    "check_in",
    "describe",
    "end_pauses",
    "fill",
    "fingerprint",
    "first_day_between",
    "forget_files",
    "forget_undo",
    "keep_file",
    "keep_undo",
    "kept_file",
    "lived_first",
    "living_again",
    "note_day",
    "note_pain",
    "one_at_a_time",
    "open_logbook",
    "pause",
    "put_back",
    "put_back_pause",
    "put_back_together",
    "record",
    "record_together",
    "resume_pauses",
    "sessions_at",
    "set_first_day",
    "set_programme",
    "set_target",
    "surplus",
    "take_out",
    "taken_back_last",
    "undo",
    "undo_pause",
    "undo_together",
]
