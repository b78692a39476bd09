"""The end of an account: its person's rows go at once, and so does what names them elsewhere."""

import json
import logging
from datetime import datetime, timedelta

from allauth.account.app_settings import RATE_LIMITS
from allauth.core.internal.ratelimit import get_cache_key, get_rates
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import transaction

from accounts.counted import forget_codes_of
from accounts.door import PersonsRequest
from accounts.models import User

log = logging.getLogger(__name__)
UNCONFIRMED_FOR = timedelta(days=7)


def is_last_superuser(user: User) -> bool:
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk)
    return user.is_superuser and not others.exists()


def forget_unconfirmed(now: datetime) -> None:
    """Accounts whose address nobody confirmed for a week: mistyped, perhaps, and another's."""
    nobodys = User.objects.filter(
        last_login=None, offers_passkey=True, date_joined__lt=now - UNCONFIRMED_FOR
    )
    if settings.MAIL:
        nobodys.filter(emailaddress__verified=False).delete()


def delete(request: PersonsRequest) -> None:
    """Whoever asks, in one transaction. All their devices are signed out with it."""
    user = request.user
    sessions = _sessions_of(user)  # all are read for it, and meanwhile others may write
    with transaction.atomic():
        cache.delete_many(_counted(request))
        forget_codes_of(user)
        for session in sessions:
            session.delete()
        people = ContentType.objects.get_for_model(User)
        LogEntry.objects.filter(content_type=people, object_id=str(user.pk)).delete()
        user.delete()
    log.warning("An account was deleted by its person.")


def _counted(request: PersonsRequest) -> list[str]:
    """The names under which allauth counts the person's tries, and those at their addresses."""
    user = request.user
    addresses = user.emailaddress_set.values_list("email", flat=True)  # type: ignore[attr-defined]
    names = {user.email, *map(str.lower, addresses), f"mfa-auth-user-{user.pk}"}
    app = "allauth.account"
    return [
        get_cache_key(request, app=app, action=action, rate=rate, key=name, user=user)
        for action in RATE_LIMITS
        for rate in get_rates(app=app, action=action)
        if rate.per != "ip"
        for name in names
    ]


def _sessions_of(user: User) -> list[Session]:
    """Also those that were begun and not signed in yet: they name who began."""
    signs = (str(user.pk), user.pk.hex, json.dumps(user.email))
    return [
        session
        for session in Session.objects.iterator()
        if any(sign in json.dumps(session.get_decoded(), default=str) for sign in signs)
    ]
