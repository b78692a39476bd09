"""What the tests of the consent share: how it is answered, and what tells how somebody is."""

from django.test import Client

from accounts.models import User
from logbook.models import DayNote, PainEntry, Preferences, Session
from tests.make import MONDAY, THURSDAY_MORNING, make_pain
from tests.page import Page

CHOICE, STOP, BACK = "/settings/consent/", "/settings/consent/stop/", "/settings/consent/take-back/"


def said(page: Page, choice: str = "save", **also: str) -> dict[str, str]:
    """What is sent with that button; `also` may tick the box."""
    (key,) = page.hidden("consent-key")
    return {"consent-key": key, "consent-choice": choice, **also}


def yes(page: Page) -> dict[str, str]:
    return said(page, **{"consent-keep": "on"})


def key_of(user: User) -> str:
    return str(Preferences.objects.get(user=user).consent_id)


def answer_yes(browser: Client) -> None:
    browser.post(CHOICE, yes(Page(browser.get(CHOICE))))


def health_of(user: User) -> list[object]:
    told = Session.objects.filter(user=user).exclude(note="", during="")
    return [
        *PainEntry.objects.filter(user=user).values_list("site", "value"),
        *DayNote.objects.filter(user=user).values_list("text", flat=True),
        *told.values_list("note", "during"),
        *Preferences.objects.get(user=user).hurts,
    ]


def noted(user: User, session: Session) -> None:
    """As it was before there was a question."""
    make_pain(user=user, site="back", values={MONDAY: 7})
    DayNote.objects.create(user=user, day=MONDAY, text="a bad day", recorded_at=THURSDAY_MORNING)
    Session.objects.filter(key=session.key).update(note="stiff", during="high")
    Preferences.objects.filter(user=user).update(hurts=["back"])
