"""What was done, by whom, on which of their days, and what it adds up to."""

from collections.abc import Sequence
from datetime import datetime

from django.apps import AppConfig
from django.db.models import Model, QuerySet


class LogbookConfig(AppConfig):
    name = "logbook"

    def used_since(self, since: datetime) -> Sequence[QuerySet[Model]]:
        """What people recorded since then. `accounts.unused` asks every app."""
        from logbook.models import DayNote, PainEntry, Pause, Session

        tables = (Session, Pause, PainEntry, DayNote)
        return [table._base_manager.filter(recorded_at__gte=since) for table in tables]
