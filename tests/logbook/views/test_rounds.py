"""A round in one tap, its one Undo, and a run through it."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from logbook.recording import presses
from logbook.recording.presses import NewPress, Wanted
from tests.make import SLUGS, THURSDAY_MORNING, make_programme, make_session, make_user, prefer
from tests.page import Page

TODAY = date(2026, 11, 19)
FLEXION, CIRCLES, PRESSES, WALKING = SLUGS


@pytest.fixture
def person(person: User) -> User:
    prefer(person, shows_rounds=True)
    return person


def rows_of(user: User) -> list[tuple[str, str, date]]:
    found = Session.objects.of(user).select_related("exercise").order_by("exercise__place")
    return [(session.exercise.slug, session.round, session.day) for session in found]


def press(client: Client, part: str, key: UUID, day: date = TODAY) -> Page:
    sent = {"round": part, "key": str(key), "day": day.isoformat()}
    response = client.post("/today/round/", sent, follow=True)
    assert response.status_code == 200
    return Page(response)


def test_today_offers_the_round_that_is_on_now(signed_in: Client) -> None:
    page = Page(signed_in.get("/today/"))

    assert "Now: 4 sessions Morning round" in page.words
    assert page.find("a", href="/today/session/?round=morning")
    assert page.hidden("round").count("morning") == 5  # all of it, and each of its four
    assert "Evening round 4 sessions, about" in page.words


def test_done_all_of_it_records_each_session_of_the_round_once(
    signed_in: Client, person: User
) -> None:
    key = uuid4()

    for _ in range(2):
        page = press(signed_in, "morning", key)

    assert rows_of(person) == [(slug, "morning", TODAY) for slug in SLUGS]
    assert "Morning round: 4 ticked." in page.words
    assert "Next, around 13:00: 2 sessions Midday round" in page.words


def test_only_what_is_left_of_the_round_is_recorded(signed_in: Client, person: User) -> None:
    make_session(
        user=person, exercise=Exercise.objects.get(slug=PRESSES), day=TODAY, round="morning"
    )

    page = press(signed_in, "morning", uuid4())

    assert [slug for slug, _, _ in rows_of(person)] == SLUGS
    assert "Morning round: 3 ticked." in page.words


def test_one_undo_takes_the_round_back_and_puts_it_back(signed_in: Client, person: User) -> None:
    key = uuid4()
    press(signed_in, "morning", key)

    page = Page(signed_in.post(f"/batches/{key}/undo/", {"page": "today"}, follow=True))

    assert rows_of(person) == []
    assert "Morning round taken back: 4." in page.words

    page = Page(signed_in.post(f"/batches/{key}/put-back/", {"page": "today"}, follow=True))
    assert rows_of(person) == [(slug, "morning", TODAY) for slug in SLUGS]
    assert "Morning round: 4 ticked." in page.words


def test_what_was_undone_alone_before_is_not_told_as_taken_back_with_the_round(
    signed_in: Client, person: User, clock: time_machine.Traveller
) -> None:
    key = uuid4()
    press(signed_in, "morning", key)
    one = Session.objects.of(person).first()
    assert one is not None
    signed_in.post(f"/sessions/{one.key}/undo/", {"page": "today"})
    clock.shift(timedelta(minutes=1))

    page = Page(signed_in.post(f"/batches/{key}/undo/", {"page": "today"}, follow=True))

    assert "Morning round taken back: 3." in page.words
    assert rows_of(person) == []


def test_a_late_copy_of_a_round_that_was_undone_revives_nothing(
    signed_in: Client, person: User
) -> None:
    key = uuid4()
    press(signed_in, "morning", key)
    signed_in.post(f"/batches/{key}/undo/", {"page": "today"})

    press(signed_in, "morning", key)

    assert rows_of(person) == []


def test_a_page_left_open_over_midnight_saves_the_round_for_its_day(
    signed_in: Client, person: User, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(days=1))

    page = press(signed_in, "evening", uuid4(), TODAY)

    assert {day for _, _, day in rows_of(person)} == {TODAY}
    assert "Saved for Thursday 19 November: Morning round" not in page.words
    assert "Saved for Thursday 19 November: Evening round, 4." in page.words


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"round": "noon"}, "This form has a slip in it. Please open the day again."),
        ({"day": "x"}, "That is not a date. Write it like 2026-11-19."),
        ({"key": "x"}, "This form has a slip in its key."),
        ({"day": "2026-11-20"}, "Friday 20 November 2026 is still to come."),
        ({"day": "2026-11-15"}, "Sunday 15 November 2026 is before your first day"),
    ],
)
def test_what_makes_no_round_is_refused_with_a_sentence(
    signed_in: Client, person: User, sent: dict[str, str], sentence: str
) -> None:
    make_programme(user=person, from_day=TODAY - timedelta(days=9))
    fields = {"round": "morning", "key": str(uuid4()), "day": "2026-11-19"} | sent

    response = signed_in.post("/today/round/", fields)

    assert response.status_code == 400
    assert sentence in Page(response).words
    assert rows_of(person) == []


def test_another_persons_press_is_out_of_reach(signed_in: Client, person: User) -> None:
    stranger = make_user(email="kim@example.org")
    key = uuid4()
    wanted = [Wanted(Exercise.objects.get(slug=CIRCLES), TODAY, 1)]
    presses.record(stranger, NewPress(key=key, wanted=wanted), now=THURSDAY_MORNING)

    responses = [signed_in.post(f"/batches/{key}/{act}/") for act in ("undo", "put-back")]

    assert [response.status_code for response in responses] == [404, 404]
    assert Session.objects.of(stranger).count() == 1
    assert rows_of(person) == []


def test_a_key_that_another_person_pressed_with_is_not_found(
    signed_in: Client, person: User, client_of: Callable[[User], Client]
) -> None:
    stranger = make_user(email="kim@example.org")
    make_programme(user=stranger)
    sent = {"round": "morning", "key": str(uuid4()), "day": TODAY.isoformat()}
    signed_in.post("/today/round/", sent)

    response = client_of(stranger).post("/today/round/", sent)

    assert response.status_code == 404
    assert not Session.objects.of(stranger).exists()


def test_a_day_out_of_reach_is_not_found(signed_in: Client) -> None:
    sent = {"round": "morning", "key": str(uuid4()), "day": "0001-01-01"}

    assert signed_in.post("/today/round/", sent).status_code == 404


def test_a_run_through_a_round_says_where_it_is_and_ends_with_its_name(
    signed_in: Client, person: User
) -> None:
    address = "/today/session/?round=midday"
    done, places = [], []

    for _ in range(2):
        page = Page(signed_in.get(address))
        [slug] = page.hidden("exercise")
        done.append(slug)
        places.append("Midday round, 1 of 2" if "Midday round, 1 of 2" in page.words else "")
        ends = [attrs["data-say"] for _, attrs in page.elements if attrs.get("data-cue") == "done"]
        sent = {name: page.hidden(name)[0] for name in ("exercise", "day", "key", "page", "round")}
        address = signed_in.post("/sessions/", sent)["Location"]
        assert "&round=midday" in address
    assert "Midday round, 2 of 2" in page.words
    assert ends[0].endswith(" Midday round done.")  # for the ear
    end = Page(signed_in.get(address))

    assert places == ["Midday round, 1 of 2", ""]
    assert done == [CIRCLES, PRESSES]
    assert end.words.startswith("Midday round done · Footcare")
    assert "2 of 10 sessions. Nice and steady. Next: Evening round, around 19:00." in end.words
    assert end.find("a", href=f"/today/?just={sent['key']}")
    assert rows_of(person) == [(CIRCLES, "midday", TODAY), (PRESSES, "midday", TODAY)]


def test_a_round_s_end_is_told_only_after_its_last_session(
    signed_in: Client, person: User, client_of: Callable[[User], Client]
) -> None:
    page = Page(signed_in.get("/today/session/?round=midday"))
    sent = {name: page.hidden(name)[0] for name in ("exercise", "day", "key", "page", "round")}
    signed_in.post("/sessions/", sent)
    key = sent["key"]

    middle = Page(signed_in.get(f"/today/session/?just={key}&round=midday"))
    assert "Midday round, 2 of 2" in middle.words
    last = {name: middle.hidden(name)[0] for name in ("exercise", "day", "key", "page", "round")}
    signed_in.post("/sessions/", last)
    signed_in.post(f"/sessions/{last['key']}/undo/", {"page": "today"})
    assert (
        "Midday round, 2 of 2"
        in Page(signed_in.get(f"/today/session/?just={last['key']}&round=midday")).words
    )
    signed_in.post(f"/sessions/{last['key']}/put-back/", {"page": "today"})

    for elsewhere in (
        "/today/session/?round=midday",
        f"/today/session/?just={uuid4()}&round=midday",
    ):
        assert signed_in.get(elsewhere)["Location"].startswith("/today/")
    stranger = make_user(email="stranger@example.org")
    theirs = client_of(stranger).get(f"/today/session/?just={last['key']}&round=midday")
    assert theirs["Location"].startswith("/today/")


def test_a_round_of_another_name_is_the_run_through_all(signed_in: Client) -> None:
    page = Page(signed_in.get("/today/session/?round=noon"))

    assert page.hidden("round") == [""]
    assert page.hidden("exercise") == [CIRCLES]


def test_someone_signed_out_is_offered_the_round_again_after_signing_in(
    client: Client, signed_in: Client, person: User
) -> None:
    fields = {"round": "morning", "key": str(uuid4()), "day": "2026-11-19"}
    response = client.post("/today/round/", fields)
    assert "/accounts/login/?next=/today/round/" in response["Location"]

    page = Page(signed_in.get("/today/round/", fields))

    assert "Your ticks are waiting A whole round, Thursday 19 November." in page.words
    assert rows_of(person) == []
    signed_in.post("/today/round/", {name: page.hidden(name)[0] for name in fields})
    assert len(rows_of(person)) == 4


@pytest.mark.parametrize("days", [3, 3 * 365])
def test_today_asks_the_database_six_times_however_long_the_history(
    signed_in: Client,
    person: User,
    days: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    prefer(person, first_day=TODAY - timedelta(days=days))
    circles = Exercise.objects.get(slug=CIRCLES)
    Session.objects.bulk_create(
        Session(
            user=person, key=uuid4(), exercise=circles, day=day, recorded_at="2026-11-19T08:00Z"
        )
        for day in (TODAY - timedelta(days=number) for number in range(days))
    )
    key = uuid4()
    press(signed_in, "morning", key)

    for address in ("/today/", f"/today/?just={key}"):
        with django_assert_num_queries(6):
            signed_in.get(address)
