"""What comes in and goes out as a file, as one of Django's apps."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from accounts.models import User


class ExchangeConfig(AppConfig):
    name = "exchange"

    def tidy(self, now: datetime) -> None:
        """Forget the files that were kept for a day. The command `tidy` asks every app."""
        from exchange.models import ImportedFile

        ImportedFile.objects.forget_old(now)

    def forget_health(self, user: "User") -> None:
        """A file tells how its person was. Taking a consent back asks every app."""
        from exchange.models import ImportedFile

        ImportedFile.objects.filter(user=user).delete()
