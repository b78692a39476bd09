"""The pages that take back, or do again, what one press recorded."""

from datetime import date
from uuid import UUID, uuid4

import pytest
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook import recording, report
from logbook.models import Session
from logbook.recording import Wanted
from tests.make import MONDAY, THURSDAY_MORNING, make_session, make_user
from tests.page import Page

NOW = THURSDAY_MORNING
TODAY = date(2026, 11, 19)

pytestmark = pytest.mark.django_db


def press(user: User, *, day: date = TODAY, count: int = 3, removed: tuple[UUID, ...] = ()) -> UUID:
    batch, circles = uuid4(), Exercise.objects.get(slug="ankle-circles")
    wanted = [Wanted(circles, day, count)] if count else []
    recording.record_together(user=user, batch=batch, wanted=wanted, now=NOW, removed=removed)
    return batch


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
    batch = press(person, day=day)

    response = signed_in.post(f"/batches/{batch}/undo/", {"page": stood_on})

    assert response.url == f"{address}?just={batch}"
    assert not Session.objects.of(person).exists()


def test_a_week_that_begins_on_sunday_is_returned_to(signed_in: Client, person: User) -> None:
    person.change(week_starts_on=6)
    batch = press(person)

    response = signed_in.post(f"/batches/{batch}/undo/", {"page": "week"})

    assert response.url == f"/week/2026-11-15/?just={batch}"


def test_putting_back_names_the_press_that_it_is(signed_in: Client, person: User) -> None:
    batch = press(person)
    signed_in.post(f"/batches/{batch}/undo/", {"page": "today"})

    response = signed_in.post(f"/batches/{batch}/put-back/", {"page": "today"})

    (again,) = set(Session.objects.of(person).values_list("batch", flat=True))
    assert response.url == f"/today/?just={again}"
    assert Session.objects.of(person).count() == 3


@pytest.mark.parametrize("act", ["undo", "put-back"])
def test_another_persons_press_is_a_404(signed_in: Client, act: str) -> None:
    alex = make_user(email="alex@example.org")
    batch = press(alex)

    response = signed_in.post(f"/batches/{batch}/{act}/", {"page": "today"})

    assert response.status_code == 404
    assert Session.objects.of(alex).count() == 3


def test_a_key_with_a_slip_is_refused_with_a_sentence(signed_in: Client) -> None:
    response = signed_in.post("/batches/nonsense/undo/", {"page": "today"})

    assert response.status_code == 400
    assert "This form has a slip in its key." in Page(response).words


def test_after_signing_in_anew_one_more_press_is_asked_for(
    signed_in: Client, client: Client, person: User
) -> None:
    batch = press(person)
    asked = Client().post(f"/batches/{batch}/undo/", {"page": "week"})
    assert "page%3Dweek" in asked.url

    page = Page(signed_in.get(f"/batches/{batch}/undo/", {"page": "week"}))

    assert "Take these sessions back?" in page.words
    assert page.hidden("page") == ["week"]
    assert Session.objects.of(person).count() == 3


def test_what_a_press_did_is_told_from_its_rows(person: User, circles: Exercise) -> None:
    gone = make_session(user=person, exercise=circles)
    batch = press(person, removed=(gone.key,))

    told = report.of_batch(person, batch)
    assert told
    assert told.told == "3 sessions added and 1 session removed."
    assert told.days == [MONDAY, TODAY]

    recording.undo_together(user=person, batch=batch, now=NOW)
    told = report.of_batch(person, batch)
    assert told
    assert told.told == "3 sessions taken back and 1 session put back."


def test_a_press_that_only_removed_is_told_too(person: User, circles: Exercise) -> None:
    gone = make_session(user=person, exercise=circles)
    batch = press(person, count=0, removed=(gone.key,))

    told = report.of_batch(person, batch)
    assert told
    assert (told.told, told.is_undone) == ("1 session removed.", False)

    recording.undo_together(user=person, batch=batch, now=NOW)
    told = report.of_batch(person, batch)
    assert told
    assert (told.told, told.is_undone) == ("1 session put back.", True)


def test_nothing_is_told_of_a_press_that_did_nothing_or_is_anothers(person: User) -> None:
    batch = press(make_user(email="alex@example.org"))

    assert report.of_batch(person, None) is None
    assert report.of_batch(person, uuid4()) is None
    assert report.of_batch(person, batch) is None


def test_what_is_before_the_first_day_by_now_is_not_put_back(
    signed_in: Client, person: User
) -> None:
    batch = press(person, day=MONDAY)
    signed_in.post(f"/batches/{batch}/undo/", {"page": "week"})
    person.change(first_day=TODAY)

    response = signed_in.post(f"/batches/{batch}/put-back/", {"page": "week"})

    assert response.status_code == 400
    assert "Monday 16 November 2026 is before your first day" in Page(response).words
