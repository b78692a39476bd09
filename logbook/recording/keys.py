"""Rows under a key that whoever sent them made: found by it, and written once."""

from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from accounts.models import User
from logbook.models import Pause, Session
from logbook.recording.refusal import NotYours

Keyed = TypeVar("Keyed", Session, Pause)


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
        if quicker := rows.filter(user_id=row.user_id, key=row.key).first():
            return quicker
        raise
    return row
