"""My rounds: what the page shows and stores, and how a mistake reads."""

from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.recording import programme
from logbook.recording.programme import TargetFigures
from tests.make import make_session, make_user, prefer, the_four
from tests.page import Page

ROUNDS = "/settings/rounds/"
THURSDAY = date(2026, 11, 19)


def post(client: Client, changes: dict[str, Any], page: Page | None = None) -> Page:
    """The page after these fields were filled in and it was sent."""
    page = page or Page(client.get(ROUNDS))
    return Page(client.post(ROUNDS, page.sent(changes), follow=True))


def test_it_shows_each_round_with_what_falls_in_it(signed_in: Client, circles: Exercise) -> None:
    page = Page(signed_in.get(ROUNDS))

    assert page.filled_in == {
        "morning": ["on"],
        "morning_cue": "",
        "morning_around": "08:00",
        "midday": ["on"],
        "midday_cue": "",
        "midday_around": "13:00",
        "evening": ["on"],
        "evening_cue": "",
        "evening_around": "19:00",
    }
    assert "Morning round All four exercises, about 15 minutes" in page.words
    assert "Midday round Ankle circles, toe presses, about 5 minutes" in page.words


def test_each_round_has_an_example_of_after_what_and_where(signed_in: Client) -> None:
    page = Page(signed_in.get(ROUNDS))

    assert page.words.count("After what, and where? For example: ") == 3
    assert page.find("input", name="morning_cue", aria_describedby="id_morning_cue_helptext")
    assert page.find("p", id="id_morning_cue_helptext")


def test_what_falls_in_a_round_is_told_whatever_is_done_of_it(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    before = Page(signed_in.get(ROUNDS)).words

    make_session(user=person, exercise=circles, day=THURSDAY)

    assert Page(signed_in.get(ROUNDS)).words == before


def test_with_other_targets_and_rounds_other_exercises_fall_in_them(
    signed_in: Client, person: User
) -> None:
    counts = {"resisted-plantar-flexion": 0, "ankle-circles": 3, "toe-presses": 1, "toe-walking": 0}
    for exercise in the_four():
        per_day = counts[exercise.slug]
        programme.set_target(person, exercise, TargetFigures(per_day=per_day), today=THURSDAY)
    prefer(person, midday=False)

    words = Page(signed_in.get(ROUNDS)).words

    assert "Morning round 2 × Ankle circles, toe presses, about" in words
    assert "Midday round After what" in words
    assert "Evening round Ankle circles, about 3 minutes" in words


def test_rounds_are_stored_and_said_to_be(signed_in: Client, person: User) -> None:
    page = post(
        signed_in,
        {
            "shows_rounds": "on",
            "midday": None,
            "morning_cue": "After <b>breakfast</b>, at the sink 🦶",
            "evening_around": "20:30",
        },
    )

    person.refresh_from_db()
    assert "Your rounds are saved." in page.words
    assert person.preferences.shows_rounds
    assert (person.preferences.morning, person.preferences.midday, person.preferences.evening) == (
        True,
        False,
        True,
    )
    assert person.preferences.morning_cue == "After <b>breakfast</b>, at the sink 🦶"
    assert person.preferences.evening_around == time(20, 30)
    (cue,) = page.find("input", type="text", name="morning_cue")
    assert (cue["value"], cue["dir"]) == (person.preferences.morning_cue, "auto")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("morning_cue", "x" * 61, "That has 61 characters. Keep it within 60 of them."),
        ("morning_cue", "x" * 10_000, "That has 10000 characters. Keep it within 60 of them."),
        ("morning_cue", "sink\x00", "There is a character in this that can’t be read."),
        ("morning_around", "", "Write a time like 08:00."),
        ("morning_around", "25:00", "Write a time like 08:00."),
        ("morning_around", "noon", "Write a time like 08:00."),
        ("morning_around", "-1", "Write a time like 08:00."),
    ],
)
def test_a_mistake_comes_back_with_a_sentence_and_stores_nothing(
    signed_in: Client, person: User, field: str, typed: str, sentence: str
) -> None:
    page = Page(signed_in.get(ROUNDS))

    response = signed_in.post(ROUNDS, page.sent({field: typed, "evening_cue": "sofa"}))

    page = Page(response)
    person.refresh_from_db()
    assert response.status_code == 400
    assert "One thing to put right Morning round, " in page.words
    assert sentence in page.words
    assert page.filled_in["evening_cue"] == "sofa"
    assert person.preferences.evening_cue == ""


def test_a_cue_of_sixty_characters_is_short_enough(signed_in: Client, person: User) -> None:
    post(signed_in, {"morning_cue": "x" * 60})

    person.refresh_from_db()
    assert person.preferences.morning_cue == "x" * 60


@pytest.mark.parametrize(
    ("times", "wrong"),
    [
        (("08:00", "08:01", "08:02"), None),
        (("08:00", "08:00", "19:00"), "midday"),
        (("13:00", "12:59", "19:00"), "midday"),
        (("08:00", "13:00", "12:00"), "evening"),
        (("10:00", "16:00", "01:30"), None),  # before their day ends at three
        (("10:00", "16:00", "03:00"), "evening"),
    ],
)
def test_rounds_follow_each_other_in_the_persons_day(
    signed_in: Client, times: tuple[str, str, str], wrong: str | None
) -> None:
    parts = ("morning", "midday", "evening")

    page = post(
        signed_in, {f"{part}_around": each for part, each in zip(parts, times, strict=True)}
    )

    told = "Choose a time that is later in your day than that of the round before."
    assert (told in page.words) == bool(wrong)
    if wrong:
        assert f"{wrong.capitalize()} round, time: {told}" in page.words
        assert page.find("input", name=f"{wrong}_around", aria_invalid="true")


def test_the_time_of_a_round_that_is_off_does_not_matter(signed_in: Client, person: User) -> None:
    post(signed_in, {"midday": None, "morning_around": "14:00"})

    person.refresh_from_db()
    assert (person.preferences.midday, person.preferences.morning_around) == (False, time(14))


@pytest.mark.parametrize(("shown", "refused"), [("on", True), (None, False)])
def test_who_sees_rounds_has_one_at_least(
    signed_in: Client, person: User, shown: str | None, refused: bool
) -> None:
    none = {"morning": None, "midday": None, "evening": None}

    page = post(signed_in, none | {"shows_rounds": shown})

    told = "Choose at least one round, or don’t show your day in rounds."
    person.refresh_from_db()
    assert (f"put right {told}" in page.words, person.preferences.morning) == (refused, refused)
    assert not page.find("input", aria_invalid="true")


def test_two_tabs_that_change_different_rounds_both_keep_theirs(
    signed_in: Client, person: User
) -> None:
    tab = Page(signed_in.get(ROUNDS))
    post(signed_in, {"morning_cue": "sink", "midday": None}, tab)

    page = post(signed_in, {"evening_cue": "sofa"}, tab)

    person.refresh_from_db()
    assert (
        person.preferences.morning_cue,
        person.preferences.midday,
        person.preferences.evening_cue,
    ) == ("sink", False, "sofa")
    assert "replaces" not in page.words


def test_the_later_of_two_tabs_says_what_it_replaces(signed_in: Client, person: User) -> None:
    tab = Page(signed_in.get(ROUNDS))
    post(signed_in, {"morning_cue": "sink"}, tab)

    page = post(signed_in, {"morning_cue": "sofa"}, tab)

    person.refresh_from_db()
    assert person.preferences.morning_cue == "sofa"
    assert "This replaces a newer change of: Morning round, after what." in page.words


def test_undo_puts_the_rounds_back_and_can_itself_be_undone(
    signed_in: Client, person: User
) -> None:
    prefer(person, midday=False, morning_cue="“Sink” & tea")
    changes = {"midday": "on", "morning": None, "morning_cue": "", "evening_around": "20:30"}
    page = post(signed_in, changes)
    assert "Your rounds are saved. Undo" in page.words

    page = Page(signed_in.post(*page.flash, follow=True))

    person.refresh_from_db()
    assert "Your rounds are as they were before. Do it again" in page.words
    assert "replaces" not in page.words
    assert (person.preferences.morning, person.preferences.midday, person.preferences.evening) == (
        True,
        False,
        True,
    )
    assert (person.preferences.morning_cue, person.preferences.evening_around) == (
        "“Sink” & tea",
        time(19),
    )

    page = Page(signed_in.post(*page.flash, follow=True))

    person.refresh_from_db()
    assert "Your rounds are saved. Undo" in page.words
    assert (
        person.preferences.morning,
        person.preferences.midday,
        person.preferences.morning_cue,
    ) == (False, True, "")


def test_an_undo_that_no_longer_fits_comes_back_with_its_sentence(
    signed_in: Client, person: User
) -> None:
    page = post(signed_in, {"evening_around": "23:30", "midday_around": "20:00"})
    undo = page.flash
    prefer(person, morning_around=time(14))

    response = signed_in.post(*undo)

    person.refresh_from_db()
    assert response.status_code == 400
    assert "Midday round, time: Choose a time that is later" in Page(response).words
    assert person.preferences.midday_around == time(20)


def test_my_rounds_are_not_yours(signed_in: Client) -> None:
    other = make_user(email="alex@example.org")

    post(signed_in, {"morning_cue": "sink"})

    other.refresh_from_db()
    assert other.preferences.morning_cue == ""
