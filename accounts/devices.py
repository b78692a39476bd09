"""The devices on which a person is signed in: what to call them, and how to sign out there."""

from datetime import date
from typing import NamedTuple

from allauth.usersessions.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.door import PersonsRequest

# What is only in its own user agent comes before what others also say: they all say Safari.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser/": "Samsung Internet",
    "Firefox/": "Firefox",
    "FxiOS/": "Firefox",
    "Chrome/": "Chrome",
    "CriOS/": "Chrome",
    "Safari/": "Safari",
}
SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "CrOS": "Chromebook",
    "Windows": "Windows",
    "Macintosh": "Mac",
    "Linux": "Linux",
}


NOWHERE = "::"


class Device(NamedTuple):
    """`since` is the day on which they signed in there; None where it isn't known."""

    pk: int | None
    name: str
    since: date | None


def name_of(user_agent: str) -> str:
    """“Chrome on Android”, as far as the browser says what it is."""
    browser = next((name for sign, name in BROWSERS.items() if sign in user_agent), None)
    system = next((name for sign, name in SYSTEMS.items() if sign in user_agent), None)
    if system is None:
        return browser or _("A device that doesn’t say what it is")
    return _("%(browser)s on %(system)s") % {"browser": browser or _("A browser"), "system": system}


def user_agent_of(request: HttpRequest) -> str:
    return str(request.META.get("HTTP_USER_AGENT", ""))


def signed_in(request: PersonsRequest) -> tuple[Device, list[Device]]:
    """This device, and the others, those that signed in last first."""
    this = Device(None, name_of(user_agent_of(request)), None)
    others = []
    rows = UserSession.objects.purge_and_list(request.user)
    for row in sorted(rows, key=lambda row: row.created_at, reverse=True):
        day = row.created_at.astimezone(request.user.zone).date()
        if row.is_current():
            this = this._replace(since=day)
        else:
            others.append(Device(row.pk, name_of(row.user_agent), day))
    return this, others


def forget_network(session_key: str | None) -> None:
    """allauth keeps from which address of the network each sign-in came; nobody here needs it."""
    UserSession.objects.filter(session_key=session_key).update(ip=NOWHERE)


def sign_out(rows: "QuerySet[UserSession]") -> None:
    """At once: what is asked for from there next is asked to sign in."""
    get_adapter().end_sessions(rows)
