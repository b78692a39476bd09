"""`tidy`: forget what was kept long enough. Meant to run once a day; `prepare` does it too."""

from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from accounts import deletion, events, rate_limits, unused
from accounts.models import BrowserSession


class Command(BaseCommand):
    help = (
        "Forget sign-ins that have run out, files that were taken in yesterday, what devices sent "
        "over sixty days ago, what happened to accounts over ninety days ago, and accounts that "
        "nobody uses, as UNUSED_MONTHS says."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--without-mail",
            action="store_true",
            help="leave unused accounts alone, and wait for no mail server",
        )

    def handle(self, *, verbosity: int, without_mail: bool, **options: object) -> None:
        call_command("clearsessions")
        open_keys = BrowserSession.objects.values("pk")
        UserSession.objects.exclude(session_key__in=open_keys).delete()
        # The version before keeps its sessions there. It may still serve while `prepare` tidies.
        Session.objects.exclude(session_key__in=open_keys).delete()
        now = timezone.now()
        rate_limits.forget_expired(now)
        deletion.forget_unconfirmed(now)
        if not without_mail:
            unused.forget(now)
        for app in apps.get_app_configs():
            if tidy := getattr(app, "tidy", None):
                tidy(now)
        forgotten = events.forget_old(now=now)
        if verbosity:
            self.stdout.write(f"Tidied: {forgotten} account events were older than ninety days.")
