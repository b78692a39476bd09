"""Settings: what a person chose, in their own row and in their preferences."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from accounts.models import User
from logbook.models import Preferences
from logbook.recording.rules import check_consent

FIELDS = {field.name for field in Preferences._meta.concrete_fields} - {"user"}


def stored_settings(user: User, names: Iterable[str]) -> dict[str, Any]:
    """The values of these fields, of either row."""
    preferences = Preferences.of(user)
    return {name: getattr(preferences if name in FIELDS else user, name) for name in names}


def change_settings(user: User, changes: Mapping[str, object]) -> None:
    """Store these fields and no others, which another tab may just have changed.

    Raises NoConsent for what hurts.
    """
    chosen = [name for name in changes if name in FIELDS]
    others = {name: changes[name] for name in changes if name not in FIELDS}
    tells_health = bool(changes.get("hurts"))
    with transaction.atomic(savepoint=tells_health):
        if tells_health:
            check_consent(user)
        if chosen:
            row = Preferences.of(user)
            for name in chosen:
                setattr(row, name, changes[name])
            Preferences.objects.bulk_create(
                [row], update_conflicts=True, unique_fields=["user"], update_fields=chosen
            )
        if others:
            user.change(**others)
