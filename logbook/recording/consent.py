"""Consent: keep an answer, note nothing more, take it back and delete what was noted."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext as _

from accounts.models import User
from logbook.consent import Consent
from logbook.models import DayNote, PainEntry, Preferences, Session
from logbook.recording.preferences import change_settings
from logbook.recording.rules import NotYours, Refused, find, insert, one_at_a_time


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAnswer:
    key: UUID
    is_given: bool
    language: str


def answer(user: User, new: NewAnswer, *, now: datetime) -> Consent:
    """The answer under that key: a new one, which holds from now on, or the one that was there.

    One that was taken back stays so. Raises NotYours for another person's key.
    """
    with one_at_a_time(user):
        if known := find(Consent.objects.all(), user, new.key):
            return known
        row = Consent(
            key=new.key,
            user=user,
            language=new.language,
            is_given=new.is_given,
            answered_at=now,
        )
        row = insert(Consent.objects.all(), row)
        change_settings(user, {"consent": row})
    return row


def stop(user: User, key: UUID, *, now: datetime) -> Consent:
    """Nothing more is noted, and what is there stays; twice is once.

    A new answer takes this back. Raises NotYours, and Refused where another answer holds.
    """
    with one_at_a_time(user):
        row = _held(user, key)
        if row.stopped_at is None:
            row.stopped_at = now
            row.save(update_fields=["stopped_at"])
    return row


def withdraw(user: User, key: UUID, *, now: datetime) -> Consent:
    """Take the answer back, and delete all that tells how the person is, for good; twice is once.

    Raises NotYours, and Refused where another answer holds: something may be noted under it.
    """
    with one_at_a_time(user):
        row = _held(user, key)
        if row.withdrawn_at:
            return row
        row.withdrawn_at = now
        row.save(update_fields=["withdrawn_at"])
        PainEntry.objects.filter(user=user).delete()
        DayNote.objects.filter(user=user).delete()
        told = Session.objects.filter(user=user).exclude(note="", during="")
        told.update(note="", during="")
        change_settings(user, {"hurts": []})
        for app in apps.get_app_configs():
            if forget := getattr(app, "forget_health", None):
                forget(user)
    return row


def _held(user: User, key: UUID) -> Consent:
    row = find(Consent.objects.all(), user, key)
    if row is None:
        raise NotYours
    if not Preferences.objects.filter(user=user, consent=row).exists():
        raise Refused(_("You have answered anew since. Please look at your answer again."))
    return row
