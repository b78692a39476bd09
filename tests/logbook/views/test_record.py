"""Recording a session and taking it back: rows after the act, then the words."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from tests.make import MONDAY, PASSWORD, THURSDAY_MORNING, make_session, make_user
from tests.page import Page

TODAY = date(2026, 11, 19)
RECORD = "/sessions/"


def tick(**changes: Any) -> dict[str, Any]:
    sent = {"exercise": "ankle-circles", "day": "2026-11-19", "key": str(uuid4()), "page": "today"}
    return {name: value for name, value in (sent | changes).items() if value is not None}


def rows_of(user: User) -> list[tuple[str, date]]:
    return [
        (session.exercise.slug, session.day)
        for session in Session.objects.of(user).select_related("exercise")
    ]


def test_a_tick_is_recorded_and_told(signed_in: Client, person: User) -> None:
    response = signed_in.post(RECORD, tick(), follow=True)

    assert rows_of(person) == [("ankle-circles", TODAY)]
    assert response.request["PATH_INFO"] == reverse("logbook:today")
    assert "Ankle circles ticked, 1 of 3." in Page(response).words


def test_the_same_tick_twice_is_one_session(signed_in: Client, person: User) -> None:
    sent = tick()

    answers = [signed_in.post(RECORD, sent, follow=True) for _ in range(3)]

    assert rows_of(person) == [("ankle-circles", TODAY)]
    assert {answer.status_code for answer in answers} == {200}
    assert "Ankle circles ticked, 1 of 3." in Page(answers[-1]).words


def test_an_undo_takes_the_tick_back_and_offers_to_put_it_back(
    signed_in: Client, person: User
) -> None:
    session = make_session(
        user=person, exercise=Exercise.objects.get(slug="toe-presses"), day=TODAY
    )
    undo = reverse("logbook:undo", args=[session.key])

    for _ in range(2):
        page = Page(signed_in.post(undo, {"page": "today"}, follow=True))
        assert rows_of(person) == []
        assert "Toe presses taken back, 0 of 3. Put it back Toe presses" in page.words

    put_back = reverse("logbook:put-back", args=[session.key])
    assert page.find("form", method="post", action=f"{put_back}#row-toe-presses")


def test_what_was_taken_back_can_be_put_back(signed_in: Client, person: User) -> None:
    presses = Exercise.objects.get(slug="toe-presses")
    gone = make_session(user=person, exercise=presses, day=TODAY, undone_at=THURSDAY_MORNING)

    for _ in range(2):
        response = signed_in.post(
            reverse("logbook:put-back", args=[gone.key]), {"page": "today"}, follow=True
        )

    assert rows_of(person) == [("toe-presses", TODAY)]
    assert "Toe presses ticked, 1 of 3." in Page(response).words


def test_nothing_to_put_back_is_said_so(signed_in: Client) -> None:
    response = signed_in.post(reverse("logbook:put-back", args=[uuid4()]))

    assert not Session.objects.exists()
    assert response.status_code == 400
    assert "There is nothing to put back." in Page(response).words


def test_an_undo_before_its_tick_wins(signed_in: Client, person: User) -> None:
    sent = tick()

    undone = signed_in.post(reverse("logbook:undo", args=[sent["key"]]), follow=True)
    ticked = signed_in.post(RECORD, sent, follow=True)

    assert rows_of(person) == []
    assert (undone.status_code, ticked.status_code) == (200, 200)


def test_an_earlier_day_is_filled_in_on_its_own_page(signed_in: Client, person: User) -> None:
    response = signed_in.post(RECORD, tick(day="2026-11-17", page="day"), follow=True)

    assert rows_of(person) == [("ankle-circles", date(2026, 11, 17))]
    assert response.request["PATH_INFO"] == "/days/2026-11-17/"
    assert "Saved for Tuesday 17 November: Ankle circles, 1 of 3." in Page(response).words


def test_a_page_left_open_over_midnight_records_the_day_that_it_shows(
    signed_in: Client, person: User, clock: time_machine.Traveller
) -> None:
    sent = tick(day="2026-11-19", page="today")
    clock.move_to("2026-11-20T07:00:00+00:00")

    response = signed_in.post(RECORD, sent, follow=True)

    session = Session.objects.of(person).get()
    assert (session.day, session.source, session.moment) == (TODAY, "backfill", None)
    assert "Saved for Thursday 19 November: Ankle circles, 1 of 3." in Page(response).words


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"exercise": "handstand"}, "There is no such exercise. Please choose one of the four."),
        ({"exercise": None}, "Say which exercise it was. Please open the day again."),
        ({"exercise": "\x00"}, "Null characters are not allowed."),
        ({"day": "19.11.2026"}, "That is not a date. Write it like 2026-11-19."),
        ({"day": "2026-02-30"}, "That is not a date. Write it like 2026-11-19."),
        ({"day": None}, "Say which day it was. Please open the day again."),
        ({"key": "1"}, "This form has a slip in its key."),
        ({"key": None}, "This form has a slip in its key."),
        ({"key": "\x00" * 36}, "This form has a slip in its key."),
        ({"page": "https://evil.example"}, "This form has a slip in it."),
        ({"day": "2026-11-20"}, "Friday 20 November 2026 is still to come."),
        ({"day": "9999-12-31"}, "is still to come."),
        ({"day": "2026-11-15"}, "Sunday 15 November 2026 is before your first day"),
        ({"day": "0001-01-01"}, "is before your first day"),
    ],
)
def test_bad_input_is_refused_with_a_sentence_and_nothing_recorded(
    signed_in: Client, changes: dict[str, str | None], sentence: str
) -> None:
    response = signed_in.post(RECORD, tick(**changes))

    assert not Session.objects.exists()
    assert response.status_code == 400
    assert sentence in Page(response).words
    assert "Nothing in your logbook has changed." in Page(response).words


def test_an_undo_with_a_malformed_key_is_refused_with_a_sentence(signed_in: Client) -> None:
    response = signed_in.post("/sessions/not-a-key/undo/")

    assert not Session.objects.exists()
    assert response.status_code == 400
    assert "This form has a slip in its key." in Page(response).words


def test_another_persons_key_is_not_found_and_nothing_changes(signed_in: Client) -> None:
    stranger = make_user(email="kim@example.org")
    circles = Exercise.objects.get(slug="ankle-circles")
    theirs = make_session(user=stranger, exercise=circles, day=TODAY)
    gone = make_session(user=stranger, exercise=circles, day=TODAY, undone_at=THURSDAY_MORNING)

    answers = [
        signed_in.post(RECORD, tick(key=str(theirs.key))),
        signed_in.post(reverse("logbook:put-back", args=[gone.key])),
        signed_in.post(reverse("logbook:undo", args=[theirs.key])),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert Session.objects.count() == 2
    assert list(Session.objects.of(stranger)) == [theirs]


def test_a_tick_after_the_session_expired_waits_for_the_person_to_sign_in(
    client: Client, person: User
) -> None:
    sent = tick()

    asked = client.post(RECORD, sent)
    assert asked.url.startswith(reverse("account_login"))
    back = client.post(asked.url, {"login": person.email, "password": PASSWORD})
    waiting = client.get(back.url)

    assert not Session.objects.exists()
    assert "Your tick is waiting" in Page(waiting).words
    assert "Ankle circles, Thursday 19 November." in Page(waiting).words
    again = {name: Page(waiting).hidden(name)[0] for name in ("exercise", "day", "key", "page")}
    assert again == sent
    client.post(RECORD, again)
    assert rows_of(person) == [("ankle-circles", TODAY)]


def test_an_undo_after_the_session_expired_waits_too(client: Client, person: User) -> None:
    circles = Exercise.objects.get(slug="ankle-circles")
    session = make_session(user=person, exercise=circles, day=TODAY)
    undo = reverse("logbook:undo", args=[session.key])

    asked = client.post(undo, {"page": "day"})
    back = client.post(asked.url, {"login": person.email, "password": PASSWORD})
    waiting = client.get(back.url)

    assert rows_of(person) == [("ankle-circles", TODAY)]
    assert "Take this session back?" in Page(waiting).words
    client.post(undo, {"page": Page(waiting).hidden("page")[0]})
    assert rows_of(person) == []


def test_following_a_link_to_sessions_records_nothing(signed_in: Client) -> None:
    shown = signed_in.get(RECORD, tick())
    bare = signed_in.get(RECORD)

    assert not Session.objects.exists()
    assert "Your tick is waiting" in Page(shown).words
    assert (bare.status_code, shown.status_code) == (400, 200)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_not_allowed(signed_in: Client, method: str) -> None:
    assert getattr(signed_in, method)(RECORD).status_code == 405


def test_a_tick_without_a_csrf_token_records_nothing(person: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person)

    response = client.post(RECORD, tick())

    assert not Session.objects.exists()
    assert response.status_code == 403


def test_extra_sessions_can_be_recorded_today_and_are_told(signed_in: Client, person: User) -> None:
    for _ in range(4):
        response = signed_in.post(RECORD, tick(), follow=True)

    assert len(rows_of(person)) == 4
    assert "Ankle circles ticked, 4 of 3." in Page(response).words
    assert "3 of 10 sessions, and 1 more." in Page(response).words


def test_the_first_day_can_be_filled_in_and_the_day_before_cannot(
    signed_in: Client, person: User
) -> None:
    signed_in.post(RECORD, tick(day=str(MONDAY)))
    signed_in.post(RECORD, tick(day=str(MONDAY - timedelta(days=1))))

    assert rows_of(person) == [("ankle-circles", MONDAY)]
