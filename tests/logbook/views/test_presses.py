"""The pages that take back, or do again, what one press recorded."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from logbook.recording import presses
from logbook.recording.presses import NewPress, Wanted
from logbook.report import press as press_report
from tests.make import MONDAY, THURSDAY_MORNING, make_session, make_user, prefer
from tests.page import Page

NOW = THURSDAY_MORNING
TODAY = date(2026, 11, 19)

pytestmark = pytest.mark.django_db


def press(user: User, *, day: date = TODAY, count: int = 3, removed: tuple[UUID, ...] = ()) -> UUID:
    key, circles = uuid4(), Exercise.objects.get(slug="ankle-circles")
    wanted = [Wanted(circles, day, count)] if count else []
    presses.record(user, NewPress(key=key, wanted=wanted, removed=removed), now=NOW)
    return key


@pytest.mark.parametrize(
    ("stood_on", "day", "address"),
    [
        ("today", TODAY, "/today/"),
        ("today", MONDAY, "/days/2026-11-16/"),
        ("day", TODAY, "/days/2026-11-19/"),
        ("week", TODAY, "/week/2026-11-16/"),
        ("", TODAY, "/today/"),
    ],
)
def test_undoing_takes_all_back_and_returns_to_the_page(
    signed_in: Client, person: User, stood_on: str, day: date, address: str
) -> None:
    key = press(person, day=day)

    response = signed_in.post(f"/batches/{key}/undo/", {"page": stood_on})

    assert response.url == f"{address}?just={key}"
    assert not Session.objects.of(person).exists()


def test_a_week_that_begins_on_sunday_is_returned_to(signed_in: Client, person: User) -> None:
    person.change(week_starts_on=6)
    key = press(person)

    response = signed_in.post(f"/batches/{key}/undo/", {"page": "week"})

    assert response.url == f"/week/2026-11-15/?just={key}"


def test_putting_back_names_the_press(signed_in: Client, person: User) -> None:
    key = press(person)
    signed_in.post(f"/batches/{key}/undo/", {"page": "today"})

    response = signed_in.post(f"/batches/{key}/put-back/", {"page": "today"})

    assert response.url == f"/today/?just={key}"
    assert Session.objects.of(person).count() == 3


def test_an_undo_that_arrives_before_its_press_wins(signed_in: Client, person: User) -> None:
    key = uuid4()

    response = signed_in.post(f"/batches/{key}/undo/", {"page": "today"})
    signed_in.post("/today/round/", {"day": TODAY, "round": "morning", "key": key})

    assert response.url == f"/today/?just={key}"
    assert not Session.objects.of(person).exists()


def test_a_press_that_nobody_made_is_not_put_back(signed_in: Client) -> None:
    response = signed_in.post(f"/batches/{uuid4()}/put-back/", {"page": "today"})

    assert response.status_code == 404


@pytest.mark.parametrize("act", ["undo", "put-back"])
def test_another_persons_press_is_a_404(signed_in: Client, act: str) -> None:
    alex = make_user(email="alex@example.org")
    key = press(alex)

    response = signed_in.post(f"/batches/{key}/{act}/", {"page": "today"})

    assert response.status_code == 404
    assert Session.objects.of(alex).count() == 3


def test_a_key_with_a_slip_is_refused_with_a_sentence(signed_in: Client) -> None:
    response = signed_in.post("/batches/nonsense/undo/", {"page": "today"})

    assert response.status_code == 400
    assert "This form has a slip in its key." in Page(response).words


def test_after_signing_in_anew_one_more_press_is_asked_for(
    signed_in: Client, client: Client, person: User
) -> None:
    key = press(person)
    asked = Client().post(f"/batches/{key}/undo/", {"page": "week"})
    assert "page%3Dweek" in asked.url

    page = Page(signed_in.get(f"/batches/{key}/undo/", {"page": "week"}))

    assert "Take these sessions back?" in page.words
    assert page.hidden("page") == ["week"]
    assert Session.objects.of(person).count() == 3


def test_what_a_press_did_is_told_from_its_rows(person: User, circles: Exercise) -> None:
    gone = make_session(user=person, exercise=circles)
    key = press(person, removed=(gone.key,))

    done = press_report.build(person, key)
    assert done
    assert done.sentence == "3 sessions added and 1 session removed."
    assert done.days == [MONDAY, TODAY]

    presses.undo(person, key, now=NOW)
    done = press_report.build(person, key)
    assert done
    assert done.sentence == "3 sessions taken back and 1 session put back."


def test_a_press_that_only_removed_is_told_too(person: User, circles: Exercise) -> None:
    gone = make_session(user=person, exercise=circles)
    key = press(person, count=0, removed=(gone.key,))

    done = press_report.build(person, key)
    assert done
    assert (done.sentence, done.is_undone) == ("1 session removed.", False)

    presses.undo(person, key, now=NOW)
    done = press_report.build(person, key)
    assert done
    assert (done.sentence, done.is_undone) == ("1 session put back.", True)


def test_nothing_is_told_of_a_press_that_did_nothing_or_is_anothers(person: User) -> None:
    key = press(make_user(email="alex@example.org"))

    assert press_report.build(person, None) is None
    assert press_report.build(person, uuid4()) is None
    assert press_report.build(person, key) is None


def test_what_is_before_the_first_day_by_now_is_not_put_back(
    signed_in: Client, person: User
) -> None:
    key = press(person, day=MONDAY)
    signed_in.post(f"/batches/{key}/undo/", {"page": "week"})
    prefer(person, first_day=TODAY)

    response = signed_in.post(f"/batches/{key}/put-back/", {"page": "week"})

    assert response.status_code == 400
    assert "Monday 16 November 2026 is before your first day" in Page(response).words
