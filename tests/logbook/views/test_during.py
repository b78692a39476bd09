"""The question after a session: how much it hurt."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from tests.make import make_session, make_user, prefer
from tests.page import Page

TODAY = date(2026, 11, 19)
QUESTION = "How much did it hurt during it?"
ENDS = "0 is no pain. 10 is the worst pain you can imagine."
ANSWERS = {"low": "Noted. 0 to 3", "middle": "Noted. 4 or 5", "high": "Noted. 6 to 10"}
RULE = "A rule for pain while you exercise"


@pytest.fixture
def asked(person: User) -> User:
    """They want to be asked."""
    prefer(person, asks_during=True)
    return person


@pytest.fixture
def session(person: User, circles: Exercise) -> Session:
    return make_session(user=person, exercise=circles, day=TODAY)


def address(session: Session) -> str:
    return reverse("logbook:during", args=[session.key])


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("came_from", ["today", "day"])
@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_stored_once_and_nothing_is_made_of_it(
    signed_in: Client, session: Session, came_from: str, answer: str
) -> None:
    where = {"today": "/today/", "day": "/days/2026-11-19/"}[came_from]
    assert f"{QUESTION} {ENDS}" in Page(signed_in.get(f"{where}?just={session.key}")).words

    for _ in range(2):
        sent = {"page": came_from, "during": answer}
        response = signed_in.post(address(session), sent, follow=True)

    session.refresh_from_db()
    assert session.during == answer
    assert response.request["PATH_INFO"] == where
    told = Page(response)
    assert f"{ANSWERS[answer]} {RULE} Change how much it hurt" in told.words
    assert told.find("a", href="/care/safety/#pain-rule")
    assert Page(signed_in.get("/care/safety/")).find("h2", id="pain-rule")
    assert QUESTION not in told.words


@pytest.mark.usefixtures("asked")
def test_an_answer_can_be_changed_and_taken_back(signed_in: Client, session: Session) -> None:
    signed_in.post(address(session), {"page": "day", "during": "high"})
    signed_in.post(address(session), {"page": "day", "during": "low"})
    told = Page(signed_in.get(f"/days/2026-11-19/?just={session.key}"))
    assert ANSWERS["low"] in told.words
    assert "No time, ticked, pain 0 to 3" in told.words

    told = Page(signed_in.post(address(session), {"page": "day", "during": ""}, follow=True))

    session.refresh_from_db()
    assert session.during == ""
    assert QUESTION in told.words


def test_nobody_is_asked_who_does_not_want_to_be(signed_in: Client, session: Session) -> None:
    assert QUESTION not in Page(signed_in.get(f"/today/?just={session.key}")).words


@pytest.mark.usefixtures("asked")
def test_of_a_session_that_was_taken_back_nothing_is_asked(
    signed_in: Client, session: Session
) -> None:
    told = Page(
        signed_in.post(reverse("logbook:undo", args=[session.key]), {"page": "today"}, follow=True)
    )

    assert QUESTION not in told.words
    assert signed_in.post(address(session), {"during": "low"}).status_code == 404


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("answer", ["11", "x", "\x00", "LOW"])
def test_another_answer_is_refused(signed_in: Client, session: Session, answer: str) -> None:
    response = signed_in.post(address(session), {"page": "today", "during": answer})

    assert response.status_code == 400
    assert "That was not recorded" in Page(response).words
    session.refresh_from_db()
    assert session.during == ""


def test_anothers_session_stays_as_it_is(
    signed_in: Client, circles: Exercise, client_of: Callable[[User], Client]
) -> None:
    anothers = make_session(user=make_user(email="alex@example.org"), exercise=circles, day=TODAY)

    assert signed_in.post(address(anothers), {"during": "low"}).status_code == 404
    assert signed_in.post(f"/sessions/{uuid4()}/during/", {"during": "low"}).status_code == 404
    anothers.refresh_from_db()
    assert anothers.during == ""


def test_an_answer_sent_signed_out_waits_behind_the_door(
    client: Client, signed_in: Client, session: Session
) -> None:
    door = client.post(address(session), {"page": "day", "during": "middle"}).headers["Location"]
    assert door.startswith("/accounts/login/?next=")

    page = Page(signed_in.get(address(session), {"page": "day", "during": "middle"}))

    assert "Your answer is waiting" in page.words
    assert (page.hidden("page"), page.hidden("during")) == (["day"], ["middle"])
    session.refresh_from_db()
    assert session.during == ""


@pytest.mark.usefixtures("asked")
def test_neither_question_nor_answer_costs_a_query(
    signed_in: Client, session: Session, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(6):
        signed_in.get(f"/today/?just={session.key}")
    signed_in.post(address(session), {"page": "today", "during": "low"})
    with django_assert_num_queries(6):
        signed_in.get(f"/today/?just={session.key}")


def test_a_session_may_say_how_much_it_hurt_where_it_is_edited(
    signed_in: Client, asked: User, session: Session
) -> None:
    page = reverse("logbook:details", args=[session.key])
    assert QUESTION in Page(signed_in.get(page)).words

    signed_in.post(page, {"during": "middle"})

    session.refresh_from_db()
    assert session.during == "middle"
