"""A week typed in from paper: the boxes, what will change, and saving it."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import Reason
from logbook.models import Session
from logbook.recording import pauses
from logbook.recording.pauses import NewPause
from tests.logbook.views.paper import ADDRESS, CIRCLES, LONG, PRESSES, TODAY, TUESDAY, boxes
from tests.make import MONDAY, SLUGS, THURSDAY_MORNING, make_session, prefer
from tests.page import Page

pytestmark = pytest.mark.django_db


def test_each_day_that_has_begun_has_a_box_for_each_exercise(signed_in: Client) -> None:
    page = Page(signed_in.get(ADDRESS))

    days = [MONDAY + timedelta(days=number) for number in range(4)]
    assert boxes(page) == {f"{day}-{slug}": "" for day in days for slug in SLUGS}
    assert "16 to 22 November" in page.words
    assert page.words.count("still to come") == 3 * 4


def test_days_before_the_first_have_no_box(signed_in: Client, person: User) -> None:
    prefer(person, first_day=TUESDAY)

    page = Page(signed_in.get(ADDRESS))

    assert {name[:10] for name in boxes(page)} == {"2026-11-17", "2026-11-18", "2026-11-19"}
    assert page.words.count("before you started") == 4


def test_a_box_says_in_grey_what_is_stored(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    for _ in range(2):
        make_session(user=person, exercise=circles, day=TUESDAY)

    page = Page(signed_in.get(ADDRESS))

    (box,) = page.find("input", name=CIRCLES)
    assert box["placeholder"] == "2"
    assert "value" not in box


def test_an_exercise_out_of_the_programme_has_boxes_where_it_was_done(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    person.targets.filter(exercise=circles).delete()
    assert CIRCLES not in boxes(Page(signed_in.get(ADDRESS)))

    make_session(user=person, exercise=circles, day=MONDAY)

    assert CIRCLES in boxes(Page(signed_in.get(ADDRESS)))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/week/2026-11-23/fill/", "This week is still to come."),
        ("/week/2026-11-09/fill/", "This week is before your first day"),
    ],
)
def test_weeks_out_of_reach_say_so(signed_in: Client, address: str, sentence: str) -> None:
    page = Page(signed_in.get(address))

    assert sentence in page.words
    assert boxes(page) == {}


def test_the_first_week_leads_to_where_the_first_day_can_be_set_earlier(
    signed_in: Client, person: User
) -> None:
    assert Page(signed_in.get(ADDRESS)).find("a", href="/settings/first-day/")

    prefer(person, first_day=MONDAY - timedelta(days=1))

    assert not Page(signed_in.get(ADDRESS)).find("a", href="/settings/first-day/")


def test_a_day_within_a_week_leads_to_its_first(signed_in: Client) -> None:
    assert signed_in.get("/week/2026-11-18/fill/").url == ADDRESS


def test_empty_boxes_are_filled_with_the_targets_and_nothing_is_saved(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    for _ in range(4):
        make_session(user=person, exercise=circles, day=TUESDAY)

    page = Page(signed_in.post(ADDRESS, {PRESSES: "1", "targets": "fill"}))

    filled = boxes(page)
    assert [filled[f"2026-11-16-{slug}"] for slug in SLUGS] == ["2", "3", "3", "2"]
    assert filled[PRESSES] == "1"
    assert filled[CIRCLES] == ""  # four are stored: more than meant
    assert Session.objects.of(person).count() == 4


def test_a_paused_day_is_not_filled_with_targets(signed_in: Client, person: User) -> None:
    pauses.add(
        person,
        NewPause(
            key=make_session(user=person, exercise=Exercise.objects.all()[0], day=TODAY).key,
            first_day=TUESDAY,
            last_day=TUESDAY,
            reason=Reason.ILL,
        ),
        now=THURSDAY_MORNING,
    )

    filled = boxes(Page(signed_in.post(ADDRESS, {"targets": "fill"})))

    assert filled[CIRCLES] == ""
    assert filled["2026-11-16-ankle-circles"] == "3"


@pytest.mark.parametrize("number", ["-1", "21", "2.5", "1e9", "x", "½", "1\0", LONG])
def test_no_number_of_sessions_is_refused_at_its_box(
    signed_in: Client, person: User, number: str
) -> None:
    response = signed_in.post(ADDRESS, {CIRCLES: number, PRESSES: "2"})
    page = Page(response)

    assert response.status_code == 400
    assert "One thing to put right" in page.words
    sentence = "Write a whole number from 0 to 20, or leave the box empty."
    assert page.words.count(f"Tuesday, Ankle circles: {sentence}") == 2
    (box,) = page.find("input", name=CIRCLES)
    assert (box["value"], box["aria-invalid"]) == (number, "true")
    assert page.find("td", id=box["aria-describedby"])
    assert boxes(page)[PRESSES] == "2"
    assert not Session.objects.of(person).exists()


@pytest.mark.parametrize("number", ["0", "1", "20", " 3 ", "٣"])
def test_a_whole_number_is_taken(signed_in: Client, number: str) -> None:
    response = signed_in.post(ADDRESS, {CIRCLES: number})

    assert response.status_code == 200
    assert Page(response).hidden(CIRCLES) == [str(int(number))]


@pytest.mark.parametrize("past_days", [3, 90])
def test_the_boxes_take_few_queries_however_long_the_history(
    signed_in: Client,
    person: User,
    circles: Exercise,
    past_days: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(past_days):
        make_session(user=person, exercise=circles, day=TODAY - timedelta(days=number))

    with django_assert_max_num_queries(6):
        signed_in.get(ADDRESS)


def test_the_sheet_has_an_empty_toe_for_each_session_that_is_meant(signed_in: Client) -> None:
    page = Page(signed_in.get("/week/2026-11-23/sheet/"))

    assert "23 to 29 November" in page.words
    assert len(page.find("g", data_fill="0")) == 7 * 10
    assert signed_in.get("/week/2026-11-25/sheet/").url == "/week/2026-11-23/sheet/"
