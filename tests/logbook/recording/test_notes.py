"""Pain and notes: rows after they were written, corrected and taken away."""

from datetime import date

import pytest

from accounts.models import User
from logbook.models import DayNote, PainEntry
from logbook.recording import notes
from logbook.recording.notes import Felt
from logbook.recording.rules import Refused
from tests.make import MONDAY, THURSDAY_MORNING, make_user

TODAY = date(2026, 11, 19)
NOW = THURSDAY_MORNING


def rows_of(user: User, day: date = TODAY) -> dict[str, tuple[int | None, str]]:
    found = PainEntry.objects.filter(user=user, day=day)
    return {entry.site: (entry.value, entry.side) for entry in found}


def notes_of(user: User) -> dict[date, str]:
    return dict(DayNote.objects.filter(user=user).values_list("day", "text"))


def test_a_site_has_one_answer_a_day_and_the_latest_holds(person: User) -> None:
    for value in (7, 0, 10):
        notes.note_pain(user=person, day=TODAY, felt={"back": Felt(value)}, now=NOW)

    assert rows_of(person) == {"back": (10, "")}


def test_sites_that_are_not_named_stay_as_they_are(person: User) -> None:
    notes.note_pain(user=person, day=TODAY, felt={"knee": Felt(3, "left")}, now=NOW)
    notes.note_pain(user=person, day=TODAY, felt={"hip": Felt(2, "both")}, now=NOW)

    assert rows_of(person) == {"knee": (3, "left"), "hip": (2, "both")}


def test_what_is_skipped_has_no_side(person: User) -> None:
    notes.note_pain(user=person, day=TODAY, felt={"knee": Felt(3, "left")}, now=NOW)
    notes.note_pain(user=person, day=TODAY, felt={"knee": Felt(None, "left")}, now=NOW)

    assert rows_of(person) == {"knee": (None, "")}


def test_a_day_has_one_note_and_an_empty_one_takes_it_away(person: User) -> None:
    alex = make_user(email="alex@example.org")
    notes.note_day(user=alex, day=TODAY, text="theirs", now=NOW)
    for text in ("first", "second"):
        notes.note_day(user=person, day=TODAY, text=text, now=NOW)
    assert notes_of(person) == {TODAY: "second"}

    notes.note_day(user=person, day=TODAY, text="", now=NOW)

    assert notes_of(person) == {}
    assert notes_of(alex) == {TODAY: "theirs"}


def test_a_check_in_without_a_text_leaves_the_note_as_it_is(person: User) -> None:
    notes.check_in(user=person, day=MONDAY, felt={"back": Felt(1)}, text="kept", now=NOW)
    notes.check_in(user=person, day=MONDAY, felt={"back": Felt(2)}, text=None, now=NOW)

    assert rows_of(person, MONDAY) == {"back": (2, "")}
    assert notes_of(person) == {MONDAY: "kept"}


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2026, 11, 15), "Sunday 15 November 2026 is before your first day"),
        (date(2026, 11, 20), "Friday 20 November 2026 is still to come"),
    ],
)
def test_a_day_out_of_turn_is_refused_and_nothing_is_written(
    person: User, day: date, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        notes.check_in(user=person, day=day, felt={"back": Felt(1)}, text="x", now=NOW)

    assert (rows_of(person, day), notes_of(person)) == ({}, {})
