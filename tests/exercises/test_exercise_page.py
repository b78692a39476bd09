"""What an exercise's page makes of its dose, and where its buttons lead."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from exercises.models import Exercise
from tests.page import Page

pytestmark = pytest.mark.django_db

CATALOGUE = reverse("exercises:catalogue")


def address(slug):
    return reverse("exercises:exercise", args=[slug])


def read(client, page):
    return Page(client.get(page)).words


@pytest.mark.parametrize(
    ("slug", "steps"),
    [
        (
            "resisted-plantar-flexion",
            "Get ready, 10 s Right foot, 15 times Press 2 s, hold 5 s, come back 3 s, rest 1 s. "
            "Other foot, 20 s Left foot, 15 times Press 2 s, hold 5 s, come back 3 s, rest 1 s. "
            "That makes about 6 minutes.",
        ),
        (
            "ankle-circles",
            "Get ready, 15 s Right leg, clockwise, 10 times Circle 2.5 s. Turn round, 4 s "
            "Right leg, anticlockwise, 10 times Circle 2.5 s. Other leg, 10 s "
            "Left leg, clockwise, 10 times Circle 2.5 s. Turn round, 4 s "
            "Left leg, anticlockwise, 10 times Circle 2.5 s. That makes about 3 minutes.",
        ),
        (
            "toe-presses",
            "Get ready, 10 s 10 times Press 1 s, hold 4 s, let go 1 s, rest 2 s. "
            "That makes about 2 minutes.",
        ),
        (
            "toe-walking",
            "Get ready, 10 s 5 times Walk 20 s. Rest 15 s in between. That makes about 3 minutes.",
        ),
    ],
)
def test_an_exercise_s_page_has_one_session_step_by_step(client, slug, steps):
    assert f"One session, step by step {steps} Common mistakes" in read(client, address(slug))


@pytest.mark.parametrize(
    ("dose", "steps"),
    [
        ({"bouts": 1}, "Once Walk 20 s. That makes about 1 minute."),
        (
            {"bouts": 2, "repetitions": 3, "hold_seconds": "2.5"},
            "2 × 3 times Walk 2.5 s. Rest 15 s in between. That makes about 1 minute.",
        ),
    ],
)
def test_the_steps_say_once_and_how_many_bouts_of_how_many(client, dose, steps):
    Exercise.objects.filter(slug="toe-walking").update(**dose)
    assert f"Get ready, 10 s {steps}" in read(client, address("toe-walking"))


def test_the_steps_have_their_seconds_as_the_reader_writes_them(client):
    fields = {"bouts": 2, "hold_seconds": "2.5", "rest_seconds": "7.5"}
    Exercise.objects.filter(slug="toe-walking").update(**fields)
    with translation.override("de"):
        read_there = read(client, address("toe-walking"))
    assert "Get ready, 10 s 2 times Walk 2,5 s. Rest 7,5 s in between." in read_there


def test_a_dose_changed_in_the_catalogue_changes_all_that_is_read(client):
    page = address("resisted-plantar-flexion")
    before = read(client, page)
    assert "Do 15 presses." in before
    assert "About 6 minutes" in before
    Exercise.objects.filter(slug="resisted-plantar-flexion").update(repetitions=12)
    after = read(client, page)
    assert "Do 12 presses." in after
    assert "presses with each foot 12" in after
    assert "Right foot, 12 times" in after
    assert "Left foot, 12 times" in after
    assert "About 5 minutes" in after
    assert "That makes about 5 minutes." in after
    assert not re.search("15 (presses|times)|6 minutes", after)
    assert "12 presses with each foot" in read(client, CATALOGUE)


CHANGED = (
    "Whoever runs this site has changed these numbers. The notes below are about the article’s. "
    "Where these numbers come from"
)


def test_a_dose_that_the_site_s_host_changed_is_said_to_be(client):
    page = address("toe-presses")
    assert "Whoever runs this site" not in read(client, page)
    Exercise.objects.filter(slug="toe-presses").update(keeps_dose=True)
    assert CHANGED in read(client, page)


def test_a_visitor_is_asked_to_start_and_a_person_to_begin_the_session(client, signed_in):
    page = address("toe-presses")
    visitor, person = read(client, page), read(signed_in, page)
    assert "Try it nowGuided, without an account Start with your first toe" in visitor
    assert "Start guided session" not in visitor
    assert "Tick it off on Today" not in visitor
    assert "Start guided session Tick it off on Today" in person
    assert "Start with your first toe" not in person
    assert "Try it now" not in person


def test_a_person_s_buttons_lead_to_the_session_and_to_its_row_on_today(signed_in):
    page = Page(signed_in.get(address("toe-presses")))
    session, tick = reverse("logbook:session", args=["toe-presses"]), reverse("logbook:today")
    buttons = [attrs for _tag, attrs in page.elements if "btn--wide" in attrs.get("class", "")]
    assert [button["href"] for button in buttons] == [session, f"{tick}#row-toe-presses"]
    filled = [attrs for _tag, attrs in page.elements if "btn--primary" in attrs.get("class", "")]
    assert [button["href"] for button in filled] == [session]
    assert 'id="row-toe-presses"' in signed_in.get(tick).content.decode()


def test_a_person_is_led_to_their_programme_and_a_visitor_is_not(client, signed_in):
    page = address("toe-walking")

    assert Page(signed_in.get(page)).find("a", href="/settings/programme/")
    assert not Page(client.get(page)).find("a", href="/settings/programme/")
