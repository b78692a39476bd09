"""Download everything: the page asks for the password, its button gives the file."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from accounts.models import AccountEvent, EventKind, User
from exchange import export
from exercises.models import Exercise
from logbook.models import Session
from logbook.recording import notes
from tests.accounts.ways import confirm
from tests.exchange.records import TODAY, written
from tests.make import MONDAY, THURSDAY_MORNING, make_pause, make_session, make_user
from tests.page import Page

ADDRESS = "/settings/download/"


@pytest.fixture
def sure(signed_in: Client) -> Client:
    confirm(signed_in)
    return signed_in


def test_my_account_leads_there(signed_in: Client) -> None:
    assert Page(signed_in.get("/settings/account/")).find("a", href=ADDRESS)


def test_deleting_the_account_leads_there_before(sure: Client) -> None:
    assert Page(sure.get("/settings/account/delete/")).find("a", href=ADDRESS)


def test_the_page_asks_for_the_password_first(signed_in: Client) -> None:
    response = signed_in.get(ADDRESS, follow=True)
    assert "Your password, please" in Page(response).words

    again = signed_in.post("/accounts/reauthenticate/", {"password": "wrong", "next": ADDRESS})
    assert "That isn’t your current password." in Page(again).words
    right = {"password": "ten-quiet-toes", "next": ADDRESS}
    response = signed_in.post("/accounts/reauthenticate/", right, follow=True)

    assert response.request["PATH_INFO"] == ADDRESS
    assert "Download the file" in Page(response).words


def test_the_page_says_how_much_there_is(sure: Client, person: User, circles: Exercise) -> None:
    assert "Nothing is recorded yet." in Page(sure.get(ADDRESS)).words

    for _ in range(2):
        make_session(user=person, exercise=circles)
    make_session(user=person, exercise=circles, undone_at=THURSDAY_MORNING)
    make_pause(user=person, first_day=MONDAY)
    notes.note_day(user=person, day=MONDAY, text="a", now=THURSDAY_MORNING)

    words = Page(sure.get(ADDRESS)).words
    assert "2 sessions, 1 note and 1 pause, your programme and your settings." in words


def test_the_file_comes_as_a_download_that_nothing_keeps(
    sure: Client, person: User, circles: Exercise
) -> None:
    make_session(user=person, exercise=circles, note="“naïve” <b>")

    response = sure.post(ADDRESS)

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/json"
    named = 'attachment; filename="footcare-2026-11-19.json"'
    assert response.headers["Content-Disposition"] == named
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    text = response.getvalue().decode()
    assert text == written(export.record(person, today=TODAY))
    assert "“naïve” <b>" in text


def test_it_is_written_down_for_the_person(sure: Client, person: User) -> None:
    sure.post(ADDRESS)

    (event,) = AccountEvent.objects.filter(user=person, kind=EventKind.DOWNLOADED)
    assert event.moment == THURSDAY_MORNING
    assert "Everything downloaded" in Page(sure.get("/settings/account/events/")).words


def test_the_file_is_the_same_each_time(sure: Client, person: User, circles: Exercise) -> None:
    make_session(user=person, exercise=circles)

    assert sure.post(ADDRESS).getvalue() == sure.post(ADDRESS).getvalue()


def test_another_person_s_rows_are_not_in_the_file(sure: Client, circles: Exercise) -> None:
    alex = make_user(email="alex@example.org")
    session = make_session(user=alex, exercise=circles, note="only mine")

    text = sure.post(ADDRESS).getvalue().decode()

    assert [word for word in (str(session.key), "only mine", alex.email) if word in text] == []


def test_a_press_that_comes_late_gives_no_file(sure: Client, clock: time_machine.Traveller) -> None:
    clock.shift(600)

    response = sure.post(ADDRESS, follow=True)

    assert response.request["PATH_INFO"] == "/accounts/reauthenticate/"
    words = Page(response).words
    assert (
        "That took a while, so we ask once more that it’s you. Nothing has happened yet." in words
    )
    right = {"password": "ten-quiet-toes", "next": ADDRESS}
    page = Page(sure.post("/accounts/reauthenticate/", right, follow=True))
    assert "Download the file" in page.words


def test_whoever_is_signed_out_gets_nothing(client: Client, db: None) -> None:
    response = client.post(ADDRESS)

    assert response.headers["Location"] == f"/accounts/login/?next={ADDRESS}"


def test_a_page_that_was_forged_gets_nothing(
    person: User, client_of: Callable[[User], Client]
) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(person)

    assert strict.post(ADDRESS).status_code == 403


def test_other_methods_are_refused_and_looking_changes_nothing(
    sure: Client, person: User, circles: Exercise
) -> None:
    make_session(user=person, exercise=circles)
    before = list(Session.objects.values())

    assert sure.head(ADDRESS).status_code == 200
    assert sure.get(ADDRESS).headers["Content-Type"] == "text/html; charset=utf-8"
    assert sure.put(ADDRESS).status_code == 405
    assert sure.delete(ADDRESS).status_code == 405
    assert list(Session.objects.values()) == before
