"""What a week typed in from paper will change, and saving it."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import translation

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import Reason, SessionSource
from logbook.models import Session
from logbook.recording import pauses, sessions
from logbook.recording.pauses import NewPause
from logbook.recording.sessions import SessionChange
from tests.logbook.views.paper import (
    ADDRESS,
    CIRCLES,
    PRESSES,
    TODAY,
    TUESDAY,
    boxes,
    done,
    preview,
    save,
)
from tests.make import THURSDAY_MORNING, make_session, make_user
from tests.page import Page

pytestmark = pytest.mark.django_db


def test_the_preview_sums_up_and_saves_nothing(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    at_ten = datetime(2026, 11, 17, 7, 10, tzinfo=UTC)
    make_session(user=person, exercise=circles, day=TUESDAY, moment=at_ten)

    page = preview(signed_in, **{CIRCLES: "0", PRESSES: "5"})

    assert "16 to 22 November 5 sessions to add, 1 to remove. Nothing is saved yet." in page.words
    assert "Tuesday, Toe presses: 5. Your target was 3. All 5 are kept, 3 count." in page.words
    assert "Tuesday, Ankle circles: the session stored at 08:10 will be removed." in page.words
    assert "Monday, Wednesday and Thursday were left empty and stay as they are." in page.words
    assert "Save 6 changes" in page.words
    assert done(person) == [(TUESDAY, "ankle-circles")]


def test_each_session_that_would_go_is_named_the_filled_in_before_the_guided(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    for hour, source in ((18, "tick"), (7, "tick"), (12, "guided"), (None, "backfill")):
        moment = datetime(2026, 11, 17, hour, 5, tzinfo=UTC) if hour else None
        make_session(
            user=person,
            exercise=circles,
            day=TUESDAY,
            moment=moment,
            source=SessionSource(source),
        )

    page = preview(signed_in, **{CIRCLES: "1"})

    assert (
        "Tuesday, Ankle circles: the sessions stored at 08:05 and 19:05 will be removed. "
        "1 session stored without a time will be removed." in page.words
    )


def test_what_is_stored_already_is_nothing_to_change(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    make_session(user=person, exercise=circles, day=TUESDAY)

    page = preview(signed_in, **{CIRCLES: "1"})

    assert "Nothing to change. What you typed in is stored already." in page.words
    assert not page.find("button", name="save")


def test_a_week_left_empty_is_nothing_to_change(signed_in: Client) -> None:
    assert "Nothing to change: every box is empty." in preview(signed_in).words


def test_a_note_that_would_go_is_shown_as_it_was_typed(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    session = make_session(user=person, exercise=circles, day=TUESDAY)
    sessions.describe(person, session.key, SessionChange(note="<b>sore</b> \u202e"))

    shown = signed_in.post(ADDRESS, {CIRCLES: "0"}).content.decode()

    assert "<bdi>&lt;b&gt;sore&lt;/b&gt; \u202e</bdi>" in shown


def test_a_paused_day_with_new_sessions_is_named(signed_in: Client, person: User) -> None:
    pauses.add(
        person,
        NewPause(
            key=make_session(user=person, exercise=Exercise.objects.all()[0], day=TODAY).key,
            first_day=TUESDAY,
            last_day=None,
            reason=Reason.ILL,
        ),
        now=THURSDAY_MORNING,
    )

    page = preview(signed_in, **{CIRCLES: "4"})

    assert "Tuesday is paused. The sessions are kept and shown" in page.words
    assert "Your target was 3" not in page.words


def test_saving_leads_to_the_week_which_says_what_was_done_and_can_be_undone(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    make_session(user=person, exercise=circles, day=TUESDAY)

    address = save(signed_in, preview(signed_in, **{CIRCLES: "0", PRESSES: "2"}))

    assert address.startswith("/week/2026-11-16/?just=")
    assert done(person) == [(TUESDAY, "toe-presses")] * 2
    assert set(Session.objects.of(person).values_list("source", "moment")) == {("backfill", None)}
    page = Page(signed_in.get(address))
    assert "2 sessions added and 1 session removed. Undo" in page.words
    (form,) = page.find("form", method="post")
    assert signed_in.post(form["action"], {"page": "week"}).url == address
    assert done(person) == [(TUESDAY, "ankle-circles")]
    page = Page(signed_in.get(address))
    assert "2 sessions taken back and 1 session put back. Do it again" in page.words


def test_what_is_filled_in_for_today_is_without_a_time(signed_in: Client, person: User) -> None:
    save(signed_in, preview(signed_in, **{f"{TODAY}-toe-presses": "1"}))

    session = Session.objects.of(person).get()
    assert (session.source, session.moment) == (SessionSource.BACKFILL, None)


def test_saving_twice_is_once(signed_in: Client, person: User) -> None:
    page = preview(signed_in, **{PRESSES: "2"})

    assert save(signed_in, page) == save(signed_in, page)

    assert done(person) == [(TUESDAY, "toe-presses")] * 2


def test_what_changed_meanwhile_is_shown_before_anything_is_saved(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    page = preview(signed_in, **{CIRCLES: "2"})
    make_session(user=person, exercise=circles, day=TUESDAY)
    sent = {field["name"]: field["value"] for field in page.find("input", type="hidden")}

    response = signed_in.post(ADDRESS, {**sent, "save": "changes"})

    again = Page(response)
    assert response.status_code == 409
    assert "The week has changed since. Please look again at what will change." in again.words
    assert "1 session to add." in again.words
    assert len(done(person)) == 1
    save(signed_in, again)
    assert len(done(person)) == 2


def test_a_change_elsewhere_in_the_week_does_not_matter(
    signed_in: Client, person: User, circles: Exercise
) -> None:
    page = preview(signed_in, **{PRESSES: "1"})
    make_session(user=person, exercise=circles, day=TUESDAY)

    save(signed_in, page)

    assert done(person) == [(TUESDAY, "ankle-circles"), (TUESDAY, "toe-presses")]


def test_back_to_the_numbers_keeps_them(signed_in: Client) -> None:
    page = Page(signed_in.post(ADDRESS, {CIRCLES: "2", "back": "numbers"}))

    assert boxes(page)[CIRCLES] == "2"


@pytest.mark.parametrize("slip", [{"batch": "x"}, {"seen": "x"}])
def test_a_slip_in_the_hidden_fields_shows_the_preview_anew(
    signed_in: Client, person: User, slip: dict[str, str]
) -> None:
    page = preview(signed_in, **{CIRCLES: "2"})
    sent = {field["name"]: field["value"] for field in page.find("input", type="hidden")}

    response = signed_in.post(ADDRESS, {**sent, "save": "changes", **slip})

    assert "What will change" in Page(response).words
    assert done(person) == []


def test_boxes_of_days_to_come_are_not_listened_to(signed_in: Client, person: User) -> None:
    page = preview(signed_in, **{"2026-11-20-toe-presses": "2"})

    assert "Nothing to change" in page.words


def test_another_persons_sessions_stay(signed_in: Client, person: User, circles: Exercise) -> None:
    alex = make_user(email="alex@example.org")
    make_session(user=alex, exercise=circles, day=TUESDAY)

    page = preview(signed_in, **{CIRCLES: "0"})

    assert "Nothing to change" in page.words
    assert len(done(alex)) == 1


def test_the_numbers_are_the_same_in_every_language(signed_in: Client) -> None:
    with translation.override("de"):
        page = preview(signed_in, **{CIRCLES: "20"})

    assert page.hidden(CIRCLES) == ["20"]
