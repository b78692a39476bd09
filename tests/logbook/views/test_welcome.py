"""A newcomer's way in: three short pages, each of which can be skipped, ending on Today."""

from datetime import time

import pytest
from django.test import Client

from accounts.models import User
from exercises.alarms import EMERGENCY_CARDS
from exercises.safety import ASK_FIRST
from tests.make import prefer
from tests.page import Page

HURTS, ASK_FIRST_PAGE, ROUNDS = "/welcome/hurts/", "/welcome/ask-first/", "/welcome/rounds/"


@pytest.mark.parametrize(
    ("path", "step", "following"),
    [
        (HURTS, "Step 1 of 3", ASK_FIRST_PAGE),
        (ASK_FIRST_PAGE, "Step 2 of 3", ROUNDS),
        (ROUNDS, "Step 3 of 3", "/today/"),
    ],
)
def test_each_page_can_be_skipped_and_all_at_once(
    signed_in: Client, path: str, step: str, following: str
) -> None:
    page = Page(signed_in.get(path))

    assert step in page.words
    assert page.find("a", href=following, **{"class": "btn btn--plain"})
    assert page.find("a", href="/today/", **{"class": "header-link"})
    assert not page.find("nav", **{"class": "tabs"})


def test_what_hurts_is_stored_and_the_next_page_comes(signed_in: Client, person: User) -> None:
    page = Page(signed_in.get(HURTS))

    response = signed_in.post(HURTS, page.sent({"hurts": ["back", "foot"]}))

    person.refresh_from_db()
    assert response["Location"] == ASK_FIRST_PAGE
    assert person.preferences.hurts == ["back", "foot"]
    assert Page(signed_in.get(HURTS)).filled_in == {"hurts": ["back", "foot"]}


def test_nothing_hurts_is_an_answer(signed_in: Client, person: User) -> None:
    prefer(person, hurts=["knee"])
    page = Page(signed_in.get(HURTS))

    signed_in.post(HURTS, page.sent({"hurts": None}))

    person.refresh_from_db()
    assert person.preferences.hurts == []


def test_what_is_not_on_the_list_does_not_hurt(signed_in: Client, person: User) -> None:
    response = signed_in.post(HURTS, {"hurts": ["pride"]})

    page = Page(response)
    assert response.status_code == 400
    assert "What hurts: Choose from the four." in page.words
    assert page.find("div", id="id_hurts")
    person.refresh_from_db()
    assert person.preferences.hurts == []


def test_the_list_of_who_should_ask_first_is_the_leaflets_with_its_sources(
    signed_in: Client,
) -> None:
    page = Page(signed_in.get(ASK_FIRST_PAGE))

    for said in ASK_FIRST.statements:
        assert str(said.text) in page.words
    told = "Emergency: Call your local emergency number (112, 999, 911) if your back hurts and:"
    assert told in page.words
    sections = (ASK_FIRST, *EMERGENCY_CARDS)
    keys = {key for section in sections for said in section.all for key in said.sources}
    addresses = page.find("a", rel="external noreferrer")
    assert len(addresses) == len(keys - {"ours"})


def test_reading_stores_nothing_and_asks_nothing(signed_in: Client) -> None:
    page = Page(signed_in.get(ASK_FIRST_PAGE))

    assert page.find("form") == []
    assert signed_in.post(ASK_FIRST_PAGE).status_code == 405


def test_rounds_are_stored_and_today_comes(signed_in: Client, person: User) -> None:
    page = Page(signed_in.get(ROUNDS))

    response = signed_in.post(
        ROUNDS,
        page.sent({"midday": None, "morning_cue": "at the sink", "evening_around": "19:30"}),
    )

    person.refresh_from_db()
    assert response["Location"] == "/today/"
    assert (person.preferences.midday, person.preferences.morning_cue) == (False, "at the sink")
    assert person.preferences.evening_around == time(19, 30)


def test_a_newcomer_without_any_round_can_skip_this(signed_in: Client, person: User) -> None:
    prefer(person, shows_rounds=True)
    page = Page(signed_in.get(ROUNDS))
    none = {"morning": None, "midday": None, "evening": None}

    response = signed_in.post(ROUNDS, page.sent(none | {"evening_cue": "sofa"}))

    page = Page(response)
    assert response.status_code == 400
    assert "One thing to put right Choose at least one round, or skip this." in page.words
    assert page.filled_in["evening_cue"] == "sofa"
    person.refresh_from_db()
    assert (person.preferences.morning, person.preferences.evening_cue) == (True, "")
