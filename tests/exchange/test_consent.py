"""Consent and files: the answers go out, don't come in, and decide what comes in."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from exchange import export, file, importing, undo
from exchange.models import ImportedFile
from exchange.records import Record
from logbook.consent import Consent
from logbook.models import Preferences, Session
from logbook.recording import consent as answers
from tests.exchange.records import NOTE, ORDINARY, PAIN, SESSION, TODAY, written
from tests.make import THURSDAY_MORNING as NOW
from tests.make import make_consent, make_user, prefer
from tests.page import Page

TELLING = replace(ORDINARY, sessions=(replace(SESSION, note="stiff", during="high"),))
LOOK = "/settings/import/preview/"


@pytest.fixture
def kim(db: None, clock: time_machine.Traveller) -> User:
    """Who wasn't asked yet, and has nothing recorded."""
    return make_user(email="kim@example.org", consent=None)


def take_in(user: User, record: Record = TELLING) -> None:
    importing.apply(user, record, now=NOW)


def test_the_answers_go_out_with_all_else(person: User) -> None:
    make_consent(user=person, is_given=False, withdrawn_at=NOW)

    found = json.loads("".join(export.pieces(person, today=TODAY)))["consents"]

    assert [(each["is_given"], each["version"], each["language"]) for each in found] == [
        (row.is_given, 1, "en-gb") for row in Consent.objects.order_by("answered_at", "key")
    ]


def test_they_do_not_come_in(kim: User, person: User) -> None:
    record = export.record(person, today=TODAY)
    assert record.consents

    take_in(kim, record)

    assert not Consent.objects.filter(user=kim).exists()


def test_a_file_from_before_there_were_answers_comes_in() -> None:
    older = json.loads(written(ORDINARY))
    del older["consents"]
    older["version"] = 1

    assert file.parse(json.dumps(older).encode(), today=TODAY) == ORDINARY


def test_a_file_of_today_without_them_is_damaged() -> None:
    damaged = json.loads(written(ORDINARY))
    del damaged["consents"]

    with pytest.raises(file.InvalidFile) as invalid:
        file.parse(json.dumps(damaged).encode(), today=TODAY)

    assert [each.code for each in invalid.value.errors] == ["missing-name"]


def test_without_an_answer_what_tells_how_they_are_stays_out(kim: User) -> None:
    take_in(kim)

    (session,) = Session.objects.of(kim)
    assert (session.note, session.during) == ("", "")
    assert not kim.pain.exists()
    assert not kim.notes.exists()
    assert Preferences.objects.get(user=kim).hurts == []
    assert Preferences.objects.get(user=kim).morning_cue == ORDINARY.profile.morning_cue


def test_with_a_yes_all_of_it_comes_in(person: User) -> None:
    take_in(person)

    (session,) = Session.objects.of(person)
    assert (session.note, session.during) == ("stiff", "high")
    assert (person.pain.count(), person.notes.count()) == (1, 1)


def test_the_page_says_before_what_stays_out(
    kim: User, person: User, client_of: Callable[[User], Client]
) -> None:
    for user in (kim, person):
        importing.keep(user, written(TELLING).encode(), now=NOW)

    without, agreed = (Page(client_of(user).get(LOOK)) for user in (kim, person))

    sentence = "Stays out, since you haven’t agreed that it is kept: 2 pain scores and 2 notes."
    assert sentence in without.words
    assert "What hurts you stays out" in without.words
    assert without.find("a", href="/settings/consent/")
    assert "agreed" not in agreed.words


def test_taking_a_consent_back_forgets_the_files(person: User) -> None:
    take_in(person)
    importing.keep(person, written(TELLING).encode(), now=NOW)
    key = Preferences.objects.get(user=person).consent_id
    assert key

    answers.withdraw(person, key, now=NOW)

    assert not ImportedFile.objects.exists()


def test_an_undo_brings_nothing_back_that_they_no_longer_agree_to(person: User) -> None:
    prefer(person, hurts=["back"])
    Session.objects.all().delete()
    take_in(person, replace(TELLING, pain=(PAIN,), notes=(NOTE,)))
    key = Preferences.objects.get(user=person).consent_id
    assert key
    answers.stop(person, key, now=NOW + timedelta(minutes=1))

    undo.undo_last(person, now=NOW + timedelta(minutes=2))

    assert not person.pain.exists()
    assert Preferences.objects.get(user=person).hurts == ["knee", "foot"]
