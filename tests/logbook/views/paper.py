"""What the tests of a paper week share: how it is typed in, looked at and saved, what is stored."""

from datetime import date, timedelta

from django.test import Client

from accounts.models import User
from logbook.models import Session
from tests.make import MONDAY
from tests.page import Page

ADDRESS = "/week/2026-11-16/fill/"
TUESDAY = MONDAY + timedelta(days=1)
TODAY = date(2026, 11, 19)
CIRCLES, PRESSES = "2026-11-17-ankle-circles", "2026-11-17-toe-presses"
LONG = "9" * 5000


def boxes(page: Page) -> dict[str, str]:
    """The boxes' names and what stands in them."""
    found = page.find("input", inputmode="numeric")
    return {box["name"]: box.get("value", "") for box in found}


def preview(client: Client, **numbers: str) -> Page:
    return Page(client.post(ADDRESS, numbers))


def save(client: Client, page: Page) -> str:
    """Press the preview's button; the address it leads to."""
    sent = {field["name"]: field["value"] for field in page.find("input", type="hidden")}
    return client.post(ADDRESS, {**sent, "save": "changes"}).url


def done(user: User) -> list[tuple[date, str]]:
    return sorted(Session.objects.of(user).values_list("day", "exercise__slug"))
