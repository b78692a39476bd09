"""What was typed before the session ended: shown again after signing in, and saved when sent."""

from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session, Target
from logbook.recording import programme
from logbook.recording.programme import TargetFigures
from tests.logbook.views.paper import ADDRESS as WEEK
from tests.logbook.views.paper import CIRCLES, PRESSES, boxes, done, save
from tests.make import SLUGS, prefer
from tests.page import Page
from tests.signed_out import SENTENCE, send_signed_out

PROGRAMME, ROUNDS, FIRST_DAY = (
    f"/settings/{page}/" for page in ("programme", "rounds", "first-day")
)
THURSDAY = date(2026, 11, 19)
OFTEN, BOUTS = "toe-walking-per_day", "toe-walking-bouts"


def filled_in_signed_out(
    client: Client, user: User, address: str, changes: dict[str, Any], tab: Page | None = None
) -> Page:
    """The page after its form was filled in, sent signed out, and come back to."""
    sent = (tab or Page(client.get(address))).sent(changes)
    return Page(client.get(send_signed_out(client, user, address, sent)))


def rows() -> list[tuple[str, int, int | None]]:
    changed = Target.objects.filter(from_day=THURSDAY).order_by("exercise__place")
    return list(changed.values_list("exercise__slug", "per_day", "bouts"))


def test_a_programme_comes_back_as_it_was_filled_in(signed_in: Client, person: User) -> None:
    page = filled_in_signed_out(signed_in, person, PROGRAMME, {OFTEN: "3", BOUTS: "4"})

    assert SENTENCE in page.words
    assert (page.filled_in[OFTEN], page.filled_in[BOUTS]) == ("3", "4")
    assert rows() == []

    answer = Page(signed_in.post(PROGRAMME, page.sent(), follow=True))

    assert rows() == [("toe-walking", 3, 4)]
    assert "Toe walking, Bouts: 4, before: 5" in answer.words
    assert SENTENCE not in answer.words
    assert "replaces" not in answer.words


def test_of_a_programme_that_was_changed_meanwhile_only_what_was_filled_in_is_replaced(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    tab = Page(signed_in.get(PROGRAMME))
    walking = Exercise.objects.get(slug="toe-walking")
    programme.set_target(person, walking, TargetFigures(per_day=5), today=THURSDAY)
    programme.set_target(person, circles, TargetFigures(per_day=1), today=THURSDAY)

    page = filled_in_signed_out(signed_in, person, PROGRAMME, {OFTEN: "3"}, tab)
    shown = page.filled_in
    answer = Page(signed_in.post(PROGRAMME, page.sent(), follow=True))

    assert (shown["ankle-circles-per_day"], shown[OFTEN]) == ("1", "3")
    assert rows() == [("ankle-circles", 1, None), ("toe-walking", 3, None)]
    told = "This replaces a newer change of: Toe walking, Sessions a day."
    assert told in answer.words


def test_an_undo_of_the_programme_comes_back_too(signed_in: Client, person: User) -> None:
    page = Page(signed_in.get(PROGRAMME))
    signed_in.post(PROGRAMME, page.sent({OFTEN: "3"}))

    page = Page(signed_in.get(send_signed_out(signed_in, person, PROGRAMME, {OFTEN: "2"})))

    assert SENTENCE in page.words
    assert "Saved" not in page.words
    signed_in.post(PROGRAMME, page.sent())
    assert rows() == [("toe-walking", 2, None)]


def test_figures_that_do_not_fit_come_back_with_their_sentence(
    signed_in: Client, person: User
) -> None:
    page = filled_in_signed_out(signed_in, person, PROGRAMME, {OFTEN: "99", BOUTS: "4"})

    assert "Toe walking, Sessions a day: Choose a figure from the list." in page.words
    assert SENTENCE in page.words
    assert page.filled_in[BOUTS] == "4"


def test_all_of_a_programme_fits_into_the_address(signed_in: Client, person: User) -> None:
    tab = Page(signed_in.get(PROGRAMME))
    all_of_it = dict.fromkeys(tab.filled_in, "10")

    page = filled_in_signed_out(signed_in, person, PROGRAMME, all_of_it, tab)

    assert {
        name for name in all_of_it if page.find("select", name=name, aria_invalid="true")
    } | set(page.filled_in) == set(all_of_it)
    assert {page.filled_in[f"{slug}-per_day"] for slug in SLUGS} == {"10"}


def test_rounds_come_back_as_they_were_filled_in(signed_in: Client, person: User) -> None:
    changes = {
        "shows_rounds": "on",
        "midday": None,
        "morning_cue": "after breakfast & <tea>, 100 %",
        "evening_around": "20:30",
    }

    page = filled_in_signed_out(signed_in, person, ROUNDS, changes)

    shown = page.filled_in
    assert SENTENCE in page.words
    assert shown["morning_cue"] == changes["morning_cue"]
    assert (shown["shows_rounds"], shown["evening_around"]) == (["on"], "20:30")
    assert "midday" not in shown
    person.refresh_from_db()
    assert (person.preferences.midday, person.preferences.morning_cue) == (True, "")

    signed_in.post(ROUNDS, page.sent())

    person.refresh_from_db()
    assert (
        person.preferences.shows_rounds,
        person.preferences.midday,
        person.preferences.evening,
    ) == (True, False, True)
    assert (person.preferences.morning_cue, person.preferences.evening_around) == (
        changes["morning_cue"],
        time(20, 30),
    )


def test_a_round_changed_meanwhile_keeps_that_or_is_said_to_be_replaced(
    signed_in: Client, person: User
) -> None:
    tab = Page(signed_in.get(ROUNDS))
    prefer(person, evening=False, morning_cue="sink")

    page = filled_in_signed_out(signed_in, person, ROUNDS, {"morning_cue": "sofa"}, tab)
    answer = Page(signed_in.post(ROUNDS, page.sent(), follow=True))

    person.refresh_from_db()
    assert (person.preferences.morning_cue, person.preferences.evening) == ("sofa", False)
    assert "This replaces a newer change of: Morning round, after what." in answer.words


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("morning_cue", "x" * 61, "That has 61 characters. Keep it within 60 of them."),
        ("morning_around", "25:00", "Write a time like 08:00."),
        ("morning_around", "", "Write a time like 08:00."),
    ],
)
def test_a_mistake_in_a_round_comes_back_with_its_sentence(
    signed_in: Client, person: User, field: str, typed: str, sentence: str
) -> None:
    page = filled_in_signed_out(signed_in, person, ROUNDS, {field: typed, "evening_cue": "sofa"})

    assert sentence in page.words
    assert (page.filled_in[field], page.filled_in["evening_cue"]) == (typed, "sofa")


def test_what_is_too_long_for_an_address_stays_out_and_the_rest_comes_back(
    signed_in: Client, person: User
) -> None:
    tab = Page(signed_in.get(ROUNDS))
    changes = {"morning_cue": "足" * 10_000, "midday_cue": "足" * 60, "evening_around": "20:30"}

    page = filled_in_signed_out(signed_in, person, ROUNDS, changes, tab)

    assert page.filled_in["morning_cue"] == ""
    assert page.filled_in["midday_cue"] == "足" * 60
    assert page.filled_in["evening_around"] == "20:30"


def test_a_first_day_comes_back_as_it_was_chosen(signed_in: Client, person: User) -> None:
    page = filled_in_signed_out(signed_in, person, FIRST_DAY, {"first_day": "2026-11-02"})

    assert SENTENCE in page.words
    assert "Saved" not in page.words
    assert page.filled_in["first_day"] == "2026-11-02"
    person.refresh_from_db()
    assert person.preferences.first_day == date(2026, 11, 16)

    signed_in.post(FIRST_DAY, page.sent())

    person.refresh_from_db()
    assert person.preferences.first_day == date(2026, 11, 2)


def test_a_first_day_that_is_none_comes_back_with_its_sentence(
    signed_in: Client, person: User
) -> None:
    page = filled_in_signed_out(signed_in, person, FIRST_DAY, {"first_day": "May"})

    assert page.filled_in["first_day"] == "May"
    assert "First day: That is not a date." in page.words


def test_a_week_from_paper_comes_back_with_its_numbers(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    tab = Page(signed_in.get(WEEK))
    typed = dict.fromkeys(boxes(tab), "20")

    page = filled_in_signed_out(signed_in, person, WEEK, typed, tab)

    assert SENTENCE in page.words
    assert boxes(page) == typed
    assert not Session.objects.exists()


def test_a_week_that_was_looked_at_comes_back_to_be_looked_at_again(
    signed_in: Client, person: User
) -> None:
    preview = Page(signed_in.post(WEEK, {CIRCLES: "1", PRESSES: ""}))
    sent = {field["name"]: field["value"] for field in preview.find("input", type="hidden")}

    back = send_signed_out(signed_in, person, WEEK, sent | {"save": "changes"})
    page = Page(signed_in.get(back))

    assert back == f"{WEEK}?{CIRCLES}=1"
    assert boxes(page)[CIRCLES] == "1"
    assert done(person) == []
    save(signed_in, Page(signed_in.post(WEEK, page.sent())))
    assert [slug for _day, slug in done(person)] == ["ankle-circles"]


def test_no_number_of_a_week_comes_back_as_it_was_typed(signed_in: Client, person: User) -> None:
    page = filled_in_signed_out(signed_in, person, WEEK, {CIRCLES: "½", PRESSES: "2"})

    assert "Tuesday, Ankle circles: Write a whole number from 0 to 20" in page.words
    assert (boxes(page)[CIRCLES], boxes(page)[PRESSES]) == ("½", "2")


@pytest.mark.parametrize("address", [PROGRAMME, ROUNDS])
def test_a_form_sent_as_it_was_drawn_leads_to_the_page_as_it_is(
    signed_in: Client, person: User, address: str
) -> None:
    sent = {
        name: value
        for name, value in Page(signed_in.get(address)).sent().items()
        if name.removeprefix("initial-").endswith(("-per_day", "_cue"))
    }

    assert send_signed_out(signed_in, person, address, sent) == address


@pytest.mark.parametrize("address", [PROGRAMME, ROUNDS, FIRST_DAY, WEEK])
def test_an_address_with_nothing_of_the_form_says_nothing(signed_in: Client, address: str) -> None:
    response = signed_in.get(f"{address}?x=1&page=2")

    assert response.status_code == 200
    assert SENTENCE not in Page(response).words
