"""Consent at its door: every write of what hurts asks for it, also while it is being taken back."""

from datetime import date
from functools import partial
from uuid import uuid4

import pytest

from accounts.models import User
from exercises.models import Exercise
from logbook.consent import Consent
from logbook.models import DayNote, PainEntry, Preferences, Session
from logbook.recording import consent, notes, sessions
from logbook.recording.consent import NewAnswer
from logbook.recording.imported import import_rows
from logbook.recording.notes import Felt
from logbook.recording.preferences import change_settings
from logbook.recording.rules import NoConsent
from logbook.recording.sessions import SessionChange
from tests.logbook.recording.test_at_once import at_once
from tests.make import THURSDAY_MORNING as NOW
from tests.make import make_session, make_user

TODAY = date(2026, 11, 19)


def note_back(user: User) -> None:
    notes.note_pain(user=user, day=TODAY, felt={"back": Felt(4)}, now=NOW)


def note_text(user: User, text: str = "stiff") -> None:
    notes.note_day(user=user, day=TODAY, text=text, now=NOW)


def describe(user: User, change: SessionChange) -> None:
    session = make_session(user=user, exercise=Exercise.objects.get(slug="ankle-circles"))
    sessions.describe(user, session.key, change)


WRITES = {
    "pain": note_back,
    "note": note_text,
    "line": partial(describe, change=SessionChange(note="stiff")),
    "during": partial(describe, change=SessionChange(during="low")),
    "hurts": partial(change_settings, changes={"hurts": ["knee"]}),
    "file": lambda user: import_rows(
        user=user, rows=[DayNote(day=TODAY, text="x", recorded_at=NOW)], now=NOW
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("what", WRITES)
@pytest.mark.parametrize("answer", [None, False])
def test_every_write_of_what_hurts_needs_it(what: str, answer: bool | None) -> None:
    user = make_user(consent=answer)

    with pytest.raises(NoConsent):
        WRITES[what](user)

    assert not PainEntry.objects.exists()
    assert not DayNote.objects.exists()
    assert not Session.objects.exclude(note="", during="").exists()
    assert Preferences.objects.get().hurts == []


@pytest.mark.django_db
def test_taking_something_away_does_not() -> None:
    user = make_user(consent=None)

    note_text(user, "")
    change_settings(user, {"hurts": []})
    describe(user, SessionChange(note="", during=""))


@pytest.mark.usefixtures("transactional_db")
def test_what_is_noted_while_it_is_taken_back_is_gone_or_refused() -> None:
    user = make_user()
    for _ in range(5):
        new = NewAnswer(key=uuid4(), is_given=True, language="en-gb")
        consent.answer(user, new, now=NOW)

        failures = at_once(
            partial(note_back, User.objects.get()),
            partial(note_text, User.objects.get()),
            partial(consent.withdraw, User.objects.get(), new.key, now=NOW),
        )

        assert {type(each) for each in failures} <= {NoConsent}
        assert not PainEntry.objects.exists()
        assert not DayNote.objects.exists()


@pytest.mark.usefixtures("transactional_db")
def test_one_answer_from_four_tabs_at_once_is_one() -> None:
    make_user(consent=None)
    new = NewAnswer(key=uuid4(), is_given=True, language="en-gb")

    failures = at_once(*[partial(consent.answer, User.objects.get(), new, now=NOW)] * 4)

    assert failures == []
    assert Preferences.objects.get().consent == Consent.objects.get()


@pytest.mark.django_db
def test_who_has_no_preferences_yet_can_answer() -> None:
    user = User.objects.create_user("kim@example.org", "three plain words")

    consent.answer(user, NewAnswer(key=uuid4(), is_given=True, language="de"), now=NOW)

    assert Preferences.objects.get(user=user).may_note
    assert Consent.objects.get().language == "de"


@pytest.mark.django_db
def test_an_account_goes_with_its_answers() -> None:
    make_user().delete()

    assert not Consent.objects.exists()
