"""Today's page."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from tests.make import MONDAY, SLUGS, make_programme, make_session, make_target, make_user, the_four
from tests.page import Page

TODAY = date(2026, 11, 19)

pytestmark = pytest.mark.django_db


def test_today_shows_a_row_per_exercise_with_done_and_target(signed_in: Client) -> None:
    page = Page(signed_in.get(reverse("logbook:today")))

    rows = [attrs for tag, attrs in page.elements if tag == "li" and "data-exercise" in attrs]
    assert [(row["data-exercise"], row["data-done"], row["data-target"]) for row in rows] == [
        ("resisted-plantar-flexion", "0", "2"),
        ("ankle-circles", "0", "3"),
        ("toe-presses", "0", "3"),
        ("toe-walking", "0", "2"),
    ]
    assert "Thursday 19 November Ten fresh toes" in page.words
    assert "0 of 10 sessions. Start wherever you like." in page.words
    assert "Start ankle circles" in page.words
    assert "All 10 that are left in one go, about 34 minutes" in page.words


def test_each_row_is_a_form_of_its_own_with_its_own_key_and_the_day(signed_in: Client) -> None:
    page = Page(signed_in.get(reverse("logbook:today")))

    assert page.hidden("exercise") == SLUGS
    assert page.hidden("day") == ["2026-11-19"] * 4
    assert len(set(page.hidden("key"))) == 4
    for slug in SLUGS:
        assert page.find("form", method="post", action=f"{reverse('logbook:record')}#row-{slug}")


def test_today_draws_the_feet_with_the_exact_count_beside(signed_in: Client, person: User) -> None:
    for slug in ("ankle-circles", "ankle-circles", "toe-walking"):
        make_session(user=person, exercise=Exercise.objects.get(slug=slug), day=TODAY)

    page = Page(signed_in.get(reverse("logbook:today")))

    assert page.find("svg", aria_label="3 of 10 sessions done today")
    toes = [attrs["data-fill"] for attrs in page.find("g") if "data-fill" in attrs]
    assert "Three toes done" in page.words
    assert [fill for fill in toes[:10] if fill == "4"] == ["4"] * 3


def test_a_row_with_a_session_can_be_undone(signed_in: Client, person: User) -> None:
    circles = Exercise.objects.get(slug="ankle-circles")
    session = make_session(user=person, exercise=circles, day=TODAY)

    page = Page(signed_in.get(reverse("logbook:today")))

    undo = reverse("logbook:undo", args=[session.key])
    assert page.find("form", method="post", action=f"{undo}#row-ankle-circles")
    assert "Undo the last session: Ankle circles" in page.words


def test_a_row_whose_target_is_met_says_done(signed_in: Client, person: User) -> None:
    walking = Exercise.objects.get(slug="toe-walking")
    for _ in range(2):
        make_session(user=person, exercise=walking, day=TODAY)

    page = Page(signed_in.get(reverse("logbook:today")))

    assert "2 of 2 done Done" in page.words
    assert "toe-walking" not in page.hidden("exercise")


def test_all_done_leads_to_the_week(signed_in: Client, person: User) -> None:
    for exercise in the_four():
        for _ in range(exercise.per_day):
            make_session(user=person, exercise=exercise, day=TODAY)

    page = Page(signed_in.get(reverse("logbook:today")))

    assert "All ten toes" in page.words
    assert "10 of 10 sessions. Put your feet up. See your week" in page.words


def test_somebody_without_targets_is_shown_the_exercises(client: Client) -> None:
    user = make_user()
    client.force_login(user)

    page = Page(client.get(reverse("logbook:today")))

    assert "There is no exercise in your programme today." in page.words
    assert page.find("a", href=reverse("exercises:catalogue"))


def test_after_the_days_end_today_is_the_next_day(
    signed_in: Client, clock: time_machine.Traveller
) -> None:
    clock.move_to("2026-11-20T01:59:59+00:00")
    assert "Thursday 19 November" in Page(signed_in.get(reverse("logbook:today"))).words

    clock.move_to("2026-11-20T02:00:00+00:00")
    assert "Friday 20 November" in Page(signed_in.get(reverse("logbook:today"))).words


@pytest.mark.parametrize("just", ["", "nonsense", "\x00", "0" * 36])
def test_a_just_that_is_no_key_is_ignored(signed_in: Client, just: str) -> None:
    response = signed_in.get(reverse("logbook:today"), {"just": just})

    assert response.status_code == 200
    assert "ticked" not in Page(response).words


@pytest.mark.parametrize("past_days", [0, 3, 90])
def test_today_takes_at_most_six_queries_however_long_the_history(
    signed_in: Client,
    person: User,
    past_days: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    exercises = list(Exercise.objects.all())
    for number in range(past_days):
        for exercise in exercises:
            make_session(user=person, exercise=exercise, day=TODAY - timedelta(days=number))
    just = make_session(user=person, exercise=exercises[0], day=TODAY)

    with django_assert_max_num_queries(6):
        signed_in.get(reverse("logbook:today"), {"just": just.key})


def test_other_peoples_sessions_stay_out(signed_in: Client, person: User) -> None:
    stranger = make_user(email="kim@example.org")
    make_programme(user=stranger, from_day=MONDAY)
    make_session(user=stranger, exercise=Exercise.objects.get(slug="toe-walking"), day=TODAY)

    page = Page(signed_in.get(reverse("logbook:today")))

    assert Session.objects.count() == 1
    assert "0 of 10 sessions" in page.words


def test_a_day_without_anything_planned_has_no_nought_in_its_title(
    signed_in: Client, person: User
) -> None:
    for exercise in Exercise.objects.all():
        make_target(user=person, exercise=exercise, per_day=0, from_day=TODAY)

    page = Page(signed_in.get("/today/"))

    assert page.words.startswith("Nothing planned today · Footcare")
