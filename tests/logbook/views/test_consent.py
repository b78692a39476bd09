"""Before anything that hurts is stored, a person is asked, once."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from accounts.models import User
from logbook import consent
from logbook.consent import Consent
from logbook.models import Session
from tests.logbook.views.check_in import ON_TODAY, PAIN
from tests.logbook.views.consent_asked import (
    CHOICE,
    answer_yes,
    health_of,
    key_of,
    noted,
    said,
    yes,
)
from tests.make import THURSDAY_MORNING
from tests.page import Page

HURTS = "/welcome/hurts/"
WORDS = (
    "You are about to note how much it hurts. That is information about your health. Whoever runs "
    "this site keeps it here so that you can see it again and show it. Whoever runs the site could "
    "read it. Nobody else gets it unless you share it. Whoever runs this site hasn’t said who they "
    "are. Ask before you note anything private. You needn’t: everything else works without. You "
    "can take this back at any time in My account. Then what you noted is deleted; you can save it "
    "as a file first."
)


@pytest.mark.parametrize("path", [HURTS, PAIN, CHOICE])
def test_the_question_comes_first_in_the_words_of_its_version(
    kims_browser: Client, path: str
) -> None:
    page = Page(kims_browser.get(path))

    assert consent.WORDS == 1
    assert WORDS in page.words
    (box,) = page.find("input", type="checkbox")
    assert "checked" not in box
    assert "Yes, keep what I note about my pain and how I feel." in page.words
    buttons = page.find("button", name="consent-choice")
    assert [each["value"] for each in buttons] == ["save", "no"]
    assert len({each["class"] for each in buttons}) == 1  # of one size


def test_the_question_names_the_host(kims_browser: Client, settings: Settings) -> None:
    settings.OPERATOR = "Dr <Foot>"

    page = Page(kims_browser.get(PAIN))

    assert "Dr <Foot> keeps it on this site so that you can see it again" in page.words
    assert "hasn’t said who they are" not in page.words


def test_a_yes_is_kept_with_its_moment_words_and_language(kims_browser: Client, kim: User) -> None:
    response = kims_browser.post(HURTS, yes(Page(kims_browser.get(HURTS))))

    assert response["Location"] == HURTS
    row = Consent.objects.get()
    assert (row.user, row.version, row.language) == (kim, 1, "en-gb")
    assert (row.is_given, row.answered_at) == (True, THURSDAY_MORNING)
    assert (row.stopped_at, row.withdrawn_at) == (None, None)
    assert key_of(kim) == str(row.key)
    assert Page(kims_browser.get(HURTS)).find("input", type="checkbox", name="hurts")


def test_a_no_is_kept_too_and_the_welcome_goes_on(kims_browser: Client) -> None:
    response = kims_browser.post(HURTS, said(Page(kims_browser.get(HURTS)), "no"))

    assert response["Location"] == "/welcome/ask-first/"
    assert not Consent.objects.get().is_given
    page = Page(kims_browser.get(PAIN))
    assert "You chose that nothing more is noted of your pain" in page.words
    assert not page.find("input", name="consent-key")  # asked once
    assert "Skip any you like" not in page.words  # there is nothing to skip


@pytest.mark.parametrize("asked_at", [HURTS, PAIN])
def test_a_yes_without_its_box_is_none(kims_browser: Client, asked_at: str) -> None:
    response = kims_browser.post(asked_at, said(Page(kims_browser.get(asked_at))))

    page = Page(response)
    assert response.status_code == 400
    assert "Tick the box to say yes, or press “Don’t keep it”." in page.words
    assert not page.find("a", **{"class": "back"})  # they didn't come from My account
    assert not Consent.objects.exists()


@pytest.mark.parametrize("choice", ["", "maybe"])
@pytest.mark.parametrize("key", ["", "x"])
def test_a_form_with_a_slip_is_a_sentence(kims_browser: Client, choice: str, key: str) -> None:
    response = kims_browser.post(PAIN, {"consent-key": key, "consent-choice": choice})

    assert response.status_code == 400
    assert "This form has a slip in it" in Page(response).words
    assert not Consent.objects.exists()


def test_the_same_answer_twice_is_one(kims_browser: Client) -> None:
    sent = yes(Page(kims_browser.get(CHOICE)))

    assert [kims_browser.post(CHOICE, sent).status_code for _ in range(2)] == [302, 302]
    assert Consent.objects.count() == 1


def test_an_answer_under_anothers_key_is_not_found(kims_browser: Client, person: User) -> None:
    sent = {"consent-key": key_of(person), "consent-choice": "no"}

    assert kims_browser.post(CHOICE, sent).status_code == 404
    assert Consent.objects.get().user == person


def every_write(session: Session) -> dict[str, dict[str, str]]:
    """What each page sends that tells how somebody is."""
    return {
        ON_TODAY: {"back": "4", "note": "<slept>\nbadly"},
        "/days/2026-11-16/note/": {"note": "slept badly"},
        f"/sessions/{session.key}/": {"time": "", "note": "stiff", "during": ""},
        f"/sessions/{session.key}/during/": {"page": "day", "during": "high"},
        HURTS: {"hurts": "knee"},
        "/settings/": {"hurts": "knee", "time_zone": "UTC", "day_ends_at": "3"}
        | {"week_starts_on": "0", "theme": ""},
    }


@pytest.mark.parametrize("number", range(6))
def test_without_it_nothing_is_stored_and_a_yes_stores_what_was_typed(
    kims_browser: Client, kim: User, kims_session: Session, number: int
) -> None:
    path, typed = list(every_write(kims_session).items())[number]

    response = kims_browser.post(path, typed)

    page = Page(response)
    assert response.status_code == 409
    assert health_of(kim) == []
    assert {name: page.hidden(name) for name in typed} == {
        name: [value] for name, value in typed.items()
    }
    assert "Nothing is saved yet. There is one question first." in page.words

    response = kims_browser.post(path, typed | yes(page))

    assert response.status_code == 302
    assert health_of(kim) != []


@pytest.mark.parametrize("number", range(6))
def test_a_no_stores_nothing_of_it(
    kims_browser: Client, kim: User, kims_session: Session, number: int
) -> None:
    path, typed = list(every_write(kims_session).items())[number]

    response = kims_browser.post(path, typed | said(Page(kims_browser.post(path, typed)), "no"))

    assert response.status_code == 302
    assert health_of(kim) == []


def test_everything_else_works_without(
    kims_browser: Client, kim: User, kims_session: Session
) -> None:
    today = Page(kims_browser.get("/today/"))
    page = Page(kims_browser.get("/settings/"))
    details = Page(kims_browser.get(f"/sessions/{kims_session.key}/"))

    assert "How are your back, knees, hips and feet?" in today.words
    assert "hurts" not in page.initials
    assert kims_browser.post("/settings/", page.sent({"theme": "dark"})).status_code == 302
    sent = details.sent({"time": "07:30"})
    assert "note" not in sent
    assert kims_browser.post(f"/sessions/{kims_session.key}/", sent).status_code == 302
    kim.refresh_from_db()
    kims_session.refresh_from_db()
    assert kim.theme == "dark"
    assert kims_session.moment == datetime(2026, 11, 16, 6, 30, tzinfo=UTC)


def test_how_much_a_session_hurt_is_not_asked_without(
    kims_browser: Client, kim: User, kims_session: Session
) -> None:
    day = f"/days/2026-11-16/?just={kims_session.key}"

    assert "How much did it hurt" not in Page(kims_browser.get(day)).words
    answer_yes(kims_browser)
    assert "How much did it hurt" in Page(kims_browser.get(day)).words


def test_what_was_noted_before_is_shown_and_not_added_to(
    kims_browser: Client, kim: User, kims_session: Session
) -> None:
    noted(kim, kims_session)

    pain = Page(kims_browser.get("/pain/2026-11-16/"))
    day = Page(kims_browser.get("/days/2026-11-16/"))
    details = Page(kims_browser.get(f"/sessions/{kims_session.key}/"))

    assert "Noted for this day: back 7." in pain.words
    assert "a bad day" in pain.words
    assert WORDS in pain.words
    assert "a bad day" in day.words
    assert "stiff" in details.words
    for page in (day, details):
        assert page.find("a", href=CHOICE)
        assert not page.find("textarea")
    assert len(health_of(kim)) == 4


def test_only_another_meaning_asks_again(
    kims_browser: Client, kim: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_yes(kims_browser)
    assert not Page(kims_browser.get(PAIN)).find("input", name="consent-key")

    monkeypatch.setattr(consent, "WORDS", 2)

    assert Page(kims_browser.get(PAIN)).find("input", name="consent-key")
    assert kims_browser.post(ON_TODAY, {"back": "4"}).status_code == 409


def test_a_wrong_number_is_told_before_the_question(kims_browser: Client, kim: User) -> None:
    response = kims_browser.post(ON_TODAY, {"back": "11", "note": "typed"})

    page = Page(response)
    assert response.status_code == 400
    assert "Choose a number from 0 to 10, or Skip." in page.words
    assert page.find("textarea", name="note")
    assert health_of(kim) == []


@pytest.mark.parametrize(("path", "queries"), [("/today/", 6), (PAIN, 5), (HURTS, 2)])
@pytest.mark.parametrize("is_asked", [False, True])
def test_the_consent_comes_with_the_person(
    kims_browser: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    path: str,
    queries: int,
    is_asked: bool,
) -> None:
    if is_asked:
        answer_yes(kims_browser)

    with django_assert_num_queries(queries):
        kims_browser.get(path)
