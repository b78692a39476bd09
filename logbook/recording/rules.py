"""What every write keeps to: whose key it is, on which days it may be, one at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from logbook.consent import Consent
from logbook.domain import days
from logbook.models import Pause, Preferences, Press, Session

A_DAY = 24 * 60 * 60  # seconds

Keyed = TypeVar("Keyed", Session, Pause, Press, Consent)


class Refused(ValueError):
    """The sentence says what is wrong and what to do; nothing was written."""


class NoConsent(Exception):
    """The person hasn't agreed that what hurts is kept; nothing was written."""


class NotYours(LookupError):
    """The key belongs to somebody else, or to nobody; nothing was written."""


@contextmanager
def one_at_a_time(user: User) -> Iterator[None]:
    """One transaction, for which others of this person wait: what is read in it still holds."""
    with transaction.atomic():
        User.objects.select_for_update().get(pk=user.pk)
        yield


def find(rows: QuerySet[Keyed], user: User, key: UUID) -> Keyed | None:
    """The person's row under that key, taken back or not; None where the key is nobody's.

    Raises NotYours where it is somebody else's only.
    """
    found = list(rows.filter(key=key))
    for row in found:
        if row.user_id == user.pk:
            return row
    if found:
        raise NotYours
    return None


def insert(rows: QuerySet[Keyed], row: Keyed) -> Keyed:
    """The row as it is in the end: another tab may have been quicker with the same key."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        if quicker := find(rows, row.user, row.key):
            return quicker
        raise
    return row


def check_consent(user: User) -> None:
    """Raises NoConsent. Within a transaction, so that the consent isn't taken back meanwhile."""
    User.objects.select_for_update().get(pk=user.pk)
    held = Consent.objects.filter(preferences__user=user).first()
    if held is None or not held.may_note:
        raise NoConsent


def check_day(user: User, day: date, now: datetime, *, apart: timedelta = timedelta()) -> date:
    """Today for the person. Raises Refused for a day to come and for one before the first.

    A day may be `apart` from these: it was noted in another place on earth.
    """
    today = days.day_of(now, user.zone, user.day_ends_at)
    first_day = Preferences.of(user).first_day_as_of(today) - apart
    if day > today + apart:
        raise Refused(
            _("%(day)s is still to come. You can tick it off once it is here.")
            % {"day": date_format(day, "l j F Y")}
        )
    if day < first_day:
        raise Refused(
            _("%(day)s is before your first day, %(first)s. Choose that day or a later one.")
            % {"day": date_format(day, "l j F Y"), "first": date_format(first_day, "l j F Y")}
        )
    return today


def check_ago(ago: int | None, now: datetime) -> datetime | None:
    """The moment so many seconds ago, None where that isn't known.

    A clock that is a little ahead means now. Raises Refused for what is more than a day to come.
    """
    if ago is None:
        return None
    if ago < -A_DAY:
        raise Refused(
            _("The clock of your device is more than a day ahead. Please set it, and fill this in.")
        )
    return now - timedelta(seconds=max(0, ago))
