"""What the tests of the pain check-in share: how it is filled in and sent, and what is stored."""

from datetime import date

from django.test import Client

from accounts.models import User
from logbook.models import DayNote, PainEntry
from tests.page import Page

TODAY = date(2026, 11, 19)
TUESDAY = date(2026, 11, 17)
PAIN = "/pain/"
ON_TODAY = "/pain/2026-11-19/"
BLANK = {
    "back": "",
    "knee": "",
    "knee_side": "",
    "hip": "",
    "hip_side": "",
    "foot": "",
    "foot_side": "",
    "note": "",
}


def sent(page: Page, **instead: str) -> dict[str, str]:
    """What a browser sends of the page as it was drawn, with these fields filled in instead."""
    drawn = page.initials
    return {**{name.removeprefix("initial-"): value for name, value in drawn.items()}, **drawn} | (
        instead
    )


def save(client: Client, path: str = PAIN, **filled_in: str) -> Page:
    page = Page(client.get(path))
    address = page.find("form", method="post")[-1]["action"]
    return Page(client.post(address, sent(page, **filled_in), follow=True))


def rows_of(user: User, day: date = TODAY) -> dict[str, tuple[int | None, str]]:
    found = PainEntry.objects.filter(user=user, day=day)
    return {entry.site: (entry.value, entry.side) for entry in found}


def note_of(user: User, day: date = TODAY) -> str | None:
    return DayNote.objects.filter(user=user, day=day).values_list("text", flat=True).first()


def checked(page: Page) -> dict[str, str]:
    return {
        field["name"]: field["value"]
        for field in page.find("input", type="radio")
        if "checked" in field
    }
