"""The end of an account: its person's rows go at once, and so does what names them elsewhere."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from accounts.models import User
from accounts.rate_limits import forget_codes_of, forget_tries_of

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


def delete(user: User, *, why: str = "by its person") -> None:
    """In one transaction. All their devices are signed out with it."""
    with transaction.atomic():
        forget_tries_of(user)
        forget_codes_of(user)
        people = ContentType.objects.get_for_model(User)
        LogEntry.objects.filter(content_type=people, object_id=str(user.pk)).delete()
        user.delete()
    log.warning("An account was deleted %s.", why)
