"""What is counted of people's tries: how often a code was tried, and when that is forgotten."""

from datetime import datetime
from typing import Any

from allauth.core import ratelimit
from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from accounts.models import User


def may_try(request: HttpRequest, process: Any) -> bool:
    """Whether the code that was sent may be tried once more; each such question counts.

    allauth counts in the session, which requests that come at once all read before one writes.
    """
    sent = process.state
    code = ":".join(str(sent[name]) for name in ("email", "at", "resend_count"))
    return bool(ratelimit.consume(request, action="code_tried", key=code))


def forget_expired(now: datetime) -> None:
    """The cache's table keeps what has run out until it is full."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {_table()} WHERE expires < %s",  # noqa: S608 - a name of ours
            [connection.ops.adapt_datetimefield_value(now.replace(microsecond=0))],
        )


def forget_codes_of(user: User) -> None:
    """Which of their app's codes were used."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"DELETE FROM {_table()} WHERE cache_key LIKE %s",  # noqa: S608 - a name of ours
            [f"%{user.pk}%"],
        )


def _table() -> str:
    return connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
