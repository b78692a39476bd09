"""The page of the report, and what it is asked to show."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exercises.models import Exercise
from logbook.recording import notes
from logbook.recording.notes import Felt
from tests.make import MONDAY, THURSDAY_MORNING, make_example_week, make_session, make_user, prefer
from tests.page import Page

NOW = THURSDAY_MORNING
TODAY = date(2026, 11, 19)

pytestmark = pytest.mark.django_db


def get(client: Client, **asked: str) -> Page:
    return Page(client.get("/report/", asked))


def test_the_report_says_its_days_and_what_it_rests_on(signed_in: Client, person: User) -> None:
    make_example_week(user=person)

    page = get(signed_in)

    assert "Foot exercise report 3 days, 16 November 2026 to 18 November 2026" in page.words
    assert "Made on 19 November 2026 Days by the clock of Europe/Berlin" in page.words
    assert "Source Self-reported" in page.words
    assert "90% of sessions done: 27 of 30 sessions on 3 days." in page.words
    (sums,) = page.find("section", id="sums")
    assert (sums["data-counted"], sums["data-due"]) == ("27", "30")


def test_it_is_the_same_figure_as_on_the_week(signed_in: Client, person: User) -> None:
    make_example_week(user=person)

    (row,) = get(signed_in).find("tr", data_week="2026-11-16")
    (week,) = Page(signed_in.get("/week/2026-11-16/")).find("div", id="headline")

    assert (row["data-counted"], row["data-due"]) == (week["data-counted"], week["data-due"])


def test_a_name_is_printed_as_it_was_typed_and_not_kept(signed_in: Client, person: User) -> None:
    shown = signed_in.post("/report/", {"name": "<b>Sam</b> \u202e"}).content.decode()

    assert '<dd class="report-name"><bdi>&lt;b&gt;Sam&lt;/b&gt; \u202e</bdi></dd>' in shown
    assert "&lt;b&gt;Sam" not in signed_in.get("/report/").content.decode()
    assert person.email not in shown


def test_a_line_for_the_name_is_empty_to_the_eye_and_has_words_for_the_ear(
    signed_in: Client,
) -> None:
    response = signed_in.get("/report/")

    assert "Name to be written by hand Made on" in Page(response).words
    name = '<dd class="report-name"><span class="visually-hidden">to be written by hand</span>'
    assert f"{name}<bdi></bdi></dd>" in response.content.decode()


def test_a_name_in_the_address_is_not_read(signed_in: Client) -> None:
    assert "Sam" not in get(signed_in, name="Sam", weeks="4").words


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"weeks": "5"}, "How far back: Choose 4 or 12 weeks."),
        ({"weeks": "x"}, "How far back: Choose 4 or 12 weeks."),
        ({"weeks": ""}, "How far back: Choose 4 or 12 weeks."),
        ({"name": "x" * 81}, "Your name, to be printed: Write a name of 80 characters at most."),
        ({"name": "Sa\0m"}, "Your name, to be printed: Write the name in letters only."),
    ],
)
def test_what_cannot_be_shown_is_said_beside_the_usual_report(
    signed_in: Client, asked: dict[str, str], sentence: str
) -> None:
    response = signed_in.post("/report/", asked)

    assert response.status_code == 400
    assert sentence in Page(response).words
    assert "In short" in Page(response).words


@pytest.mark.parametrize("name", ["x" * 79, "x" * 80])
def test_a_name_may_have_80_characters(signed_in: Client, name: str) -> None:
    assert name in Page(signed_in.post("/report/", {"name": name})).words


@pytest.mark.parametrize("weeks", ["4", "12"])
def test_how_far_back_may_stand_in_the_address(signed_in: Client, weeks: str) -> None:
    (chosen,) = [box for box in get(signed_in, weeks=weeks).find("input") if "checked" in box]

    assert chosen["value"] == weeks


def test_notes_are_shown_only_if_wanted(signed_in: Client, person: User) -> None:
    notes.note_day(user=person, day=MONDAY, text="<i>Stairs</i>", now=NOW)

    assert "Stairs" not in get(signed_in).words
    assert "16 November <i>Stairs</i>" in get(signed_in, notes="on").words


def test_without_notes_that_is_said(signed_in: Client) -> None:
    assert "No notes on these days." in get(signed_in, notes="on").words


def test_before_the_first_day_is_over_there_is_nothing_to_report(client: Client) -> None:
    user = make_user(first_day=date.max)
    client.force_login(user)

    page = get(client)

    assert "No days yet. The report begins when your first day is over." in page.words


def test_charts_are_drawn_with_a_decimal_point_in_every_language(
    signed_in: Client, person: User
) -> None:
    for back, value in ((1, 3), (2, 4), (3, 4)):
        day = TODAY - timedelta(days=back)
        notes.note_pain(user=person, day=day, felt={"back": Felt(value)}, now=NOW)
    with translation.override("de"):
        page = get(signed_in)

    (dot,) = page.find("path", **{"class": "dot"})
    assert dot["d"] == "M100 63.33h.001"
    assert "3,7" in page.words


@pytest.mark.parametrize("past_days", [3, 400])
def test_the_report_takes_few_queries_however_long_the_history(
    signed_in: Client,
    person: User,
    circles: Exercise,
    past_days: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    prefer(person, first_day=TODAY - timedelta(days=past_days))
    for number in range(past_days):
        make_session(user=person, exercise=circles, day=TODAY - timedelta(days=number))

    with django_assert_max_num_queries(8):
        signed_in.get("/report/", {"notes": "on"})
