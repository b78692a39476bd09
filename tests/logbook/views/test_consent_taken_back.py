"""A consent can be taken back, which deletes, or nothing more is noted, which keeps."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.apps import apps
from django.test import Client

from accounts.models import User
from logbook.consent import Consent
from logbook.models import Session
from tests.logbook.views.check_in import ON_TODAY, PAIN, note_of, rows_of
from tests.logbook.views.consent_asked import (
    BACK,
    CHOICE,
    STOP,
    answer_yes,
    health_of,
    key_of,
    noted,
    said,
    yes,
)
from tests.make import MONDAY, THURSDAY_MORNING, make_pain, make_session
from tests.page import Page


def test_a_no_to_what_was_noted_before_leads_to_deleting_it(
    kims_browser: Client, kim: User, kims_session: Session
) -> None:
    noted(kim, kims_session)

    response = kims_browser.post(CHOICE, said(Page(kims_browser.get(CHOICE)), "no"))

    assert response["Location"] == BACK
    assert len(health_of(kim)) == 4  # nobody's notes go with one press
    kims_browser.post(BACK, {"key": key_of(kim)})
    assert health_of(kim) == []


def test_my_account_has_both_ways_out(kims_browser: Client, kim: User) -> None:
    answer_yes(kims_browser)

    page = Page(kims_browser.get("/settings/account/"))

    assert page.find("form", action=STOP)
    assert page.hidden("key") == [key_of(kim)]
    assert page.find("a", href=BACK)


def test_noting_nothing_more_keeps_what_is_there(
    kims_browser: Client, kim: User, kims_session: Session
) -> None:
    answer_yes(kims_browser)
    noted(kim, kims_session)

    for _ in range(2):
        assert kims_browser.post(STOP, {"key": key_of(kim)}).status_code == 302

    assert kims_browser.post(ON_TODAY, {"back": "4"}).status_code == 409
    assert len(health_of(kim)) == 4
    assert "You note nothing more, and what is there stays." in Page(kims_browser.get(CHOICE)).words
    answer_yes(kims_browser)
    assert kims_browser.post(ON_TODAY, {"back": "4"}).status_code == 302
    assert rows_of(kim)["back"] == (4, "")


def test_taking_it_back_says_what_goes_and_offers_the_file(
    kims_browser: Client, kim: User, kims_session: Session
) -> None:
    answer_yes(kims_browser)
    noted(kim, kims_session)

    page = Page(kims_browser.get(BACK))

    assert "This can’t be undone: what you noted is deleted at once" in page.words
    assert "1 answer about your pain goes. 1 note on a day goes." in page.words
    assert "The line on 1 session goes, and how much it hurt. The session stays." in page.words
    assert bool(page.find("a", href="/settings/download/")) == apps.is_installed("exchange")
    assert len(health_of(kim)) == 4


def test_taking_it_back_deletes_what_was_noted_and_nothing_else(
    kims_browser: Client, kim: User, kims_session: Session, person: User
) -> None:
    answer_yes(kims_browser)
    noted(kim, kims_session)
    make_session(user=kim, exercise=kims_session.exercise, note="gone", undone_at=THURSDAY_MORNING)
    make_pain(user=person, site="back", values={MONDAY: 3})

    page = Page(kims_browser.post(BACK, {"key": key_of(kim)}, follow=True))

    assert "Your consent is taken back, and what you noted is deleted." in page.words
    assert health_of(kim) == []
    assert health_of(person) == [("back", 3)]
    assert Session.objects.filter(user=kim).count() == 2
    assert Consent.objects.get(user=kim).withdrawn_at == THURSDAY_MORNING
    assert kims_browser.post(ON_TODAY, {"back": "4"}).status_code == 409


def test_taken_back_twice_is_once_and_leaves_what_came_after_a_new_answer(
    kims_browser: Client, kim: User
) -> None:
    answer_yes(kims_browser)
    old = {"key": key_of(kim)}
    assert [kims_browser.post(BACK, old).status_code for _ in range(2)] == [302, 302]
    answer_yes(kims_browser)
    kims_browser.post(ON_TODAY, {"back": "4"})

    response = kims_browser.post(BACK, old)

    assert response.status_code == 400
    assert "You have answered anew since." in Page(response).words
    assert rows_of(kim)["back"] == (4, "")


def test_an_answer_that_was_taken_back_in_another_tab_stays_so(
    kims_browser: Client, kim: User
) -> None:
    sent = yes(Page(kims_browser.get(PAIN))) | {"back": "4"}
    kims_browser.post(PAIN, sent)
    kims_browser.post(BACK, {"key": key_of(kim)})

    page = Page(kims_browser.post(PAIN, sent, follow=True))

    assert "You took this answer back. Nothing is kept: answer once more." in page.words
    assert rows_of(kim) == {}
    assert Consent.objects.count() == 1


def test_no_undo_on_any_device_brings_it_back(
    kims_browser: Client, kim: User, client_of: Callable[[User], Client]
) -> None:
    answer_yes(kims_browser)
    phone = client_of(kim)
    for device, text in ((phone, "private"), (phone, "other"), (kims_browser, "private too")):
        device.post("/days/2026-11-16/note/", {"note": text})
    assert phone.session["replaced"]["was"] == {"note": "private"}

    kims_browser.post(BACK, {"key": key_of(kim)})

    assert "replaced" not in phone.session
    assert "replaced" not in kims_browser.session
    assert phone.get("/today/").status_code == 200  # still signed in
    assert note_of(kim, MONDAY) is None


@pytest.mark.parametrize("path", [STOP, BACK])
def test_anothers_consent_is_not_found_and_a_slip_is_a_sentence(
    kims_browser: Client, person: User, path: str
) -> None:
    assert kims_browser.post(path, {"key": key_of(person)}).status_code == 404
    assert kims_browser.post(path, {"key": str(uuid4())}).status_code == 404
    assert kims_browser.post(path, {"key": "x"}).status_code == 400
    assert Consent.objects.get().may_note
