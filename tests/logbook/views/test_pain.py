"""The pain check-in: rows after it was saved, then the words."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from logbook.choices import Site
from logbook.models import DayNote, PainEntry
from tests.logbook.views.check_in import (
    BLANK,
    ON_TODAY,
    PAIN,
    TODAY,
    TUESDAY,
    checked,
    note_of,
    rows_of,
    save,
    sent,
)
from tests.make import MONDAY, make_pain, make_user, prefer
from tests.page import Page


def test_the_page_asks_in_the_same_words_and_starts_on_skip(
    signed_in: Client, person: User
) -> None:
    """Numbers given to other words can't be compared: don't change these."""
    make_pain(user=person, site=Site.BACK, values={TUESDAY: 5})

    page = Page(signed_in.get(PAIN))

    assert (
        "Average pain in the last 24 hours. 0 is no pain. 10 is the worst pain you can imagine."
        in page.words
    )
    assert checked(page) == {"back": "", "knee": "", "hip": "", "foot": ""}
    assert page.initials == {f"initial-{name}": value for name, value in BLANK.items()}


def test_arrow_keys_go_up_the_scale_from_skip(signed_in: Client) -> None:
    page = Page(signed_in.get(PAIN))

    values = [each["value"] for each in page.find("input", type="radio", name="back")]
    assert values == ["", *map(str, range(11))]


def test_numbers_sides_and_note_are_saved_and_told(signed_in: Client, person: User) -> None:
    page = save(signed_in, back="5", knee="0", knee_side="left", note="Long walk.\r\nNew band.")

    assert rows_of(person) == {"back": (5, ""), "knee": (0, "left")}
    assert note_of(person) == "Long walk.\nNew band."
    assert "Noted for today: back 5, knee 0 (left)." in page.words
    assert checked(page) == {"back": "5", "knee": "0", "hip": "", "foot": ""}


@pytest.mark.parametrize("day", [ON_TODAY, "/pain/2026-11-17/"])
@pytest.mark.parametrize("value", ["", "0", "10"])
def test_every_entry_is_answered_in_the_same_words(signed_in: Client, value: str, day: str) -> None:
    page = save(signed_in, day, back=value)

    assert (
        "Gentle movement is usually fine, and so is doing less. Is this pain new, sudden or "
        "different? Read when to get help." in page.words
    )


def test_saving_leads_back_to_the_page_it_came_from(signed_in: Client) -> None:
    today = signed_in.post(ON_TODAY, BLANK | {"back": "5"})
    tuesday = signed_in.post("/pain/2026-11-17/", BLANK | {"back": "5"})

    assert today.headers["Location"] == "/pain/?noted=1"
    assert tuesday.headers["Location"] == "/pain/2026-11-17/?noted=1"


def test_a_page_that_stayed_open_over_midnight_notes_the_day_it_shows(
    signed_in: Client, person: User, clock: Any
) -> None:
    page = Page(signed_in.get(PAIN))
    clock.shift(timedelta(days=1))

    (form,) = page.find("form", method="post", action=ON_TODAY)
    told = Page(signed_in.post(form["action"], sent(page, back="6"), follow=True))

    assert rows_of(person) == {"back": (6, "")}
    assert "Noted for Thursday 19 November: back 6." in told.words


def test_an_answer_can_be_corrected_and_skipped_again(signed_in: Client, person: User) -> None:
    save(signed_in, back="5")
    save(signed_in, back="3")
    assert rows_of(person) == {"back": (3, "")}

    page = save(signed_in, back="")

    assert rows_of(person) == {"back": (None, "")}
    assert "No number is noted for this day." in page.words


def test_last_times_number_stands_at_each_site_those_that_hurt_first(
    signed_in: Client, person: User
) -> None:
    prefer(person, hurts=["foot", "knee"])
    make_pain(user=person, site=Site.BACK, values={MONDAY: 7, TUESDAY: 5})
    make_pain(user=person, site=Site.KNEE, values={MONDAY: 3, TUESDAY: None})

    page = Page(signed_in.get(PAIN))

    sites = [each["data-site"] for each in page.find("fieldset", **{"class": "site"})]
    assert sites == ["knee", "foot", "back", "hip"]
    assert "Back Tuesday: 5" in page.words
    assert "Knee Not noted on Tuesday" in page.words


@pytest.mark.parametrize(
    ("filled_in", "sentence"),
    [
        ({"back": "11"}, "Back: Choose a number from 0 to 10, or Skip."),
        ({"back": "-1"}, "Back: Choose a number from 0 to 10, or Skip."),
        ({"knee": "x"}, "Knee: Choose a number from 0 to 10, or Skip."),
        ({"knee": "٣"}, "Knee: Choose a number from 0 to 10, or Skip."),
        ({"hip": "1e9"}, "Hip: Choose a number from 0 to 10, or Skip."),
        ({"hip": "\x00"}, "Hip: Choose a number from 0 to 10, or Skip."),
        ({"knee_side": "up"}, "Knee, which side: Choose left, right or both, or leave it open."),
        ({"back_side": "left"}, "Back: The back has no side here. Leave it out, please."),
        ({"elbow": "4"}, "There is no place called “elbow”."),
        ({"note": "a\x00b"}, "Anything to remember?: This note has a sign in it"),
        (
            {"note": "x" * 501},
            "This note is too long: 501 characters. Shorten it to 500, please.",
        ),
    ],
)
def test_what_cannot_be_saved_comes_back_as_filled_in_and_nothing_is_saved(
    signed_in: Client, person: User, filled_in: dict[str, str], sentence: str
) -> None:
    response = signed_in.post(ON_TODAY, BLANK | {"foot": "4", "note": "kept"} | filled_in)

    page = Page(response)
    assert response.status_code == 400
    assert "One thing to put right" in page.words
    assert sentence in page.words
    assert checked(page)["foot"] == "4"
    assert filled_in.get("note", "kept").replace("\x00", "") in page.words.replace("\x00", "")
    assert (rows_of(person), note_of(person)) == ({}, None)


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/pain/2026-11-20/", "This day is still to come. You can note your pain once it is here."),
        ("/pain/2026-11-15/", "This day is before your first day, Monday 16 November 2026."),
    ],
)
def test_a_day_out_of_turn_says_so_and_takes_nothing(
    signed_in: Client, person: User, path: str, sentence: str
) -> None:
    page = Page(signed_in.get(path))
    response = signed_in.post(path, BLANK | {"back": "5"})

    assert sentence in page.words
    assert not page.find("input", type="radio")
    assert response.status_code == 400
    assert "That was not recorded" in Page(response).words
    assert PainEntry.objects.count() == 0


@pytest.mark.parametrize("path", ["/pain/0001-01-01/", "/pain/9999-12-31/", "/pain/2026-02-30/"])
def test_a_day_out_of_reach_is_not_found(signed_in: Client, path: str) -> None:
    assert signed_in.get(path).status_code == 404
    assert signed_in.post(path, BLANK | {"back": "5"}).status_code == 404


def test_another_persons_pain_is_neither_shown_nor_changed(
    signed_in: Client, person: User, client_of: Callable[[User], Client]
) -> None:
    alex = make_user(email="alex@example.org")
    make_pain(user=alex, site=Site.BACK, values={TODAY: 9, TUESDAY: 8})
    DayNote.objects.create(user=alex, day=TODAY, text="secret", recorded_at="2026-11-19T08:00Z")

    page = save(signed_in, back="2")

    assert rows_of(alex) == {"back": (9, "")}
    assert note_of(alex) == "secret"
    assert "secret" not in page.words
    assert "Tuesday: 8" not in page.words


def test_a_note_is_shown_as_typed(signed_in: Client, person: User) -> None:
    typed = "</textarea><script>alert(1)</script> \u202egnp.exe & 👣"

    response = signed_in.post(ON_TODAY, BLANK | {"note": typed}, follow=True)

    assert note_of(person) == typed
    assert not [script for script in Page(response).find("script") if "src" not in script]
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)" in response.content.decode()
    assert "\u202egnp.exe &amp; 👣" in response.content.decode()


def test_a_chart_shows_each_site_that_was_noted_with_a_table(
    signed_in: Client, person: User
) -> None:
    make_pain(user=person, site=Site.KNEE, values={MONDAY: 3, TUESDAY: 4, TODAY: 0})

    page = Page(signed_in.get(PAIN))

    assert [chart["data-chart"] for chart in page.find("div", **{"class": "chart"})] == ["knee"]
    (picture,) = page.find("div", role="img")
    assert picture["aria-label"] == (
        "Knee, four weeks up to 19 November: noted on 3 days, from 0 to 4, last 0."
    )
    assert "Thu 19 Nov0 Tue 17 Nov4 Mon 16 Nov3" in page.words
    assert "One line for each place, whichever side hurt." in page.words


def test_who_could_read_it_is_said_as_the_privacy_page_says_it(signed_in: Client) -> None:
    words = Page(signed_in.get(PAIN)).words

    assert "This is shown only to you, unless you print a report." in words
    assert "Whoever runs this site could read it." in words


@pytest.mark.parametrize("days", [3, 3 * 365])
def test_the_page_asks_the_database_five_times(
    signed_in: Client, person: User, django_assert_num_queries: DjangoAssertNumQueries, days: int
) -> None:
    prefer(person, first_day=TODAY - timedelta(days=days))
    for site in Site:
        values = {TODAY - timedelta(days=number): number % 11 for number in range(days)}
        make_pain(user=person, site=site, values=values)

    with django_assert_num_queries(5):
        signed_in.get(PAIN)
