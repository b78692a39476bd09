"""Browsers' sessions: whom each names, and on which device a person is signed in."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, cast
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends import db
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.access import PersonsRequest
from accounts.models import BrowserSession, User

IDS = re.compile(r"\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b")
EMAILS = re.compile(r'"([^"@]+@[^"@]+)"')

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
TYPED_EMAIL = "typed_email"
"""The new address of somebody, as they typed it, until they confirm it."""


class SessionStore(db.SessionStore):
    """Django's, each with the person whom it names, who is found by index.

    The class keeps its name: Django signs what is in a session with it.
    """

    @classmethod
    def get_model_class(cls) -> type[BrowserSession]:
        return BrowserSession

    def create_model_instance(self, data: dict[str, Any]) -> BrowserSession:
        session = cast("BrowserSession", super().create_model_instance(data))
        session.user_id = person_named_in(data)
        return session


def person_named_in(data: Mapping[str, object]) -> UUID | None:
    """Who is signed in, or has begun to: allauth keeps their number or address meanwhile."""
    if SESSION_KEY in data:
        return UUID(str(data[SESSION_KEY]))
    text = json.dumps(data, default=str, ensure_ascii=False)
    named = Q(pk__in=IDS.findall(text)) | Q(email__in=EMAILS.findall(text))
    return User.objects.filter(named).values_list("pk", flat=True).first()


class Device(NamedTuple):
    """`since` is the day on which they signed in there; None where it isn't known."""

    pk: int | None
    name: str
    since: date | None


def device_name(user_agent: str) -> str:
    """“Chrome on Android”, as far as the browser says what it is."""
    browser = next((name for sign, name in BROWSERS.items() if sign in user_agent), None)
    system = next((name for sign, name in SYSTEMS.items() if sign in user_agent), None)
    if system is None:
        return browser or _("A device that doesn’t say what it is")
    return _("%(browser)s on %(system)s") % {"browser": browser or _("A browser"), "system": system}


def device_of(request: HttpRequest) -> str:
    return device_name(request.META.get("HTTP_USER_AGENT", ""))


def signed_in(request: PersonsRequest) -> tuple[Device, list[Device]]:
    """This device, and the others, those that signed in last first."""
    this = Device(None, device_of(request), None)
    others = []
    rows = UserSession.objects.purge_and_list(request.user)
    for row in sorted(rows, key=lambda row: row.created_at, reverse=True):
        day = row.created_at.astimezone(request.user.zone).date()
        if row.is_current():
            this = this._replace(since=day)
        else:
            others.append(Device(row.pk, device_name(row.user_agent), day))
    return this, others


def keep_signed_in(request: HttpRequest, user: User) -> None:
    """Here, with a password that they showed just now: it may have been hashed anew for that."""
    user.refresh_from_db(fields=["password"])
    request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()


def forget_network(session_key: str | None) -> None:
    """allauth keeps from which address of the network each sign-in came; nobody here needs it."""
    UserSession.objects.filter(session_key=session_key).update(ip=NOWHERE)


def forget_everywhere(user: User, name: str) -> None:
    """Take what is kept under that name out of all sessions of the person, which end as before."""
    for row in BrowserSession.objects.filter(user=user):
        data = row.get_decoded()
        if data.pop(name, None) is not None:
            row.session_data = SessionStore().encode(data)
            row.save(update_fields=["session_data"])
