"""The guided session's page, without script: the cues in order, and what recording it does."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from tests.make import SLUGS, make_session, make_user
from tests.page import Page

TODAY = date(2026, 11, 19)
RUN = "/today/session/"
MISSED_PARTS = "The time that it took is a number of seconds"


def address(slug: str = "ankle-circles") -> str:
    return reverse("logbook:session", args=[slug])


def guided(**changes: Any) -> dict[str, Any]:
    sent = {
        "exercise": "ankle-circles",
        "day": "2026-11-19",
        "key": str(uuid4()),
        "page": "today",
        "source": "guided",
        "seconds": "121",
    }
    return {name: value for name, value in (sent | changes).items() if value is not None}


def record(client: Client, sent: dict[str, Any]) -> HttpResponse:
    return client.post(reverse("logbook:record"), sent, follow=True)


def cues_on(page: Page) -> list[dict[str, str]]:
    return [attributes for tag, attributes in page.elements if "data-cue" in attributes]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_page_has_every_cue_in_order_with_its_seconds(signed_in: Client, slug: str) -> None:
    page = Page(signed_in.get(address(slug)))

    cues = Exercise.objects.get(slug=slug).timeline()
    assert [
        (cue["data-cue"], cue["data-seconds"], cue["data-show"], cue["data-pose"])
        for cue in cues_on(page)
    ] == [(cue.kind, cue.length, cue.show, cue.pose) for cue in cues]
    assert f"Get ready {cues[0].length} s" in page.words


def test_a_cue_carries_what_is_said_where_and_which_repetition_it_is(signed_in: Client) -> None:
    page = Page(signed_in.get(address("resisted-plantar-flexion")))

    press, hold = cues_on(page)[1:3]
    assert press["data-say"] == "Press 1"
    assert (press["data-count"], press["data-where"]) == ("Press 1 of 15", "right foot")
    assert (press["data-pips"], press["data-pips-done"]) == ("15", "0")
    assert press["data-side"] == "right"
    assert "data-direction" not in press
    assert (hold["data-seconds"], hold["data-tell"]) == ("5", "Keep pressing, and breathe")
    assert "data-natural" not in hold
    assert "data-natural" in cues_on(page)[0]


def test_when_to_stop_is_shown_and_said_once_as_it_starts(signed_in: Client) -> None:
    page = Page(signed_in.get(address("toe-presses")))

    rule = "Stop if it is sharp, numb or dizzy."
    assert f"{rule} When to stop" in page.words
    assert page.find("a", href="/exercises/toe-presses/#stop")
    said = [cue.get("data-say", "") for cue in cues_on(page)]
    assert said[0].startswith(f"{rule} Stand, knees slightly bent.")
    assert rule not in " ".join(said[1:])
    assert 'id="stop"' in signed_in.get("/exercises/toe-presses/").content.decode()


def test_a_cue_says_whether_it_waits_and_its_number_and_the_page_their_language(
    signed_in: Client,
) -> None:
    band = Page(signed_in.get(address("resisted-plantar-flexion")))
    assert {cue["data-cue"] for cue in cues_on(band) if "data-waits" in cue} == {"change"}
    circles = cues_on(Page(signed_in.get(address())))
    assert [cue.get("data-number", "") for cue in circles[:3]] == ["", "1", "2"]
    assert [attrs for _, attrs in band.elements if attrs.get("data-language") == "en-gb"]


def test_without_script_it_has_a_form_that_ticks_the_session_off(
    signed_in: Client, person: User
) -> None:
    page = Page(signed_in.get(address()))

    assert "I’ve done it: tick off" in page.words
    sent = {name: page.hidden(name)[0] for name in ("exercise", "day", "key", "page", "source")}
    answer = Page(record(signed_in, sent))

    assert "Ankle circles ticked, 1 of 3." in answer.words
    session = Session.objects.of(person).get()
    assert (session.source, session.seconds) == ("tick", None)


def test_a_guided_session_is_recorded_with_the_seconds_spent(
    signed_in: Client, person: User
) -> None:
    sent = guided()

    answers = [Page(record(signed_in, sent)) for _ in range(3)]

    assert "Ankle circles ticked, 1 of 3." in answers[-1].words
    session = Session.objects.of(person).get()
    assert (session.source, session.seconds) == ("guided", 121)
    assert session.moment == session.recorded_at
    day = Page(signed_in.get(reverse("logbook:day", args=[TODAY])))
    assert "09:00, guided, 2 minutes" in day.words


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        ("", "09:00, guided Edit"),
        ("0", "09:00, guided Edit"),
        ("1", "09:00, guided, 1 minute Edit"),
        ("89", "09:00, guided, 1 minute Edit"),
        ("91", "09:00, guided, 2 minutes Edit"),
    ],
)
def test_a_day_tells_how_long_a_guided_session_took(
    signed_in: Client, seconds: str, told: str
) -> None:
    record(signed_in, guided(seconds=seconds))

    assert told in Page(signed_in.get(reverse("logbook:day", args=[TODAY]))).words


def test_put_back_keeps_how_it_came_and_how_long_it_took(signed_in: Client, person: User) -> None:
    record(signed_in, guided())
    key = Session.objects.of(person).get().key
    for act in ("undo", "put-back"):
        signed_in.post(reverse(f"logbook:{act}", args=[key]), {"page": "today"})

    session = Session.objects.of(person).get()
    assert (session.source, session.seconds) == ("guided", 121)


def test_a_session_that_ends_after_the_day_s_end_belongs_to_the_day_it_was_begun_on(
    signed_in: Client, person: User, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(days=1))

    answer = Page(record(signed_in, guided()))

    assert "Saved for Thursday 19 November: Ankle circles, 1 of 3." in answer.words
    session = Session.objects.of(person).get()
    assert (session.day, session.source, session.moment) == (TODAY, "guided", None)


@pytest.mark.parametrize("seconds", ["-1", "86401", "1.5", "long"])
def test_seconds_that_make_no_sense_are_refused_with_a_sentence(
    signed_in: Client, person: User, seconds: str
) -> None:
    answer = record(signed_in, guided(seconds=seconds))

    assert answer.status_code == 400
    assert MISSED_PARTS in Page(answer).words
    assert not Session.objects.of(person).exists()


@pytest.mark.parametrize("seconds", ["0", "86400", ""])
def test_seconds_may_be_anything_up_to_a_day_or_unknown(
    signed_in: Client, person: User, seconds: str
) -> None:
    record(signed_in, guided(seconds=seconds))

    assert Session.objects.of(person).get().seconds == (int(seconds) if seconds else None)


def test_a_tick_says_nothing_of_how_long_it_took(signed_in: Client, person: User) -> None:
    record(signed_in, guided(source=""))

    session = Session.objects.of(person).get()
    assert (session.source, session.seconds) == ("tick", None)


@pytest.mark.parametrize("source", ["import", "offline", "nonsense"])
def test_a_form_can_t_say_that_it_came_some_other_way(
    signed_in: Client, person: User, source: str
) -> None:
    answer = record(signed_in, guided(source=source))

    assert answer.status_code == 400
    assert "This form has a slip in it." in Page(answer).words
    assert not Session.objects.of(person).exists()


def test_the_page_says_what_this_session_will_make(signed_in: Client, person: User) -> None:
    exercise = Exercise.objects.get(slug="ankle-circles")
    make_session(user=person, exercise=exercise, day=TODAY)

    page = Page(signed_in.get(address()))

    assert "Tick it off and that’s 2 of 10 today." in page.words
    outlined = [attrs for tag, attrs in page.elements if "data-next" in attrs]
    assert [attrs["data-hue"] for attrs in outlined] == ["amber"]


def test_a_session_beyond_the_target_stands_as_one_more(signed_in: Client, person: User) -> None:
    exercise = Exercise.objects.get(slug="toe-walking")
    for _ in range(2):
        make_session(user=person, exercise=exercise, day=TODAY)

    page = Page(signed_in.get(address("toe-walking")))

    told = "You have done all you meant to of toe walking today. Tick it off and it stands as one"
    assert told in page.words


@pytest.mark.django_db
def test_an_exercise_that_is_not_in_the_programme_can_be_done_too(client_of: Any) -> None:
    client = client_of(make_user(email="new@example.org"))

    page = Page(client.get(address()))

    assert len(cues_on(page)) == 45
    told = "This exercise isn’t in your programme. Tick it off and it stands as one more."
    assert told in page.words
    assert "You have done all you meant to" not in page.words


def test_seconds_are_read_as_the_reader_writes_them_and_stay_numbers_for_the_script(
    signed_in: Client,
) -> None:
    with translation.override("de"):
        page = Page(signed_in.get(address()))

    assert cues_on(page)[1]["data-seconds"] == "2.5"
    assert "Circle 1 of 10 2,5 s" in page.words
    assert "Get ready 15 s" in page.words


def test_an_unknown_exercise_is_not_found(signed_in: Client) -> None:
    assert signed_in.get(address("toe-wiggles")).status_code == 404


def test_a_run_goes_through_all_that_is_left_and_ends_on_today(
    signed_in: Client, person: User
) -> None:
    done: list[str] = []
    page = Page(signed_in.get(RUN))
    assert cues_on(page)[0]["data-cue"] == "ready"
    while "data-run" in str(page.elements):
        names = ("exercise", "day", "key", "page")
        sent = {name: page.hidden(name)[0] for name in names}
        done.append(sent["exercise"])
        answer = record(signed_in, sent | {"source": "guided", "seconds": "60"})
        page = Page(answer)
        if len(done) < 10:
            assert cues_on(page)[0]["data-cue"] == "position"
            assert cues_on(page)[0]["data-seconds"] == "30"
            assert f" ticked, {done.count(sent['exercise'])} of " in cues_on(page)[0]["data-count"]

    assert done[:4] == ["ankle-circles", "toe-presses", "resisted-plantar-flexion", "toe-walking"]
    assert {slug: done.count(slug) for slug in SLUGS} == dict(zip(SLUGS, (2, 3, 3, 2), strict=True))
    assert answer.request["PATH_INFO"] == reverse("logbook:today")
    assert "All ten toes" in page.words


def test_a_run_with_nothing_left_leads_to_today(signed_in: Client, person: User) -> None:
    for exercise in Exercise.objects.all():
        for _ in range(exercise.per_day):
            make_session(user=person, exercise=exercise, day=TODAY)

    assert signed_in.get(RUN).headers["Location"] == reverse("logbook:today")


def test_the_pages_ask_the_database_seven_times_at_most(
    signed_in: Client, person: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for path in (address(), RUN):
        with django_assert_max_num_queries(7):
            signed_in.get(path)
    for exercise in Exercise.objects.all():
        make_session(user=person, exercise=exercise, day=TODAY)
    with django_assert_max_num_queries(7):
        signed_in.get(address())


def test_whoever_is_not_signed_in_has_no_run(client: Client) -> None:
    assert client.get(RUN).headers["Location"].startswith("/accounts/login/?next=")
