"""The page of the next day, which a device keeps for it, and when a day ends."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.views.parameters import today_of
from offline import ahead
from tests.make import MONDAY, SLUGS, make_session, make_user
from tests.page import Page

THURSDAY = MONDAY + timedelta(days=3)


@pytest.mark.parametrize(
    ("zone", "day_ends_at", "ends"),
    [
        ("Europe/Berlin", 3, datetime(2026, 11, 17, 2, tzinfo=UTC)),
        ("Europe/Berlin", 0, datetime(2026, 11, 16, 23, tzinfo=UTC)),
        ("Pacific/Kiritimati", 5, datetime(2026, 11, 16, 15, tzinfo=UTC)),
        ("America/Adak", 3, datetime(2026, 11, 17, 13, tzinfo=UTC)),
    ],
)
def test_a_day_ends_when_the_next_begins(
    zone: str, day_ends_at: int, ends: datetime, db: None
) -> None:
    user = make_user(time_zone=zone, day_ends_at=day_ends_at)

    assert ahead.end_of(MONDAY, user) == ends
    assert today_of(user, ends - timedelta(seconds=1)) == MONDAY
    assert today_of(user, ends) == MONDAY + timedelta(days=1)


def test_the_next_day_is_empty_and_dated(signed_in: Client, person: User) -> None:
    make_session(user=person, exercise=Exercise.objects.get(slug="toe-presses"), day=THURSDAY)

    today = Page(signed_in.get("/today/"))
    page = Page(signed_in.get("/today/next-day/"))

    assert "Thursday 19 November" in today.words
    assert today.find("div", id="shore")[0]["data-counted"] == "1"
    assert "Friday 20 November" in page.words
    assert page.find("div", id="shore")[0]["data-counted"] == "0"
    assert set(page.hidden("day")) == {"2026-11-20"}


def test_a_tick_of_the_next_day_counts_when_it_comes(
    signed_in: Client, person: User, clock: time_machine.Traveller
) -> None:
    page = Page(signed_in.get("/today/next-day/"))
    sent = {name: page.hidden(name)[0] for name in ("exercise", "day", "key", "page")}
    clock.shift(timedelta(days=1))

    signed_in.post("/sessions/", sent)

    after = Page(signed_in.get("/today/"))
    assert after.find("div", id="shore")[0]["data-counted"] == "1"


def test_pages_that_a_device_keeps_say_when_their_day_ends(signed_in: Client, person: User) -> None:
    ends = {
        path: [
            each["data-ends"]
            for _, each in Page(signed_in.get(path)).elements
            if "data-ends" in each
        ]
        for path in ("/today/", "/today/next-day/", f"/exercises/{SLUGS[0]}/session/")
    }

    assert [*ends.values()] == [
        ["2026-11-20T02:00:00+00:00"],
        ["2026-11-21T02:00:00+00:00"],
        ["2026-11-20T02:00:00+00:00"],
    ]


def test_today_names_what_the_device_keeps_with_it(signed_in: Client, person: User) -> None:
    page = Page(signed_in.get("/today/"))

    kept = {each["href"]: each["data-keep"] for each in page.find("a") if "data-keep" in each}

    assert kept == {
        "/exercises/": "",
        **{f"/exercises/{slug}/": f"/exercises/{slug}/session/" for slug in SLUGS},
    }


def test_so_does_today_in_rounds(signed_in: Client, person: User) -> None:
    person.preferences.shows_rounds = True
    person.preferences.save()
    page = Page(signed_in.get("/today/"))

    kept = {each["href"]: each["data-keep"] for each in page.find("a") if "data-keep" in each}

    assert len(kept) == 5
    assert next(each["href"] for each in page.find("a") if "data-runs" in each) == (
        "/today/session/?round=morning"
    )
