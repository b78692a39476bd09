"""The page of pauses, and what a pause does to Today, the day and the week."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from time_machine import Traveller

from accounts.models import User
from logbook.models import Pause
from tests.make import MONDAY, make_example_week, make_pause, make_user, prefer
from tests.page import Page

TODAY = date(2026, 11, 19)
TUESDAY, WEDNESDAY = (MONDAY + timedelta(days=n) for n in (1, 2))
ADDRESS = "/settings/pauses/"


def fields(**changed: str) -> dict[str, str]:
    sent = {"key": str(uuid4()), "first_day": "2026-11-17", "last_day": "2026-11-17"}
    return {**sent, "reason": "ill", **changed}


def said(user: User) -> list[tuple[date, date | None, str]]:
    rows = Pause.objects.of(user).order_by("first_day")
    return [(row.first_day, row.last, row.reason) for row in rows]


def test_a_pause_is_added_once_and_can_be_undone(signed_in: Client, person: User) -> None:
    sent = fields(last_day="")

    for _ in range(2):
        page = Page(signed_in.post(ADDRESS, sent, follow=True))

    assert said(person) == [(TUESDAY, None, "ill")]
    assert "Pause saved: Ill, from 17 November." in page.words
    assert "Paused since Tuesday 17 November Ill, no end date yet." in page.words
    page = Page(signed_in.post(f"{ADDRESS}{sent['key']}/undo/", follow=True))
    assert said(person) == []
    assert "Pause removed: Ill, from 17 November." in page.words
    signed_in.post(f"{ADDRESS}{sent['key']}/put-back/")
    assert said(person) == [(TUESDAY, None, "ill")]


def test_worked_example_2_tuesday_paused(signed_in: Client, person: User) -> None:
    make_example_week(user=person)
    signed_in.post(ADDRESS, fields())

    page = Page(signed_in.get("/week/"))

    assert "100% of sessions done 20 of 20 sessions on 2 days, 1 paused." in page.words
    [tuesday] = page.find("tr", data_day="2026-11-17")
    assert (tuesday["data-counted"], tuesday["data-due"]) == ("7", "10")
    assert "paused: Ill, 7 sessions done" in page.words


def test_the_days_page_says_that_it_is_paused_and_keeps_its_sessions(
    signed_in: Client, person: User
) -> None:
    make_example_week(user=person)
    make_pause(user=person, first_day=TUESDAY, last_day=WEDNESDAY, reason="away")

    page = Page(signed_in.get("/days/2026-11-17/"))

    assert "Paused from Tuesday 17 November to Wednesday 18 November Away." in page.words
    assert "7 of 10 sessions" in page.words


def test_today_says_since_when_it_is_paused_and_ends_the_pause(
    signed_in: Client, person: User
) -> None:
    make_pause(user=person, first_day=MONDAY)
    page = Page(signed_in.get("/today/"))
    assert "Paused since Monday 16 November Flare, no end date yet." in page.words
    assert "0 of 10 sessions. None needed today." in page.words

    sent = {"day": page.hidden("day")[0], "page": "today"}
    page = Page(signed_in.post(f"{ADDRESS}end/", sent, follow=True))

    assert said(person) == [(MONDAY, WEDNESDAY, "flare")]
    assert "The pause is over: today counts again." in page.words
    page = Page(signed_in.post(f"{ADDRESS}resume/", sent, follow=True))
    assert said(person) == [(MONDAY, None, "flare")]
    assert "Paused since Monday 16 November" in page.words


def test_ending_a_pause_that_is_over_says_so(signed_in: Client) -> None:
    response = signed_in.post(f"{ADDRESS}end/", {"day": "2026-11-19", "page": "today"})

    assert response.status_code == 400
    assert "There is no pause to end: the day counts already." in Page(response).words


def test_a_pause_isnt_ended_on_a_day_to_come(signed_in: Client, person: User) -> None:
    make_pause(user=person, first_day=MONDAY)

    response = signed_in.post(f"{ADDRESS}end/", {"day": "9999-12-31", "page": "today"})

    assert response.status_code == 400
    assert "31 December 9999 is still to come. A pause can be ended once it is here." in (
        Page(response).words
    )
    assert said(person) == [(MONDAY, None, "flare")]


def test_a_pause_is_changed_and_changed_back(signed_in: Client, person: User) -> None:
    row = make_pause(user=person, first_day=MONDAY, last_day=TUESDAY)
    address = f"{ADDRESS}{row.key}/"

    page = Page(signed_in.post(address, fields(first_day="2026-11-18", last_day=""), follow=True))

    assert said(person) == [(WEDNESDAY, None, "ill")]
    before = {name: page.hidden(name)[0] for name in ("first_day", "last_day", "reason")}
    assert before == {"first_day": "2026-11-16", "last_day": "2026-11-17", "reason": "flare"}
    signed_in.post(address, before)
    assert said(person) == [(MONDAY, TUESDAY, "flare")]


def drawn(page: Page) -> dict[str, str]:
    """The fields of the form to change a pause, with what they were drawn with."""
    return {f["name"]: f.get("value", "") for f in page.find("input", type="hidden")} | {
        "first_day": page.find("input", name="first_day")[0]["value"],
        "last_day": page.find("input", name="last_day")[0].get("value", ""),
        "reason": next(f["value"] for f in page.find("input", name="reason") if "checked" in f),
    }


def test_a_pause_from_before_a_first_day_that_was_set_later_can_be_changed(
    signed_in: Client, person: User
) -> None:
    row = make_pause(user=person, first_day=MONDAY, last_day=WEDNESDAY)
    prefer(person, first_day=TUESDAY)
    address = f"{ADDRESS}{row.key}/"

    signed_in.post(address, drawn(Page(signed_in.get(address))) | {"reason": "rest"})

    assert said(person) == [(MONDAY, WEDNESDAY, "rest")]


def test_two_tabs_that_change_different_things_of_a_pause_both_hold(
    signed_in: Client, person: User
) -> None:
    row = make_pause(user=person, first_day=MONDAY, last_day=TUESDAY)
    address = f"{ADDRESS}{row.key}/"
    one, two = (drawn(Page(signed_in.get(address))) for _ in range(2))

    signed_in.post(address, one | {"reason": "away"})
    page = Page(signed_in.post(address, two | {"last_day": "2026-11-18"}, follow=True))

    assert said(person) == [(MONDAY, WEDNESDAY, "away")]
    assert "This replaces a newer change" not in page.words


def test_of_two_tabs_that_change_the_same_the_later_holds_and_says_so(
    signed_in: Client, person: User
) -> None:
    row = make_pause(user=person, first_day=MONDAY, last_day=TUESDAY)
    address = f"{ADDRESS}{row.key}/"
    one, two = (drawn(Page(signed_in.get(address))) for _ in range(2))

    signed_in.post(address, one | {"reason": "away"})
    page = Page(signed_in.post(address, two | {"reason": "rest"}, follow=True))

    assert said(person) == [(MONDAY, TUESDAY, "rest")]
    assert "This replaces a newer change of: Reason." in page.words


def test_a_change_taken_up_after_signing_in_anew_is_written(
    signed_in: Client, person: User
) -> None:
    row = make_pause(user=person, first_day=MONDAY)
    address = f"{ADDRESS}{row.key}/"
    sent = "first_day=2026-11-17&last_day=2026-11-18&reason=ill"

    signed_in.post(address, drawn(Page(signed_in.get(f"{address}?{sent}"))))

    assert said(person) == [(TUESDAY, WEDNESDAY, "ill")]


def test_two_tabs_that_together_would_end_a_pause_before_it_starts_are_told(
    signed_in: Client, person: User
) -> None:
    row = make_pause(user=person, first_day=MONDAY, last_day=TUESDAY)
    address = f"{ADDRESS}{row.key}/"
    one, two = (drawn(Page(signed_in.get(address))) for _ in range(2))

    signed_in.post(address, one | {"last_day": "2026-11-16"})
    response = signed_in.post(address, two | {"first_day": "2026-11-17"})

    assert response.status_code == 400
    assert "The pause would end before it starts. Please choose both days again." in (
        Page(response).words
    )
    assert said(person) == [(MONDAY, MONDAY, "flare")]


def test_the_page_lists_the_pauses_latest_first_with_their_days_and_sessions(
    signed_in: Client, person: User
) -> None:
    make_example_week(user=person)
    make_pause(user=person, first_day=MONDAY, last_day=TUESDAY, reason="rest")
    make_pause(user=person, first_day=TODAY + timedelta(days=9), last_day=None, reason="away")

    words = Page(signed_in.get(ADDRESS)).words

    assert words.index("Since 28 November 2026 Away") < words.index(
        "16 November 2026 to 17 November 2026 Rest, 2 days, 17 sessions done"
    )


def test_a_pause_may_end_a_year_ahead(signed_in: Client, person: User) -> None:
    signed_in.post(ADDRESS, fields(last_day="2027-11-20"))

    assert said(person) == [(TUESDAY, date(2027, 11, 20), "ill")]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"last_day": "2026-11-16"}, "The pause would end before it starts."),
        ({"first_day": "2026-11-15"}, "That is before your first day, 16 November 2026."),
        ({"first_day": ""}, "Choose the day on which the pause begins."),
        ({"first_day": "yesterday"}, "That is not a date. Write the first day like 2026-11-19."),
        ({"last_day": "x\0"}, "That is not a date. Write the last day like 2026-11-19"),
        ({"last_day": "2027-11-21"}, "That is more than a year ahead."),
        ({"first_day": "9999-12-31", "last_day": ""}, "That is more than a year ahead."),
        ({"reason": ""}, "Choose a reason, so that you know later what it was."),
        ({"reason": "lazy"}, "Choose one of the four reasons."),
    ],
)
@pytest.mark.parametrize("act", ["add", "change"])
def test_bad_input_comes_back_with_a_sentence_and_nothing_is_saved(
    signed_in: Client, person: User, act: str, changed: dict[str, str], sentence: str
) -> None:
    row = make_pause(user=person, first_day=WEDNESDAY, last_day=WEDNESDAY)
    sent = fields(**changed)

    response = signed_in.post(ADDRESS if act == "add" else f"{ADDRESS}{row.key}/", sent)

    page = Page(response)
    assert response.status_code == 400
    assert "One thing to put right" in page.words
    assert page.words.count(sentence) == 2  # in the summary and at the field
    assert page.find("input", name="first_day")[0].get("value", "") == sent["first_day"]
    assert said(person) == [(WEDNESDAY, WEDNESDAY, "flare")]
    if act == "add":
        assert page.hidden("key") == [sent["key"]]


def test_a_date_is_read_as_people_write_it(signed_in: Client, person: User) -> None:
    signed_in.post(ADDRESS, fields(first_day="17/11/2026", last_day="18.11.2026"))

    assert said(person) == [(TUESDAY, WEDNESDAY, "ill")]


def test_another_persons_pause_is_not_found(signed_in: Client) -> None:
    stranger = make_user(email="kim@example.org")
    row = make_pause(user=stranger, first_day=MONDAY)
    address = f"{ADDRESS}{row.key}/"

    found = [
        signed_in.get(address).status_code,
        signed_in.post(address, fields()).status_code,
        signed_in.post(f"{address}undo/").status_code,
        signed_in.post(f"{address}put-back/").status_code,
        signed_in.post(ADDRESS, fields(key=str(row.key))).status_code,
    ]

    assert found == [404] * 5
    assert said(stranger) == [(MONDAY, None, "flare")]
    assert "Flare" not in Page(signed_in.get(f"{ADDRESS}?just={row.key}")).words.split("Reason")[0]


def test_a_pause_that_overlaps_others_says_so_and_what_counts(
    signed_in: Client, person: User, clock: Traveller
) -> None:
    make_example_week(user=person)
    make_pause(user=person, first_day=MONDAY, last_day=TUESDAY, reason="away")
    make_pause(user=person, first_day=WEDNESDAY + timedelta(days=1), reason="rest")
    clock.shift(60)

    page = Page(signed_in.post(ADDRESS, fields(last_day="2026-11-18"), follow=True))

    assert (
        "Pause saved: Ill, from 17 November. It overlaps Away, from 16 November. "
        "A day in both is paused once, for the reason said last." in page.words
    )
    assert "Away, 2 days, 10 sessions done" in page.words
    assert "Ill, 2 days, 19 sessions done" in page.words


def test_pauses_that_only_adjoin_have_nothing_to_say(signed_in: Client, person: User) -> None:
    make_pause(user=person, first_day=MONDAY, last_day=MONDAY, reason="away")

    assert "overlaps" not in Page(signed_in.post(ADDRESS, fields(), follow=True)).words
