"""Each form that goes through the outbox tells it, where it is refused, what its page would say."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import uuid4

import pytest
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.models import DayNote, PainEntry, Pause
from logbook.recording import consent
from tests.logbook.views.consent_asked import key_of
from tests.make import THURSDAY_MORNING, make_pause, make_session
from tests.page import Page

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

KEY = "018f0000-0000-7000-8000-000000000001"
NOTE, PAIN = "/days/2026-11-19/note/", "/pain/2026-11-19/"
PAUSES = "/settings/pauses/"
BACKWARDS = {"first_day": "2026-11-19", "last_day": "2026-11-18", "reason": "ill"}
THEN = "Choose 19 November 2026 or a later day."
TOO_LONG = "This note is too long: 501 characters. Shorten it to 500, please."
GONE = "What it belongs to isn’t here any more."


class Refusal(NamedTuple):
    to: str
    sent: dict[str, str]
    reasons: list[str]


# By template, and by where its form leads if not to the page it stands on.
REFUSALS = {
    ("_day_notes", "logbook:note"): Refusal(
        NOTE, {"note": "x" * 501}, [f"A note for this day: {TOO_LONG}"]
    ),
    ("_pain_form", "logbook:pain-on"): Refusal(
        PAIN,
        {"knee": "11", "toe": "3", "note": "x" * 501},
        [
            "There is no place called “toe”.",
            "Knee: Choose a number from 0 to 10, or Skip.",
            f"Anything to remember?: {TOO_LONG}",
        ],
    ),
    ("details", ""): Refusal(
        f"/sessions/{KEY}/",
        {"time": "23:00"},
        ["Time: 23:00 on this day is still to come. Give an earlier time, or none."],
    ),
    ("pauses", ""): Refusal(
        PAUSES,
        {**BACKWARDS, "key": KEY},
        [f"Last day: The pause would end before it starts. {THEN}"],
    ),
    **dict.fromkeys(
        [("pause", ""), ("_pause_flash", "logbook:pause")],
        Refusal(
            f"{PAUSES}{KEY}/",
            {**BACKWARDS, "reason": "bored"},
            [
                f"Last day: The pause would end before it starts. {THEN}",
                "Reason: Choose one of the four reasons.",
            ],
        ),
    ),
    # For ending a pause and for its Undo.
    ("_pause_end", "act"): Refusal(
        f"{PAUSES}end/",
        {"day": "2026-11-20"},
        ["Friday 20 November 2026 is still to come. A pause can be ended once it is here."],
    ),
    **dict.fromkeys(
        [("_pauses_said", "logbook:undo-pause"), ("_pause_flash", "logbook:undo-pause")],
        Refusal(f"{PAUSES}{KEY[:-1]}2/undo/", {}, [GONE]),
    ),
    ("_pause_flash", "logbook:put-back-pause"): Refusal(
        f"{PAUSES}{KEY[:-1]}2/put-back/", {}, [GONE]
    ),
}
CASES = pytest.mark.parametrize("refusal", REFUSALS.values(), ids=map(" ".join, REFUSALS))


@pytest.fixture(autouse=True)
def session_and_pause(person: User, circles: Exercise) -> None:
    day = THURSDAY_MORNING.date()
    make_session(user=person, exercise=circles, day=day, key=KEY)
    make_pause(user=person, first_day=day, key=KEY)


def send(client: Client, user: User, to: str, sent: dict[str, str]) -> "Response":
    """As an outbox does, a minute later; each act has a key of its own."""
    headers = {"Outbox": str(uuid4()), "Outbox-Who": user.mark}
    return client.post(to, {**sent, "ago": "60"}, headers=headers)


def test_each_form_that_goes_through_the_outbox_is_here() -> None:
    forms = [
        (template.stem, re.search(r"action=\"(?:{% url '?([\w:-]+))?", form))
        for template in Path("templates").rglob("*.html")
        for form in re.findall(r"<form[^>]* data-outbox[^>]*>", template.read_text())
    ]

    assert sorted((stem, found[1] or "") for stem, found in forms if found) == sorted(REFUSALS)


@CASES
def test_what_it_refuses_is_told_in_the_sentences_of_its_page(
    signed_in: Client, person: User, refusal: Refusal
) -> None:
    response = send(signed_in, person, refusal.to, refusal.sent)

    told = response.json()
    assert response.status_code == (404 if GONE in refusal.reasons else 400)
    assert (told["refused"], told["reasons"]) == (True, refusal.reasons)


@CASES
def test_its_page_says_the_same(signed_in: Client, refusal: Refusal) -> None:
    page = Page(signed_in.post(refusal.to, refusal.sent))

    assert all((reason in page.words) == (reason != GONE) for reason in refusal.reasons)


def test_what_is_right_is_taken_however_long_it_waited(signed_in: Client, person: User) -> None:
    sent = {
        NOTE: {"note": "Slept well."},
        PAIN: {"knee": "4", "note": "Slept well."},
        f"/sessions/{KEY}/": {"time": "08:00"},
        PAUSES: {**BACKWARDS, "last_day": "", "key": f"{KEY[:-1]}2"},
    }

    answers = [send(signed_in, person, to, fields).json() for to, fields in sent.items()]

    assert [answer.get("done") for answer in answers] == [True] * 4
    assert DayNote.objects.get(user=person).text == "Slept well."
    assert PainEntry.objects.get(user=person, site="knee").value == 4
    assert Pause.objects.of(person).count() == 2


def test_what_hurts_is_refused_with_the_reason_where_it_isn_t_kept(
    signed_in: Client, person: User
) -> None:
    consent.stop(person, key_of(person), now=THURSDAY_MORNING)

    told = send(signed_in, person, NOTE, {"note": "Tired."}).json()

    assert told["reasons"] == ["What hurts is kept only once you have agreed to it."]
    assert not DayNote.objects.exists()
