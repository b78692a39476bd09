"""Nothing commands from a number: whatever was noted, a page differs in the number alone."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import Site
from tests.logbook.views.check_in import save
from tests.make import MONDAY, make_pain, make_session, prefer

NUMBERS = (0, 3, 6, 10)
PAGES = (
    "/pain/",
    "/pain/?noted=1",
    "/pain/2026-11-16/",
    "/pain/2026-11-16/?noted=1",
    "/today/",
    "/days/2026-11-19/",
    "/week/",
    "/history/",
    "/history/then-and-now/",
    "/report/",
)
OWN = (  # what has no words: a token, a key, what is drawn, what is chosen
    r'name="csrfmiddlewaretoken" value="[^"]*"',
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
    r' d="[^"]*"',
    r" checked",
)


def shown(client: Client, address: str) -> str:
    """All that the page says and shows, its colours and offers too."""
    page = client.get(address).content.decode()
    for own in OWN:
        page = re.sub(own, "", page)
    return page


@pytest.mark.parametrize("address", PAGES)
def test_pages_say_the_same_of_each_number(signed_in: Client, person: User, address: str) -> None:
    told = {}
    for number in NUMBERS:
        person.pain.all().delete()
        make_pain(user=person, site=Site.BACK, values={MONDAY: number})
        save(signed_in, back=str(number), knee=str(number), knee_side="left")
        told[number] = re.sub(r"\d+(\.\d+)?", "#", shown(signed_in, address))

    assert set(told.values()) == {told[0]}


@pytest.mark.parametrize("address", ["/today/", "/days/2026-11-19/"])
def test_the_question_after_a_session_is_answered_with_the_same_whatever_it_was(
    signed_in: Client, person: User, circles: Exercise, address: str
) -> None:
    prefer(person, asks_during=True)
    session = make_session(user=person, exercise=circles, day=MONDAY.replace(day=19))
    told = {}
    for answer, words in {"low": "0 to 3", "middle": "4 or 5", "high": "6 to 10"}.items():
        signed_in.post(reverse("logbook:during", args=[session.key]), {"during": answer})
        told[answer] = shown(signed_in, f"{address}?just={session.key}").replace(words, "#")

    assert "Noted.</b> #" in told["low"]
    assert set(told.values()) == {told["low"]}
