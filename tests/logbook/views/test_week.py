"""The week's page."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from time_machine import Traveller

from accounts.models import User
from exercises.models import Exercise
from tests.make import (
    MONDAY,
    make_example_week,
    make_pause,
    make_programme,
    make_session,
    make_target,
    make_user,
)
from tests.page import Page

TODAY = date(2026, 11, 19)

pytestmark = pytest.mark.django_db


@pytest.fixture
def example_week(person: User) -> None:
    make_example_week(user=person)


@pytest.mark.usefixtures("example_week")
def test_the_week_says_its_percentage_and_what_it_is_of(signed_in: Client) -> None:
    page = Page(signed_in.get(reverse("logbook:this-week")))

    assert "16 to 22 November" in page.words
    assert "90% of sessions done" in page.words
    assert "27 of 30 sessions from Monday to Wednesday. Today counts when it ends." in page.words
    (summary,) = page.find("div", id="headline")
    assert (summary["data-counted"], summary["data-due"]) == ("27", "30")


@pytest.mark.usefixtures("example_week")
def test_scripts_read_the_same_numbers_in_cells_days_and_exercises(signed_in: Client) -> None:
    page = Page(signed_in.get("/week/2026-11-16/"))

    (cell,) = page.find("td", data_day="2026-11-18", data_exercise="ankle-circles")
    assert (cell["data-done"], cell["data-target"]) == ("4", "3")
    days = [(row["data-counted"], row["data-due"]) for row in page.find("tr") if row]
    assert days == [("10", "10"), ("7", "10"), ("10", "10"), ("4", "10")] + [("0", "0")] * 3
    (circles,) = page.find("li", data_exercise="ankle-circles")
    assert (circles["data-counted"], circles["data-due"]) == ("8", "9")
    assert "Ankle circles 8 of 9 sessions 89%" in page.words


@pytest.mark.usefixtures("example_week")
def test_today_stands_in_the_grid_as_a_count_without_judgement(signed_in: Client) -> None:
    page = Page(signed_in.get("/week/2026-11-16/"))

    assert page.find("tr", aria_current="date", data_day="2026-11-19")
    assert "Today 19 Nov 1 of 2 2 of 3 1 of 3 0 of 2 4 of 10 Fri 20 Nov still to come" in page.words


@pytest.mark.usefixtures("example_week")
def test_each_day_that_is_over_tells_its_figures(signed_in: Client) -> None:
    page = Page(signed_in.get("/week/2026-11-16/"))

    assert "70%, 7 of 10 sessions" in page.words


def test_a_date_inside_a_week_redirects_to_its_first_day(signed_in: Client, person: User) -> None:
    assert signed_in.get("/week/2026-11-19/").url == "/week/2026-11-16/"

    person.week_starts_on = 6
    person.save()

    assert signed_in.get("/week/2026-11-19/").url == "/week/2026-11-15/"
    assert signed_in.get("/week/2026-11-15/").status_code == 200


def test_a_week_without_sessions_invites_and_does_not_scold(client: Client, clock: object) -> None:
    user = make_user(first_day=MONDAY - timedelta(days=7))
    make_programme(user=user, from_day=MONDAY - timedelta(days=7))
    client.force_login(user)

    page = Page(client.get("/week/2026-11-09/"))

    assert "Nothing noted this week, and that’s fine." in page.words
    assert "0 of 70 sessions from Monday to Sunday." in page.words
    assert "0%" not in page.words.split("By exercise")[0]


@pytest.mark.parametrize(
    ("today", "title"),
    [
        (date(2026, 12, 30), "28 December 2026 to 3 January 2027"),
        (date(2027, 1, 8), "4 to 10 January"),
    ],
)
def test_a_week_across_the_new_year_is_named_with_both_years(
    client: Client, clock: Traveller, today: date, title: str
) -> None:
    clock.move_to(datetime(today.year, today.month, today.day, 9, tzinfo=UTC))
    client.force_login(make_user())

    assert title in Page(client.get("/week/", follow=True)).words


def test_sessions_that_none_was_due_of_stand_without_a_target(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    make_target(user=person, exercise=circles, per_day=0, from_day=TODAY)
    make_session(user=person, exercise=circles, day=TODAY)

    page = Page(signed_in.get("/week/2026-11-16/"))

    assert "Today 19 Nov 0 of 2 1 done, none due 0 of 3 0 of 2 0 of 7" in page.words


def test_a_paused_week_is_paused_by_exercise_too(signed_in: Client, person: User) -> None:
    make_pause(user=person, first_day=MONDAY, last_day=None)

    page = Page(signed_in.get("/week/2026-11-16/"))

    assert "Ankle circles Paused –" in page.words


@pytest.mark.parametrize("day", [MONDAY, TODAY], ids=["paused", "today"])
def test_a_week_with_sessions_that_are_not_judged_is_not_nothing(
    signed_in: Client, person: User, circles: Exercise, day: date
) -> None:
    make_pause(user=person, first_day=MONDAY, last_day=MONDAY)
    make_session(user=person, exercise=circles, day=day)

    page = Page(signed_in.get("/week/2026-11-16/"))

    assert "0% of sessions done 0 of 20 sessions on 2 days, 1 paused." in page.words
    assert "Nothing noted" not in page.words


def test_worked_example_4_the_days_before_joining_say_so(client: Client, clock: object) -> None:
    user = make_user(first_day=TODAY - timedelta(days=1))
    make_programme(user=user, from_day=TODAY - timedelta(days=1))
    client.force_login(user)

    page = Page(client.get(reverse("logbook:this-week")))

    assert "Mon 16 Nov before you started" in page.words
    assert "You started on Wednesday; the days before it are not counted." in page.words
    assert not page.find("a", href="/days/2026-11-16/")


def test_on_the_first_day_the_week_has_no_days_yet(client: Client, clock: object) -> None:
    user = make_user(first_day=TODAY)
    make_programme(user=user, from_day=TODAY)
    client.force_login(user)

    page = Page(client.get(reverse("logbook:this-week")))

    assert "No days yet. Today counts when it ends." in page.words


def test_weeks_before_the_first_and_to_come_say_so(signed_in: Client) -> None:
    before = Page(signed_in.get("/week/2026-11-09/"))
    ahead = Page(signed_in.get("/week/2026-11-23/"))

    assert "This week is before your first day, Monday 16 November 2026." in before.words
    assert "This week is still to come." in ahead.words


@pytest.mark.parametrize("past_days", [0, 3, 90])
def test_the_week_takes_at_most_six_queries_however_long_the_history(
    signed_in: Client,
    person: User,
    past_days: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    exercises = list(Exercise.objects.all())
    for number in range(past_days):
        for exercise in exercises:
            make_session(user=person, exercise=exercise, day=TODAY - timedelta(days=number))

    with django_assert_max_num_queries(6):
        signed_in.get(reverse("logbook:this-week"))
