"""The programme's page: what it shows, what it stores, and what it offers to take back."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import translation

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Target
from tests.make import MONDAY, SLUGS, make_target, make_user
from tests.page import Page

PROGRAMME = "/settings/programme/"
THURSDAY = date(2026, 11, 19)
FLEXION, CIRCLES, PRESSES, WALKING = SLUGS


def rows() -> list[tuple[Any, ...]]:
    """Today's targets: exercise, sessions a day, own repetitions, hold, bouts, rest, place."""
    return list(
        Target.objects.filter(from_day=THURSDAY)
        .order_by("exercise__place")
        .values_list(
            "exercise__slug",
            "per_day",
            "repetitions",
            "hold_seconds",
            "bouts",
            "rest_seconds",
            "place",
        )
    )


def test_it_shows_each_exercise_with_what_holds(signed_in: Client) -> None:
    page = Page(signed_in.get(PROGRAMME))

    shown = page.filled_in
    assert shown == {
        "resisted-plantar-flexion-per_day": "2",
        "resisted-plantar-flexion-repetitions": "",
        "resisted-plantar-flexion-hold_seconds": "",
        "resisted-plantar-flexion-place": "",
        "ankle-circles-per_day": "3",
        "ankle-circles-repetitions": "",
        "ankle-circles-place": "",
        "toe-presses-per_day": "3",
        "toe-presses-repetitions": "",
        "toe-presses-hold_seconds": "",
        "toe-presses-place": "",
        "toe-walking-per_day": "2",
        "toe-walking-hold_seconds": "",
        "toe-walking-bouts": "",
        "toe-walking-rest_seconds": "",
        "toe-walking-place": "",
    }
    assert "10 sessions a day, one for each toe" in page.words
    assert "2 a day since 16 November" in page.words
    assert "A change holds from today, Thursday 19 November." in page.words
    assert "Since 16 November 2 + 3 + 3 + 2, 10 a day" in page.words


def test_what_the_article_says_stands_beside_it(signed_in: Client) -> None:
    words = Page(signed_in.get(PROGRAMME)).words

    assert "Twice a day. 15 presses with each foot against an elastic band" in words
    assert "The article does not say how many times a day." in words
    assert words.count("As in the article") == words.count("Back to the article’s") == 3
    assert words.count("Our suggestion") == words.count("Back to the suggestion") == 1


def test_a_change_holds_from_today_and_the_past_keeps_its_targets(
    signed_in: Client, person: User
) -> None:
    page = Page(signed_in.get(PROGRAMME))

    response = signed_in.post(
        PROGRAMME, page.sent({f"{WALKING}-per_day": 3, f"{WALKING}-bouts": 4})
    )

    assert response.status_code == 302
    assert rows() == [(WALKING, 3, None, None, 4, None, None)]
    assert Target.objects.filter(from_day=MONDAY).count() == 4
    words = Page(signed_in.get(response["Location"])).words
    assert "Saved, from today on:" in words
    assert "Toe walking, Sessions a day: 3 a day, before: 2 a day" in words
    assert "Toe walking, Bouts: 4, before: 5" in words
    assert "3 a day since 19 November, 2 before" in words
    assert "Yours: 4 walks" in words
    assert "Since 19 November 2 + 3 + 3 + 3, 11 a day Toe walking: 4 walks" in words
    assert "16 November to 18 November 2 + 3 + 3 + 2, 10 a day" in words


def test_undo_brings_back_what_held_before(signed_in: Client) -> None:
    page = Page(signed_in.get(PROGRAMME))
    response = signed_in.post(
        PROGRAMME,
        page.sent({f"{WALKING}-per_day": 0, f"{FLEXION}-repetitions": 12}),
        follow=True,
    )
    page = Page(response)
    undo = {
        name: value
        for name in (f"{WALKING}-per_day", f"{FLEXION}-repetitions")
        for value in [page.find("input", type="hidden", name=name)[0]["value"]]
    }

    response = signed_in.post(PROGRAMME, undo, follow=True)

    assert rows() == [
        (FLEXION, 2, None, None, None, None, None),
        (WALKING, 2, None, None, None, None, None),
    ]
    words = Page(response).words
    assert "Toe walking, Sessions a day: 2 a day, before: None" in words
    assert "2 a day since 16 November" in words  # one stretch, as if nothing had been


def test_saving_the_same_twice_is_once(signed_in: Client) -> None:
    sent = Page(signed_in.get(PROGRAMME)).sent({f"{WALKING}-per_day": 3})
    signed_in.post(PROGRAMME, sent)

    response = signed_in.post(PROGRAMME, sent, follow=True)

    assert rows() == [(WALKING, 3, None, None, None, None, None)]
    assert "Nothing to change: your programme is like that already." in Page(response).words


def test_back_to_the_articles_takes_everything_own_away_and_keeps_what_else_was_chosen(
    signed_in: Client,
) -> None:
    page = Page(signed_in.get(PROGRAMME))
    own = {
        f"{WALKING}-per_day": 5,
        f"{WALKING}-bouts": 3,
        f"{WALKING}-rest_seconds": 30,
        f"{WALKING}-place": 1,
    }
    signed_in.post(PROGRAMME, page.sent(own))
    page = Page(signed_in.get(PROGRAMME))

    signed_in.post(PROGRAMME, page.sent({"reset": WALKING, f"{CIRCLES}-per_day": 1}))

    assert rows() == [
        (CIRCLES, 1, None, None, None, None, None),
        (WALKING, 2, None, None, None, None, None),
    ]


def test_the_toes_can_be_seen_first(signed_in: Client) -> None:
    page = Page(signed_in.get(PROGRAMME))
    new = {f"{FLEXION}-per_day": 1, f"{CIRCLES}-per_day": 2, f"{PRESSES}-per_day": 4}

    response = signed_in.post(PROGRAMME, page.sent(new | {"preview": 1, f"{WALKING}-per_day": 1}))

    page = Page(response)
    assert rows() == []
    assert "Not saved yet: this is how it would be." in page.words
    assert "8 sessions a day" in page.words
    toes = [g["data-hue"] for g in page.find("g") if "data-hue" in g]
    assert toes == ["blue"] + ["amber"] * 3 + ["wine"] * 5 + ["teal"]
    assert page.filled_in[f"{PRESSES}-per_day"] == "4"
    assert page.initials[f"initial-{PRESSES}-per_day"] == "3"


def test_nothing_at_all_is_allowed_and_says_what_that_means(signed_in: Client) -> None:
    page = Page(signed_in.get(PROGRAMME))
    none = {f"{slug}-per_day": 0 for slug in SLUGS}

    response = signed_in.post(PROGRAMME, page.sent(none), follow=True)

    words = Page(response).words
    assert "Nothing a day" in words
    assert "Today then says that nothing is planned" in words
    assert "Nothing planned today" in Page(signed_in.get("/today/")).words


def test_two_tabs_that_change_different_figures_both_keep_theirs(signed_in: Client) -> None:
    tab = Page(signed_in.get(PROGRAMME))
    signed_in.post(PROGRAMME, tab.sent({f"{WALKING}-per_day": 3}))

    response = signed_in.post(
        PROGRAMME, tab.sent({f"{WALKING}-bouts": 4, f"{CIRCLES}-per_day": 1}), follow=True
    )

    assert rows() == [
        (CIRCLES, 1, None, None, None, None, None),
        (WALKING, 3, None, None, 4, None, None),
    ]
    assert "replaces" not in Page(response).words


def test_the_later_of_two_tabs_says_what_it_replaces(signed_in: Client) -> None:
    tab = Page(signed_in.get(PROGRAMME))
    signed_in.post(PROGRAMME, tab.sent({f"{WALKING}-per_day": 3}))

    response = signed_in.post(PROGRAMME, tab.sent({f"{WALKING}-per_day": 4}), follow=True)

    assert rows() == [(WALKING, 4, None, None, None, None, None)]
    told = "This replaces a newer change of: Toe walking, Sessions a day."
    assert told in Page(response).words


@pytest.mark.parametrize(
    "was", ["toe-walking-per_day=99", "toe-walking-per_day=2", "x=1", "%00", "=&&"]
)
def test_an_address_that_was_tampered_with_says_nothing(signed_in: Client, was: str) -> None:
    response = signed_in.get(PROGRAMME, {"was": was})

    assert response.status_code == 200
    assert "Saved" not in Page(response).words


def test_a_fifth_exercise_needs_no_code(signed_in: Client) -> None:
    walking = Exercise.objects.get(slug=WALKING)
    walking.pk, walking.slug, walking.name, walking.place = None, "heel-walking", "Heel walking", 5
    walking.save()

    page = Page(signed_in.get(PROGRAMME))
    signed_in.post(PROGRAMME, page.sent({"heel-walking-bouts": 3}))

    assert "Not in your programme so far" in page.words
    assert rows() == [("heel-walking", 0, None, None, 3, None, None)]


def test_under_german_figures_stay_what_they_are(signed_in: Client) -> None:
    with translation.override("de"):
        page = Page(signed_in.get(PROGRAMME))
        signed_in.post(PROGRAMME, page.sent({f"{WALKING}-hold_seconds": 25}))

    assert rows() == [(WALKING, 2, None, 25, None, None, None)]


def test_what_was_changed_in_another_year_is_told_with_it(
    person: User, clock: time_machine.Traveller, client_of: Callable[[User], Client]
) -> None:
    clock.shift(timedelta(days=365))

    page = Page(client_of(person).get(PROGRAMME))

    assert "2 a day since 16 November 2026" in page.words


def test_my_programme_is_not_yours(signed_in: Client, person: User, circles: Exercise) -> None:
    other = make_user(email="alex@example.org")
    make_target(user=other, exercise=circles, per_day=7)

    page = Page(signed_in.get(PROGRAMME))
    signed_in.post(PROGRAMME, page.sent({f"{CIRCLES}-per_day": 1}))

    assert page.filled_in[f"{CIRCLES}-per_day"] == "3"
    assert list(other.targets.values_list("per_day", flat=True)) == [7]
