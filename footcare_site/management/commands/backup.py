"""`backup`: a copy of the database, made while people use it, and the end of those out of date."""

from pathlib import Path
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from footcare_site import backups
from footcare_site.backups import engine


class Command(BaseCommand):
    help = "Save a copy of the database in BACKUP_DIR, and delete those older than BACKUP_DAYS."
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        now, began = timezone.now(), perf_counter()
        ours = engine.of_site()
        target = backups.folder() / backups.name(now, ours.ENDING)
        content = ours.save(target)
        size, seconds = backups.size(target.stat().st_size), perf_counter() - began
        self.stdout.write(f"Saved {target}: {content}, {size}, in {seconds:.1f} seconds.")
        # Only now: while no new copy can be made, the old ones stay.
        old = backups.out_of_date(target.parent, now)
        old += backups.out_of_date(ours.kept_in(), now, replaced=True)
        for path in old:
            try:
                backups.remove(path)
            except OSError as error:
                raise CommandError(
                    f"{path}, {why(path)}, can't be deleted "
                    f"({error.strerror}). Change its owner, or delete it yourself."
                ) from error
            self.stdout.write(f"Deleted {path}, {why(path)}.")


def why(path: Path) -> str:
    if path.name.endswith(backups.CUT_OFF):
        return "which was left unfinished"
    return f"older than {settings.BACKUP_DAYS} days"
