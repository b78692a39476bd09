"""`tidy`: forget what was kept long enough. Meant to run once a day; `prepare` does it too."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone

from accounts import counted, deletion, records
from logbook import recording


class Command(BaseCommand):
    help = (
        "Forget sign-ins that have run out, files that were taken in yesterday, and what happened "
        "to accounts over ninety days ago."
    )

    def handle(self, *, verbosity: int, **options: Any) -> None:
        call_command("clearsessions")
        UserSession.objects.exclude(session_key__in=Session.objects.values("pk")).delete()
        now = timezone.now()
        counted.forget_expired(now)
        deletion.forget_unconfirmed(now)
        recording.forget_files(now=now)
        forgotten = records.forget(now=now)
        if verbosity:
            self.stdout.write(f"Tidied: {forgotten} account events were older than ninety days.")
