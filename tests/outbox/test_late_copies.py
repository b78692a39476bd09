"""A copy of any act that comes after the next one leaves everything as that one left it.

The answer to the first was lost: the browser doesn't know that it was done.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db.models import Model
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.models import DayNote, PainEntry, Pause, Press, Session
from tests.make import make_pause, make_session
from tests.outbox.acts import send

TODAY = "2026-11-19"
SESSION = "018f0000-0000-7000-8000-00000000000a"
PAUSE = "018f0000-0000-7000-8000-00000000000b"
NEW = "018f0000-0000-7000-8000-00000000000c"
COPIED = "018f0000-0000-7000-8000-00000000000d"
"""The act's key, where its form has none."""

Sent = tuple[str, Mapping[str, str]]


def on(address: str, **fields: str) -> Sent:
    return address, fields


@dataclass(frozen=True)
class Case:
    """The act whose copy comes late, the one before which it comes too late, and those before."""

    act: Sent
    next: Sent
    before: list[Sent] = field(default_factory=list)


TICK = on("/sessions/", exercise="toe-presses", day=TODAY, key=NEW, page="today")
ROUND = on("/today/round/", day=TODAY, round="morning", key=NEW)
UNDO, PUT_BACK = (on(f"/sessions/{SESSION}/{act}/", page="today") for act in ("undo", "put-back"))
UNDO_PRESS, PRESS_AGAIN = (on(f"/batches/{NEW}/{act}/") for act in ("undo", "put-back"))
PAUSES = "/settings/pauses/"
ILL, AWAY = ({"first_day": TODAY, "last_day": "", "reason": reason} for reason in ("ill", "away"))
END, RESUME = (on(f"{PAUSES}{act}/", day=TODAY) for act in ("end", "resume"))
REMOVE, RESTORE = (on(f"{PAUSES}{PAUSE}/{act}/") for act in ("undo", "put-back"))
NOTE, PAIN = f"/days/{TODAY}/note/", f"/pain/{TODAY}/"
ABOUT, DURING = f"/sessions/{SESSION}/", f"/sessions/{SESSION}/during/"

CASES = {
    "record": Case(TICK, on(f"/sessions/{NEW}/undo/")),
    "undo": Case(UNDO, PUT_BACK),
    "put-back": Case(PUT_BACK, UNDO, before=[UNDO]),
    "round-done": Case(ROUND, UNDO_PRESS),
    "undo-press": Case(UNDO_PRESS, PRESS_AGAIN, before=[ROUND]),
    "put-back-press": Case(PRESS_AGAIN, UNDO_PRESS, before=[ROUND, UNDO_PRESS]),
    "during": Case(on(DURING, during="low"), on(DURING, during="")),
    "details": Case(
        on(ABOUT, time="08:00", note="Hard."), on(ABOUT, time="08:30", note="Not so hard.")
    ),
    "note": Case(on(NOTE, note="Rain."), on(NOTE, note="Sun.")),
    "pain-on": Case(on(PAIN, back="3", note="Rain."), on(PAIN, back="5", note="")),
    "pauses": Case(on(PAUSES, key=NEW, **ILL), on(f"{PAUSES}{NEW}/undo/")),
    "pause": Case(on(f"{PAUSES}{PAUSE}/", **ILL), on(f"{PAUSES}{PAUSE}/", **AWAY)),
    "end-pauses": Case(END, RESUME),
    "resume-pauses": Case(RESUME, END, before=[END]),
    "undo-pause": Case(REMOVE, RESTORE),
    "put-back-pause": Case(RESTORE, REMOVE, before=[REMOVE]),
}
"""By the name of their address."""
NAMED_ELSEWHERE = {
    "pause.html": {"pause"},
    "details.html": {"details"},
    "pauses.html": {"pauses"},
    "_pause_end.html": {"end-pauses", "resume-pauses"},
}
"""What the forms of these templates do, whose action is a variable."""


@pytest.fixture
def client(person: User, signed_in: Client, circles: Exercise) -> Client:
    today = date.fromisoformat(TODAY)
    make_session(user=person, exercise=circles, day=today, key=UUID(SESSION))
    make_pause(user=person, first_day=today, reason="flare", key=UUID(PAUSE))
    return signed_in


def rows() -> dict[type[Model], list[dict[str, Any]]]:
    """All that the logbook has."""
    return {
        table: list(table._base_manager.order_by("pk").values())
        for table in (Session, Press, Pause, PainEntry, DayNote)
    }


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_copy_that_comes_after_the_next_act_changes_nothing(
    client: Client, person: User, case: Case
) -> None:
    for before in case.before:
        assert send(client, person, *before).json()["done"]
    key = case.act[1].get("key", COPIED)
    was = rows()
    first = send(client, person, *case.act, key=key).json()
    after_the_act = rows()
    assert send(client, person, *case.next).json()["done"]
    last = rows()

    copy = send(client, person, *case.act, key=key)

    assert rows() == last
    assert (first["done"], copy.json()) == (True, first)
    assert was != after_the_act != last


def test_every_form_that_an_outbox_sends_is_tried() -> None:
    found = set()
    for path in Path("templates").rglob("*.html"):
        for form in re.findall(r"<form\b(?:[^>{]|{[%{].*?[%}]})*>", path.read_text()):
            if re.search(r"\bdata-(swaps|outbox)\b", form):
                named = set(re.findall(r"{% url 'logbook:([\w-]+)'", form))
                found |= named or NAMED_ELSEWHERE[path.name]

    assert found == set(CASES)
