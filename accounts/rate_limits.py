"""How often codes and passwords may be tried, and when that is forgotten."""

from datetime import datetime

from allauth.account.app_settings import RATE_LIMITS
from allauth.account.models import EmailAddress
from allauth.core import ratelimit
from django.db import connection
from django.http import HttpRequest
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from accounts.models import User

TABLE = "cache"
EXPECTED = "expected_code"
JUST_SENT = _("A code has only just gone. Wait ten seconds before you ask for another one.")
ONE_HOST = "localhost"
"""By which host wrong passwords are counted, whichever the site was asked by."""


def may_try(request: HttpRequest, sent: str, *, counts: bool = True) -> bool:
    """Whether the code that was sent may be tried once more; each such question counts.

    allauth counts in the session, which requests that come at once all read before one writes.
    """
    return bool(ratelimit.consume(request, action="code_tried", key=sent, dry_run=not counts))


def expect_code(request: HttpRequest) -> None:
    """Another code is on its way: from now on its tries are counted."""
    request.session[EXPECTED] = get_random_string(12)


def expected_code(request: HttpRequest) -> str:
    """A name for the code that was sent last, or for none to a strange address."""
    return str(request.session.get(EXPECTED, ""))


def forget_expired(now: datetime) -> None:
    """The table keeps what has run out until it is full."""
    _forget("expires < %s", connection.ops.adapt_datetimefield_value(now.replace(microsecond=0)))


def forget_tries_of(user: User) -> None:
    """How often somebody tried at the person's addresses, or the person here."""
    nobody = HttpRequest()
    nobody.META["REMOTE_ADDR"] = "::"  # allauth would forget the tries from this address too
    addresses = EmailAddress.objects.filter(user=user).values_list("email", flat=True)
    emails = {user.email, *map(str.lower, addresses)}
    keys = {*emails, *(f"{ONE_HOST}:{email}" for email in emails), f"mfa-auth-user-{user.pk}"}
    for action, rates in RATE_LIMITS.items():
        if "/key" in rates:
            for key in keys:
                ratelimit.clear(nobody, action=action, key=key)
        elif "/user" in rates:
            ratelimit.clear(nobody, action=action, user=user)


def forget_codes_of(user: User) -> None:
    """Which of their app's codes were used; Redis forgets it as soon as those work no more."""
    _forget("cache_key LIKE %s", f"%{user.pk}%")


def _forget(which: str, value: str | datetime | None) -> None:
    """In the table, also where it is left over from before counts went to Redis, if there is one.

    Redis forgets by itself what has run out.
    """
    if TABLE in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {TABLE} WHERE {which}", [value])  # noqa: S608 - our words
