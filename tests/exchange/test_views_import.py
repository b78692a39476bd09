"""Take a file in: chosen, looked at, taken in, undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from accounts.models import AccountEvent, EventKind, User
from exchange import export, file
from exchange.models import ImportedFile
from exchange.records import Record
from exercises.models import Exercise
from logbook.models import Session
from tests.exchange.records import ORDINARY, PROFILE, SESSION, TARGET, TODAY, written
from tests.make import MONDAY, THURSDAY_MORNING, make_session, make_user, prefer
from tests.page import Page

BRING, LOOK, UNDO = "/settings/import/", "/settings/import/preview/", "/settings/import/undo/"
MINE = replace(ORDINARY, targets=())
"""Of sam@example.org, whose settings differ."""


def choose(client: Client, data: bytes | Record, name: str = "footcare.json") -> HttpResponse:
    content = data if isinstance(data, bytes) else written(data).encode()
    return client.post(BRING, {"file": SimpleUploadedFile(name, content)})


def text(user: User) -> str:
    return written(export.record(User.objects.get(pk=user.pk), today=TODAY))


def test_my_account_leads_there(signed_in: Client) -> None:
    assert Page(signed_in.get("/settings/account/")).find("a", href=BRING)


def test_a_file_is_looked_at_taken_in_and_undone(signed_in: Client, person: User) -> None:
    before = text(person)

    chosen = choose(signed_in, MINE)
    assert chosen.headers["Location"] == LOOK
    words = Page(signed_in.get(LOOK)).words
    assert "New: 1 session, 1 pain score, 1 note and 1 pause." in words
    assert "They are from 16 November 2026 to 16 November 2026. Nothing is saved yet." in words
    assert (
        "These settings become as the file has them: what hurts, rounds on Today, "
        "ask how much a session hurt and rounds." in words
    )
    assert text(person) == before

    done = signed_in.post(LOOK, follow=True)
    assert done.request["PATH_INFO"] == BRING
    assert "Taken in: 1 session, 1 pain score, 1 note and 1 pause." in Page(done).words
    assert Session.objects.get(user=person).key == SESSION.key
    assert "Taken in: 1 session" in Page(signed_in.get(BRING)).words  # a reload tells the same

    (event,) = AccountEvent.objects.filter(user=person)
    assert (event.kind, event.moment) == (EventKind.TAKEN_IN, THURSDAY_MORNING)

    undone = signed_in.post(UNDO, follow=True)
    assert "What came in with the file is out again." in Page(undone).words
    assert text(person) == before


def test_pressed_twice_is_taken_in_once(signed_in: Client, person: User) -> None:
    choose(signed_in, MINE)
    signed_in.post(LOOK)
    taken = text(person)

    again = signed_in.post(LOOK, follow=True)

    assert "Taken in: 1 session" in Page(again).words
    assert "choose it once more" not in Page(again).words
    assert text(person) == taken
    signed_in.post(UNDO)
    undone = text(person)
    assert signed_in.post(UNDO).headers["Location"] == f"{BRING}?undone=1"
    assert text(person) == undone


def test_the_same_file_again_brings_nothing(signed_in: Client, person: User) -> None:
    choose(signed_in, MINE)
    signed_in.post(LOOK)

    choose(signed_in, MINE)
    page = Page(signed_in.get(LOOK))

    assert "Nothing: all of it is here already, or stays out." in page.words
    assert "Here already: 1 session, 1 pain score, 1 note and 1 pause." in page.words
    assert "Take it in" not in page.words


def test_of_many_exercises_that_are_not_here_five_are_named(signed_in: Client) -> None:
    others = (f"exercise-{number}" for number in range(40))
    sessions = (
        replace(SESSION, key=UUID(int=number), exercise=name)
        for number, name in enumerate(others, start=10)
    )

    choose(signed_in, replace(ORDINARY, sessions=tuple(sessions)))
    words = Page(signed_in.get(LOOK)).words

    assert words.count("1 row stays out: this Footcare has no exercise") == 5
    assert "35 rows of other exercises that aren’t here stay out too." in words


def test_what_stays_and_what_is_left_out_is_said(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    make_session(user=person, exercise=circles, key=SESSION.key, note="mine")
    prefer(person, first_day=MONDAY + timedelta(days=1))
    earlier = MONDAY - timedelta(days=400)
    record = replace(
        ORDINARY,
        profile=replace(PROFILE, email="alex@example.org", first_day=earlier, time_zone="Mars/X"),
        targets=(
            replace(TARGET, from_day=earlier),
            replace(TARGET, repetitions=100, bouts=20, from_day=MONDAY - timedelta(days=1)),
        ),
        sessions=(SESSION, replace(SESSION, key=UUID(int=4), exercise="heel-raises")),
    )

    choose(signed_in, record)
    words = Page(signed_in.get(LOOK)).words

    for sentence in (
        "New: 1 pain score, 1 note and 1 pause.",
        "This file was made for alex@example.org, and you sign in as sam@example.org.",
        "Your first day becomes 12 October 2025.",
        "As the day you joined, 16 November 2026 holds.",
        "On the days before 17 November 2026, the file’s programme holds.",
        "Here with something else in it, and stays as it is here: 1 session.",
        "Your settings and programme stay as they are. The file has others.",
        "1 row stays out: this Footcare has no exercise “heel-raises”.",
        "This Footcare doesn’t know the time zone “Mars/X”. Yours stays Europe/Berlin.",
        "1 target has an amount that makes no session here. The usual one holds.",
    ):
        assert sentence in words


WRONG = {
    b"": "This file is empty.",
    b"\xff\xfe\x00": "This file isn’t text in UTF-8.",
    b"PK\x03\x04....": "This file is packed.",
    b"\x1f\x8b\x08....": "This file is packed.",
    b"[" * 100_000 + b"]" * 100_000: "This isn’t a file of Footcare’s.",
    b'{"format": "footcare", "version": 3}': "This file was made by a newer Footcare",
    b'{"a": 1e999, "b": NaN, "c": ' + b"9" * 5_000 + b"}": "This isn’t a file of Footcare’s.",
    b'{"format": "footcare", "format": "footcare", "version": 1}': "has the same field twice",
    b'{"format": "footcare", "versi': "This file breaks off or is damaged in line 1.",
    b"\x00" * 1_000: "This file breaks off or is damaged in line 1.",
    written(ORDINARY).replace("Slept", "\\u0000").encode(): "notes, row 1, text: has a sign",
    written(ORDINARY).replace('"value": 4', '"value": 11').encode(): (
        "pain, row 1, value: must be a whole number from 0 to 10."
    ),
}


@pytest.mark.parametrize("data", WRONG, ids=lambda data: data[:30].decode("latin-1"))
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(
    signed_in: Client, person: User, data: bytes
) -> None:
    before = text(person)

    response = choose(signed_in, data)

    assert response.status_code == 400
    page = Page(response)
    assert WRONG[data] in page.words
    assert "One thing to put right" in page.words
    assert len(page.find("input", type="file", name="file")) == 1
    assert text(person) == before
    assert not ImportedFile.objects.exists()


def test_many_faults_are_told_and_that_there_may_be_more(signed_in: Client) -> None:
    broken = replace(SESSION, note="x" * 201)
    many = tuple(replace(broken, key=UUID(int=number)) for number in range(30))

    words = Page(choose(signed_in, replace(ORDINARY, sessions=many))).words

    assert "sessions, row 20, note: must have 0 to 200 characters, and there are 201." in words
    assert "sessions, row 21" not in words
    assert "There may be more to put right." in words


def test_a_larger_file_than_can_be_taken_in_is_refused_unread(signed_in: Client) -> None:
    response = choose(signed_in, b" " * (file.LARGEST + 1))

    assert response.status_code == 400
    assert "This file is larger than 20 MB, more than can be taken in." in Page(response).words


@pytest.mark.parametrize("sent", [{}, {"file": "text"}])
def test_no_file_is_told(signed_in: Client, sent: dict[str, str]) -> None:
    response = signed_in.post(BRING, sent)

    assert response.status_code == 400
    assert "Choose the file that you downloaded." in Page(response).words


def test_a_script_in_a_file_is_shown_as_text(signed_in: Client) -> None:
    name = "<script>alert(1)</script>"
    other = replace(SESSION, exercise=name[:50])
    choose(signed_in, replace(MINE, profile=replace(PROFILE, email=name), sessions=(other,)))

    shown = signed_in.get(LOOK).content.decode()

    assert shown.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 2
    assert name not in shown


def test_a_file_that_was_kept_for_a_day_is_forgotten(
    signed_in: Client, person: User, clock: time_machine.Traveller
) -> None:
    choose(signed_in, MINE)
    clock.shift(timedelta(days=1))

    assert signed_in.get(LOOK).headers["Location"] == BRING
    gone = signed_in.post(LOOK, follow=True)

    assert "The file isn’t here any more. Please choose it once more." in Page(gone).words
    assert not Session.objects.exists()
    alex = make_user(email="alex@example.org")
    other = Client()
    other.force_login(alex)
    choose(other, MINE)
    assert [kept.user for kept in ImportedFile.objects.all()] == [alex]


def test_another_person_sees_and_takes_in_nothing_of_it(
    signed_in: Client, client_of: Callable[[User], Client], person: User
) -> None:
    alex = make_user(email="alex@example.org")
    other = client_of(alex)
    choose(signed_in, MINE)

    assert other.get(LOOK).headers["Location"] == BRING
    other.post(LOOK)
    assert not Session.objects.exists()
    signed_in.post(LOOK)
    assert "Taken in" not in Page(other.get(BRING)).words
    other.post(UNDO)
    assert Session.objects.get().user == person


def test_choosing_while_signed_out_leads_back_to_the_page(client: Client, person: User) -> None:
    response = choose(client, MINE)

    assert response.headers["Location"] == f"/accounts/login/?next={BRING}"


def test_a_file_of_a_later_day_than_today_is_refused(signed_in: Client) -> None:
    late = replace(SESSION, day=date(2026, 11, 22))

    words = Page(choose(signed_in, replace(MINE, sessions=(late,)))).words

    assert "sessions, row 1, day: must be from 1 January 2000 to 21 November 2026." in words
