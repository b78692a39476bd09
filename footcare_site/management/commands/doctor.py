"""`doctor`: look at all that the site needs, and say what is right and what to mend."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from footcare_site import doctor


class Command(BaseCommand):
    help = "Look whether the site has what it needs, and say what to mend. It changes nothing."
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        ill = 0
        for finding in doctor.findings(timezone.now()):
            ill += not finding.is_well
            word = "well" if finding.is_well else "MEND"
            self.stdout.write(f"{word}  {finding.about}: {finding.sentence}")
        if ill:
            raise CommandError(f"{ill} to mend.")
        self.stdout.write("All is well.")
