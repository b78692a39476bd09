"""A fifth and a sixth exercise come by a fixture and two drawings; no page assumes four."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session, Target
from tests.accounts.ways import confirm
from tests.addresses import EXAMPLES, FOR_MACHINES, PATTERNS, address
from tests.make import MONDAY, NEWCOMER, SLUGS, make_user, prefer
from tests.page import Page
from tests.two_more import CALF, HEELS, add_to_catalogue

ALL = [*SLUGS, HEELS, CALF]
TODAY = date(2026, 11, 19)
PROGRAMME, BRING, LOOK = "/settings/programme/", "/settings/import/", "/settings/import/preview/"

pytestmark = pytest.mark.usefixtures("two_more")


@pytest.fixture
def two_more(person: User, settings: Settings) -> tuple[Exercise, Exercise]:
    """They come to the article's four when `person` has been there for some days."""
    Exercise.objects.exclude(slug__in=SLUGS).delete()
    return add_to_catalogue(settings)


def words(client: Client, path: str) -> str:
    response = client.get(path, follow=True)
    assert response.status_code == 200, path
    return Page(response).words


def add_both(client: Client) -> Page:
    sent = Page(client.get(PROGRAMME)).sent({f"{HEELS}-per_day": 1, f"{CALF}-per_day": 2})
    return Page(client.post(PROGRAMME, sent, follow=True))


def do_round(client: Client, part: str) -> Page:
    sent = {"round": part, "key": str(uuid4()), "day": TODAY.isoformat()}
    return Page(client.post("/today/round/", sent, follow=True))


def done_by(user: User) -> list[str]:
    rows = Session.objects.of(user).order_by("exercise__place")
    return list(rows.values_list("exercise__slug", flat=True))


def held_by(user: User) -> dict[str, int]:
    rows = Target.objects.filter(user=user).order_by("from_day")
    return dict(rows.values_list("exercise__slug", "per_day"))


def test_they_pass_their_own_checks(two_more: tuple[Exercise, Exercise]) -> None:
    for exercise in two_more:
        exercise.full_clean()


def test_the_landing_page_counts_those_that_one_starts_with(client: Client) -> None:
    told = words(client, "/")

    assert "Five short foot exercises, from an article about sore backs" in told
    assert "Small sessions through the day fill ten toes." in told
    assert "look at the five exercises first" in told
    assert "Five exercises, 11 short sessions" in told
    assert "2 + 3 + 3 + 2 + 1 = 11 sessions a day" in told
    assert "Ten toes a day: five foot exercises" in told


def test_the_catalogue_counts_and_draws_all_of_them(client: Client) -> None:
    page = Page(client.get("/exercises/"))

    assert page.words.count("Six exercises") == 2
    assert "Two while you sit or lie down, four while you stand." in page.words
    assert len(page.find("li", data_hue="heather")) == 2
    marks = {use["href"].partition("#")[2] for use in page.find("use") if "#m-" in use["href"]}
    assert marks == {"m-triangle", "m-ring", "m-square", "m-diamond", "m-chevrons", "m-slant"}
    assert "The six exercises" in words(client, "/care/")


def test_every_page_can_be_read_with_them(signed_in: Client) -> None:
    add_both(signed_in)
    do_round(signed_in, "morning")
    paths = {
        address(route, EXAMPLES | {"slug": slug})
        for route, _ in PATTERNS
        for slug in (HEELS, CALF)
        if not route.startswith("admin/")
    }
    found = {
        path: signed_in.get(path, follow=True).status_code
        for path in paths - FOR_MACHINES - {"/accounts/logout/"}
    }

    # Some are only sent to, or ask for rows that aren't there.
    assert set(found.values()) == {200, 400, 404}
    assert [path for path in found if "/exercises/" in path and found[path] != 200] == []


def test_nobody_has_them_before_they_add_them(signed_in: Client, person: User) -> None:
    prefer(person, shows_rounds=True)

    assert held_by(person) == dict(zip(SLUGS, (2, 3, 3, 2), strict=True))
    assert "Heel raises" not in words(signed_in, "/today/")
    assert "Morning round 4 sessions" not in words(signed_in, "/today/")
    page = Page(signed_in.get(PROGRAMME))
    assert (page.filled_in[f"{HEELS}-per_day"], page.filled_in[f"{CALF}-per_day"]) == ("0", "0")
    assert page.words.count("Not in your programme so far") == 2
    assert "10 sessions a day, one for each toe" in page.words
    assert "2 + 3 + 3 + 2" in page.words
    assert "2 + 3 + 3 + 2 + 0" not in page.words


def test_who_adds_them_has_their_toes_rounds_week_and_report(
    signed_in: Client, person: User, clock: time_machine.Traveller
) -> None:
    prefer(person, shows_rounds=True)

    assert "13 sessions a day" in add_both(signed_in).words
    assert held_by(person) == dict(zip(ALL, (2, 3, 3, 2, 1, 2), strict=True))
    today = Page(signed_in.get("/today/"))
    toes = [toe["data-hue"] for toe in today.find("g") if "data-hue" in toe]
    assert (len(toes), toes[-2:]) == (10, ["heather", "heather"])
    assert "All six exercises" in words(signed_in, "/settings/rounds/")

    assert "Morning round: 6 ticked." in do_round(signed_in, "morning").words
    assert done_by(person) == ALL

    assert "6 of 13 sessions" in words(signed_in, "/today/")
    week = Page(signed_in.get("/week/"))
    assert week.find("td", data_exercise=HEELS, data_day="2026-11-19", data_done="1")
    assert week.find("td", data_exercise=CALF, data_day="2026-11-19", data_target="2")
    assert week.find("td", data_exercise=CALF, data_day="2026-11-18", data_target="0")
    clock.shift(timedelta(days=1))
    for path in ("/history/", "/report/", "/week/2026-11-16/fill/", "/week/2026-11-16/sheet/"):
        assert "Heel raises" in words(signed_in, path)


def test_their_session_is_guided_and_ticked_off(signed_in: Client, person: User) -> None:
    page = Page(signed_in.get(f"/exercises/{CALF}/session/"))

    assert "Stand up 2 s Other leg 8 s Left leg Lean in 2 s" in page.words
    assert page.find("guided-session")
    assert page.find("svg", data_hue="heather")
    key = page.hidden("key")[0]
    sent = {"exercise": CALF, "day": TODAY.isoformat(), "key": key, "source": "guided"}
    signed_in.post("/sessions/", sent | {"seconds": 60})

    assert done_by(person) == [CALF]


def test_an_unknown_exercise_is_refused_with_how_many_there_are(signed_in: Client) -> None:
    sent = {"exercise": "nose-raises", "day": TODAY.isoformat(), "key": str(uuid4())}

    response = signed_in.post("/sessions/", sent)

    assert response.status_code == 400
    assert "Please choose one of the six." in Page(response).words


def test_they_go_out_with_the_file_and_come_in_with_it(
    signed_in: Client, client_of: Callable[[User], Client]
) -> None:
    add_both(signed_in)
    do_round(signed_in, "morning")
    confirm(signed_in)
    file: Any = b"".join(signed_in.post("/settings/download/"))
    other = make_user(email="kim@example.org", first_day=MONDAY)
    browser = client_of(other)

    browser.post(BRING, {"file": SimpleUploadedFile("footcare.json", file)})
    done = browser.post(LOOK, follow=True)

    assert "Taken in: 6 sessions" in Page(done).words
    assert done_by(other) == ALL
    assert held_by(other) == dict(zip(ALL, (2, 3, 3, 2, 1, 2), strict=True))


def test_a_newcomer_begins_with_all_but_the_optional_one(client: Client) -> None:
    client.post("/accounts/signup/", NEWCOMER, follow=True)

    newcomer = User.objects.get(email=NEWCOMER["email"])
    assert held_by(newcomer) == dict(zip([*SLUGS, HEELS], (2, 3, 3, 2, 1), strict=True))
    assert "0 of 11 sessions" in words(client, "/today/")
    assert "Calf stretch" not in words(client, "/today/")
