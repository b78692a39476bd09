"""People in a browser, where it is noon: no test begins on one day and ends on the next."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext

from accounts import zones
from accounts.models import User


def zone_at_noon() -> str:
    """A place where it is between twelve and one o'clock, under a name that browsers know too.

    A browser has a clock of its own, by which it also keeps files, so that a clock that is set for
    the site alone would show it pages that it never sees.
    """
    now = datetime.now(UTC)
    places = (name for name in sorted(zones.offered()) if not name.startswith("Antarctica/"))
    return next(name for name in places if now.astimezone(zones.zone(name)).hour == 12)


def today() -> date:
    return datetime.now(ZoneInfo(zone_at_noon())).date()


def sign_in(context: BrowserContext, user: User, base_url: str) -> None:
    """Without the form, so that each test begins where it means to."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": base_url}])
