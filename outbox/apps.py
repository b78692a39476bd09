"""The app of the outbox."""

from datetime import datetime

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "outbox"

    def tidy(self, now: datetime) -> None:
        """Forget the acts of sixty days ago. The command `tidy` asks every app."""
        from outbox.models import KEPT_FOR, Act

        Act.objects.filter(done_at__lt=now - KEPT_FOR).delete()
