"""The note on a day, and what is noted of one session: rows after it was saved, then the words."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import Site
from logbook.models import DayNote, Session
from tests.make import make_pain, make_session, make_user, prefer
from tests.page import Page

TODAY = date(2026, 11, 19)
TUESDAY = date(2026, 11, 17)
DAY = "/days/2026-11-17/"
NOTE = "/days/2026-11-17/note/"
AS_TYPED = "<b>bold</b> \u202egnp.exe & 👣"


def note_of(user: User, day: date = TUESDAY) -> str | None:
    return DayNote.objects.filter(user=user, day=day).values_list("text", flat=True).first()


def undo_of(page: Page) -> dict[str, str]:
    """What the flash's form sends, the first one on the page."""
    fields = [
        (field["name"], field.get("value", "")) for field in page.find("input", type="hidden")
    ]
    names = [name for name, _ in fields]
    return dict(fields[: names.index("csrfmiddlewaretoken", 1)])


def test_a_note_on_a_day_is_saved_told_and_undone(signed_in: Client, person: User) -> None:
    told = Page(signed_in.post(NOTE, {"note": "Long walk."}, follow=True))

    assert note_of(person) == "Long walk."
    assert "Your note is saved." in told.words

    for _ in range(2):
        told = Page(
            signed_in.post(NOTE, undo_of(told) | {"initial-note": "Long walk."}, follow=True)
        )
    assert note_of(person) is None
    assert "There is no note on this day now." in told.words


def test_the_undo_of_a_change_brings_the_earlier_note_back(signed_in: Client, person: User) -> None:
    signed_in.post(NOTE, {"note": "Long walk.\r\nNew band."})
    told = Page(signed_in.post(NOTE, {"note": "Short walk."}, follow=True))

    signed_in.post(NOTE, undo_of(told))

    assert note_of(person) == "Long walk.\nNew band."


def test_of_two_notes_on_a_day_the_later_wins_and_says_so(signed_in: Client, person: User) -> None:
    signed_in.post(NOTE, {"note": "Rain.", "initial-note": ""})
    told = Page(signed_in.post(NOTE, {"note": "Sun.", "initial-note": ""}, follow=True))

    assert note_of(person) == "Sun."
    assert "This replaces a newer change of: A note for this day." in told.words


@pytest.mark.parametrize("length", [499, 500])
def test_a_note_may_have_500_characters(signed_in: Client, person: User, length: int) -> None:
    signed_in.post(NOTE, {"note": "x" * length})

    assert note_of(person) == "x" * length


@pytest.mark.parametrize("length", [501, 10_000])
def test_a_note_that_is_too_long_comes_back_as_typed(
    signed_in: Client, person: User, length: int
) -> None:
    response = signed_in.post(NOTE, {"note": "x" * length})

    page = Page(response)
    assert response.status_code == 400
    assert f"This note is too long: {length} characters. Shorten it to 500" in page.words
    assert "x" * length in page.words
    assert note_of(person) is None


def test_a_note_is_shown_as_typed(signed_in: Client, person: User) -> None:
    shown = signed_in.post(NOTE, {"note": AS_TYPED}, follow=True).content.decode()

    assert note_of(person) == AS_TYPED
    assert "&lt;b&gt;bold&lt;/b&gt; \u202egnp.exe &amp; 👣" in shown


@pytest.mark.parametrize("day", ["2026-11-15", "2026-11-20"])
def test_a_day_out_of_turn_takes_no_note(signed_in: Client, person: User, day: str) -> None:
    response = signed_in.post(f"/days/{day}/note/", {"note": "x"})

    assert response.status_code == 400
    assert "That was not recorded" in Page(response).words
    assert note_of(person, date.fromisoformat(day)) is None


def test_a_day_tells_its_pain_and_note_and_nobody_elses(signed_in: Client, person: User) -> None:
    alex = make_user(email="alex@example.org")
    make_pain(user=alex, site=Site.HIP, values={TUESDAY: 9})
    DayNote.objects.create(user=alex, day=TUESDAY, text="secret", recorded_at="2026-11-17T08:00Z")
    assert "No pain was noted that day. Note your pain" in Page(signed_in.get(DAY)).words

    make_pain(user=person, site=Site.FOOT, values={TUESDAY: 2})
    make_pain(user=person, site=Site.BACK, values={TUESDAY: 5})
    make_pain(user=person, site=Site.KNEE, values={TUESDAY: None})

    page = Page(signed_in.get(DAY))

    assert "Pain that day: back 5, foot 2. Change" in page.words
    assert page.find("a", href="/pain/2026-11-17/")
    assert "secret" not in page.words


def test_a_day_leads_to_pauses(signed_in: Client) -> None:
    assert Page(signed_in.get(DAY)).find("a", href=reverse("logbook:pauses"))


@pytest.fixture
def session(person: User, circles: Exercise) -> Session:
    """Ankle circles on Tuesday, at an unknown time."""
    return make_session(user=person, exercise=circles, day=TUESDAY)


def address(session: Session) -> str:
    return reverse("logbook:details", args=[session.key])


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("wall", "moment", "shown"),
    [
        ("14:30", at(2026, 11, 17, 13, 30), "14:30"),
        ("03:00", at(2026, 11, 17, 2), "03:00"),
        ("01:30", at(2026, 11, 18, 0, 30), "01:30"),
        ("", None, "No time"),
    ],
)
def test_a_session_gets_a_time_on_the_persons_clock_and_a_line(
    signed_in: Client,
    session: Session,
    wall: str,
    moment: datetime | None,
    shown: str,
) -> None:
    told = Page(signed_in.post(address(session), {"time": wall, "note": AS_TYPED}, follow=True))

    session.refresh_from_db()
    assert (session.day, session.moment, session.note) == (TUESDAY, moment, AS_TYPED)
    assert f"{shown}, ticked {AS_TYPED}" in told.words
    assert "Saved: Ankle circles," in told.words


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24)])
def test_a_time_in_the_nights_when_clocks_change_is_taken(
    signed_in: Client, person: User, circles: Exercise, day: date
) -> None:
    prefer(person, first_day=date(2026, 3, 1))
    session = make_session(user=person, exercise=circles, day=day)

    response = signed_in.post(address(session), {"time": "02:30"}, follow=True)

    assert response.status_code == 200
    session.refresh_from_db()
    assert session.moment is not None


@pytest.mark.parametrize(
    ("wall", "status"), [("08:59", 302), ("09:00", 302), ("09:01", 400), ("01:30", 400)]
)
def test_a_time_that_is_still_to_come_is_refused(
    signed_in: Client, person: User, circles: Exercise, wall: str, status: int
) -> None:
    """It is nine in the morning; half past one is in the night after."""
    session = make_session(user=person, exercise=circles, day=TODAY)

    response = signed_in.post(address(session), {"time": wall, "note": "kept"})

    assert response.status_code == status
    session.refresh_from_db()
    assert bool(session.moment) == bool(session.note) == (status == 302)
    if status == 400:
        assert f"Time: {wall} on this day is still to come." in Page(response).words


@pytest.mark.parametrize(
    ("filled_in", "sentence"),
    [
        ({"time": "25:00"}, "That is not a time of day. Write it like 14:30."),
        ({"time": "noon"}, "That is not a time of day. Write it like 14:30."),
        ({"note": "x" * 201}, "This note is too long: 201 characters. Shorten it to 200, please."),
        ({"note": "a\x00"}, "This note has a sign in it that can’t be read."),
    ],
)
def test_bad_details_come_back_as_typed_and_change_nothing(
    signed_in: Client, session: Session, filled_in: dict[str, str], sentence: str
) -> None:
    response = signed_in.post(address(session), {"time": "10:00", "note": "x"} | filled_in)

    assert response.status_code == 400
    assert sentence in Page(response).words
    fields = {field["name"]: field.get("value") for field in Page(response).find("input")}
    assert fields | filled_in == fields
    session.refresh_from_db()
    assert (session.moment, session.note) == (None, "")


def test_details_are_undone_and_removing_and_putting_back_keeps_them(
    signed_in: Client, person: User, session: Session
) -> None:
    signed_in.post(address(session), {"time": "10:00", "note": "first"})
    told = Page(signed_in.post(address(session), {"time": "11:00", "note": "second"}, follow=True))

    for _ in range(2):
        signed_in.post(address(session), undo_of(told))
    for act in ("undo", "put-back"):
        signed_in.post(reverse(f"logbook:{act}", args=[session.key]), {"page": "day"})

    again = Session.objects.of(person).get()
    assert (again.moment, again.note) == (at(2026, 11, 17, 9), "first")


def test_two_tabs_that_change_time_and_note_both_survive(
    signed_in: Client, session: Session
) -> None:
    drawn = {"initial-time": "", "initial-note": "", "time": "", "note": ""}

    signed_in.post(address(session), drawn | {"time": "10:00"})
    signed_in.post(address(session), drawn | {"note": "new band"})

    session.refresh_from_db()
    assert (session.moment, session.note) == (at(2026, 11, 17, 9), "new band")


def test_a_session_that_is_anothers_taken_back_or_unknown_is_not_found(
    signed_in: Client, person: User, circles: Exercise, client_of: Callable[[User], Client]
) -> None:
    gone = make_session(user=person, exercise=circles, undone_at=at(2026, 11, 18))
    alex = make_user(email="alex@example.org")
    anothers = make_session(user=alex, exercise=circles)

    for key in (gone.key, anothers.key, uuid4()):
        path = reverse("logbook:details", args=[key])
        assert signed_in.get(path).status_code == 404
        assert signed_in.post(path, {"note": "x"}).status_code == 404
    anothers.refresh_from_db()
    assert anothers.note == ""
