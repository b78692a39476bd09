"""`doctor`: look at all that the site needs, and say what is right and what to mend."""

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from hosting.backups import copies
from hosting.doctor import data, machine, network, privacy
from hosting.doctor.finding import Finding


def findings(now: datetime) -> Iterator[Finding]:
    """One after the other, since some take seconds."""
    yield machine.secret_key(settings.SECRET_KEY)
    yield from machine.files()
    yield from network.addresses()
    yield from network.proxy()
    yield from network.mail()
    yield from privacy.privacy()
    yield from data.database()
    yield data.cache()
    yield from machine.disks()
    yield data.backup([copy.made for copy in copies.listed(settings.BACKUP_DIR)], now)
    yield machine.clock(now, machine.last_saved(), kept=machine.is_clock_kept())


class Command(BaseCommand):
    help = "Look whether the site has what it needs, and say what to mend. It changes nothing."
    requires_system_checks = ()

    def handle(self, **options: object) -> None:
        ill = 0
        for finding in findings(timezone.now()):
            ill += not finding.is_well
            word = "MEND" if not finding.is_well else "LOOK" if finding.is_advice else "well"
            self.stdout.write(f"{word}  {finding.about}: {finding.sentence}")
        if ill:
            raise CommandError(f"{ill} to mend.")
        self.stdout.write("All is well.")
