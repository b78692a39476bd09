"""A session without an account: asked about once it was done, and kept by signing up."""

from datetime import date, datetime, timedelta
from urllib.parse import quote
from uuid import uuid4

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from accounts.models import BrowserSession, User
from exercises.models import Exercise
from logbook.models import Session
from tests.make import MONDAY, NEWCOMER, PASSWORD, PRESSES, make_session, make_user
from tests.page import Page

SESSION = reverse("logbook:session", args=[PRESSES])
KEEP = reverse("logbook:keep", args=[PRESSES])
SIGN_UP, SIGN_IN, WELCOME = "/accounts/signup/", "/accounts/login/", "/welcome/hurts/"
QUESTION = "Toe presses, done Keep this toe?"
TODAY = date(2026, 11, 19)
ENDED = datetime.fromisoformat("2026-11-19T07:59:48Z")

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def done(client: Client, **changes: str) -> str:
    """The address of the question, as the form of the session leads there."""
    (key,) = Page(client.get(SESSION)).hidden("key")
    sent = {"key": key, "source": "guided", "seconds": "90", "ago": "12"} | changes
    return str(client.get(KEEP, sent).headers["Location"])


def fields(page: Page) -> dict[str, str]:
    """The hidden ones with which the question is answered."""
    names = ("exercise", "key", "source", "seconds", "ended")
    return {name: page.find("input", name=name)[0].get("value", "") for name in names}


def as_mine(page: Page) -> dict[str, str]:
    """The hidden fields with which somebody keeps it who has an account."""
    names = ("exercise", "day", "key", "source", "seconds", "ago")
    return {name: page.hidden(name)[0] for name in names}


def keep(client: Client, address: str, **changes: str) -> HttpResponse:
    sent = NEWCOMER | fields(Page(client.get(address))) | changes
    return client.post(SIGN_UP, sent, follow=True)


def recorded() -> list[tuple[str, str, date, str, int | None]]:
    return [
        (row.user.email, row.exercise.slug, row.day, row.source, row.seconds)
        for row in Session.objects.select_related("user", "exercise")
    ]


KEPT = [("margit@example.org", PRESSES, TODAY, "guided", 90)]


def test_a_visitor_sees_the_catalogue_s_dose_and_no_button_that_ticks(client: Client) -> None:
    page = Page(client.get(SESSION))

    cues = [attributes for _, attributes in page.elements if "data-cue" in attributes]
    assert len(cues) == len(Exercise.objects.get(slug=PRESSES).timeline())
    assert page.find("guided-session", data_person="", data_slug=PRESSES)
    assert page.find("form", method="get", action=KEEP)
    assert not page.find("form", method="post")
    assert page.words.endswith("Well done. That was all 10 presses. I’ve done it")
    assert "tick" not in page.words.lower()


def test_the_dose_is_not_that_of_whoever_else_has_changed_theirs(
    client: Client, person: User
) -> None:
    person.targets.filter(exercise__slug=PRESSES).update(repetitions=3)

    assert "Press 10 of 10" in Page(client.get(SESSION)).words


def test_the_pages_ask_the_database_little(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    address = done(client)
    with django_assert_max_num_queries(2):
        client.get(SESSION)
    with django_assert_max_num_queries(3):
        client.get(address)


def test_the_question_has_two_fields_and_says_what_becomes_of_the_session(client: Client) -> None:
    page = Page(client.get(done(client)))

    assert page.words.startswith("Keep this toe? · Footcare")
    assert QUESTION in page.words
    assert "With an account it is your first session. Without one, nothing is kept." in page.words
    assert page.find("svg", aria_label="One of ten toes is filled")
    assert [toe["data-hue"] for toe in page.find("g", data_fill="4")] == ["wine"]
    asked = {field["name"] for field in page.find("input") if field["type"] != "hidden"}
    assert asked == {"email", "password1"}
    assert page.find("a", href=f"/exercises/{PRESSES}/")
    assert page.find("select", name="time_zone", data_quiet="")


def test_asking_and_leaving_it_writes_nothing(client: Client) -> None:
    client.get(done(client))
    client.get(f"/exercises/{PRESSES}/")

    assert not Session.objects.exists()
    assert not User.objects.exists()
    assert not BrowserSession.objects.exists()
    assert "sessionid" not in client.cookies


def test_signing_up_with_it_records_it_as_the_first(client: Client) -> None:
    answer = keep(client, done(client))

    assert answer.request["PATH_INFO"] == WELCOME
    assert "Kept: Toe presses." in Page(answer).words
    assert recorded() == KEPT
    session = Session.objects.get()
    assert session.moment == ENDED
    assert session.user.preferences.first_day == TODAY
    assert "1 of 10" in Page(client.get("/today/")).words


def test_without_script_it_is_a_tick(client: Client) -> None:
    keep(client, done(client, source="", seconds="", ago=""))

    assert recorded() == [("margit@example.org", PRESSES, TODAY, "tick", None)]


def test_a_reload_moves_no_moment(client: Client, clock: time_machine.Traveller) -> None:
    address = done(client)
    clock.shift(timedelta(minutes=50))

    keep(client, address)

    assert Session.objects.get().moment == ENDED


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Pacific/Pago_Pago", date(2026, 11, 18)), ("Pacific/Kiritimati", date(2026, 11, 19))],
)
def test_the_day_is_that_of_the_person_s_zone(client: Client, zone: str, day: date) -> None:
    keep(client, done(client), time_zone=zone)

    session = Session.objects.get()
    assert (session.day, session.user.preferences.first_day) == (day, day)


def test_over_the_end_of_a_day_it_stays_on_the_day_on_which_it_was_done(
    client: Client, clock: time_machine.Traveller
) -> None:
    clock.move_to(datetime.fromisoformat("2026-11-20T02:50+01:00"))
    address = done(client)
    clock.shift(timedelta(minutes=20))

    keep(client, address)

    assert recorded() == KEPT
    assert User.objects.get().preferences.first_day == TODAY


def test_a_refused_sign_up_keeps_the_session(client: Client) -> None:
    address = done(client)

    refused = Page(keep(client, address, password1="sparow"))

    assert QUESTION in refused.words
    assert "Password: This has 6 characters. Add at least 4 more." in refused.words
    assert not User.objects.exists()
    sent = NEWCOMER | fields(refused)
    assert client.post(SIGN_UP, sent).headers["Location"] == WELCOME
    assert recorded() == KEPT


def test_an_address_that_has_an_account_loses_nothing(client: Client) -> None:
    sam = make_user(first_day=MONDAY)
    refused = Page(keep(client, done(client), email=sam.email))
    assert "There is an account with this address already." in refused.words
    (way,) = [a["href"] for a in refused.find("a") if a["href"].startswith(f"{SIGN_IN}?next=")]

    answer = client.post(way, {"login": sam.email, "password": PASSWORD}, follow=True)
    page = Page(answer)

    assert QUESTION in page.words
    assert "Keep it, and it counts for Thursday 19 November." in page.words
    assert not Session.objects.exists()
    client.post(reverse("logbook:record"), as_mine(page))
    assert recorded() == [(sam.email, PRESSES, TODAY, "guided", 90)]
    assert Session.objects.get().moment == ENDED


def test_whoever_signs_in_by_another_way_gets_nothing_of_it(client: Client) -> None:
    sam = make_user(first_day=MONDAY)
    address = done(client)
    client.get(address)

    client.post(SIGN_IN, {"login": sam.email, "password": PASSWORD}, follow=True)

    assert not Session.objects.exists()


def test_sent_twice_it_is_recorded_once(client: Client) -> None:
    address = done(client)
    keep(client, address)
    client.post(reverse("logbook:record"), as_mine(Page(client.get(address))))

    assert recorded() == KEPT


def test_an_account_is_made_also_where_the_key_is_somebody_else_s(client: Client) -> None:
    exercise = Exercise.objects.get(slug=PRESSES)
    theirs = make_session(user=make_user(), exercise=exercise, key=uuid4())

    keep(client, done(client, key=str(theirs.key)))

    assert User.objects.filter(email=NEWCOMER["email"]).exists()
    assert list(Session.objects.all()) == [theirs]


@pytest.mark.parametrize("minutes", [59, 61])
def test_it_waits_for_an_hour(client: Client, clock: time_machine.Traveller, minutes: int) -> None:
    address = done(client)
    clock.shift(timedelta(minutes=minutes))

    page = Page(client.get(address))

    assert (QUESTION in page.words) == (minutes < 60)
    assert ("Without an account a session waits for an hour" in page.words) == (minutes > 60)


def test_one_that_waited_too_long_is_not_kept_and_the_account_is_made(
    client: Client, clock: time_machine.Traveller
) -> None:
    sent = fields(Page(client.get(done(client))))
    clock.shift(timedelta(minutes=61))

    page = Page(client.post(SIGN_UP, NEWCOMER | sent, follow=True))

    assert "That session was more than an hour ago, so it wasn’t kept." in page.words
    assert User.objects.exists()
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"key": "not-a-key"},
        {"source": "import"},
        {"seconds": "-1"},
        {"ended": "soon"},
        {"ended": "9" * 40, "key": ""},
    ],
)
def test_what_is_no_session_leads_to_one(client: Client, changes: dict[str, str]) -> None:
    sent = {"key": str(uuid4()), "source": "guided", "seconds": "90"} | changes

    assert client.get(KEEP, sent).headers["Location"] == SESSION
    answer = client.post(SIGN_UP, NEWCOMER | sent | {"exercise": PRESSES})
    assert answer.headers["Location"] == WELCOME
    assert not Session.objects.exists()


@pytest.mark.parametrize("ago", ["-5", "soon", "9" * 400, "²", ""])
def test_what_the_device_says_of_the_time_is_read_with_care(client: Client, ago: str) -> None:
    answer = client.get(done(client, ago=ago))

    assert answer.status_code == 200
    assert not Session.objects.exists()


def test_an_exercise_outside_the_programme_has_no_toe_to_keep(client: Client) -> None:
    Exercise.objects.filter(slug=PRESSES).update(optional=True)

    page = Page(client.get(done(client)))

    assert "Toe presses, done Keep this session?" in page.words
    assert not page.find("svg", role="img")


def test_an_exercise_s_page_leads_to_it_and_back_from_the_sign_up(client: Client) -> None:
    here = f"/exercises/{PRESSES}/"
    page = Page(client.get(here))
    assert page.find("a", href=SESSION)
    (way,) = [a["href"] for a in page.find("a") if a["href"].startswith(SIGN_UP)]
    assert way == f"{SIGN_UP}?next={quote(here, safe='')}"

    (back,) = Page(client.get(way)).hidden("next")
    answer = client.post(SIGN_UP, NEWCOMER | {"next": back})

    assert answer.headers["Location"] == here
