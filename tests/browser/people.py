"""People in a browser, where it is noon: no test begins on one day and ends on the next."""

from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext

from accounts.models import User


@cache
def zone_at_noon() -> str:
    """A place where it is between twelve and one o'clock when first asked, and stays the same then.

    A browser has a clock of its own, by which it also keeps files, so that a clock that is set for
    the site alone would show it pages that it never sees. Only places with a clock of their own:
    of the others browsers tell the one that they share it with (America/Panama for Atikokan).
    """
    now = datetime.now(UTC)
    places = (name for name in _places() if not name.startswith("Antarctica/"))
    return next(name for name in places if now.astimezone(ZoneInfo(name)).hour == 12)


def _places() -> list[str]:
    table = (files("tzdata") / "zoneinfo" / "zone1970.tab").read_text("utf-8").splitlines()
    return sorted(line.split("\t")[2] for line in table if not line.startswith("#"))


def today() -> date:
    return datetime.now(ZoneInfo(zone_at_noon())).date()


def sign_in(context: BrowserContext, user: User, base_url: str) -> None:
    """Without the form, so that each test begins where it means to."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": base_url}])
