"""What is counted of people's tries: how often a code was tried, and when that is forgotten."""

from datetime import datetime
from typing import Any

from allauth.core import ratelimit
from django.db import connection
from django.http import HttpRequest

from accounts.models import User

TABLE = "cache"


def may_try(request: HttpRequest, process: Any) -> bool:
    """Whether the code that was sent may be tried once more; each such question counts.

    allauth counts in the session, which requests that come at once all read before one writes.
    """
    sent = process.state
    code = ":".join(str(sent[name]) for name in ("email", "at", "resend_count"))
    return bool(ratelimit.consume(request, action="code_tried", key=code))


def forget_expired(now: datetime) -> None:
    """The table keeps what has run out until it is full."""
    _forget("expires < %s", connection.ops.adapt_datetimefield_value(now.replace(microsecond=0)))


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
