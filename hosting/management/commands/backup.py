"""`backup`: a copy of the database, made while people use it, and the end of those out of date."""

from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from hosting.backups import copies
from hosting.backups.engine import site_engine


class Command(BaseCommand):
    help = "Save a copy of the database in BACKUP_DIR, and delete those older than BACKUP_DAYS."
    requires_system_checks = ()

    def handle(self, **options: object) -> None:
        now, start = timezone.now(), perf_counter()
        engine = site_engine()
        target = copies.folder() / copies.file_name(now, engine.ENDING)
        content = engine.save(target)
        size, seconds = copies.readable_size(target.stat().st_size), perf_counter() - start
        self.stdout.write(f"Saved {target}: {content}, {size}, in {seconds:.1f} seconds.")
        # Only now: while no new copy can be made, the old ones stay.
        old = copies.out_of_date(target.parent, now)
        old += copies.out_of_date(engine.replaced_folder(), now, replaced=True)
        for path in old:
            try:
                copies.remove(path)
            except OSError as error:
                raise CommandError(
                    f"{path}, {reason(path)}, can't be deleted "
                    f"({error.strerror}). Change its owner, or delete it yourself."
                ) from error
            self.stdout.write(f"Deleted {path}, {reason(path)}.")


def reason(path: Path) -> str:
    if path.name.endswith(copies.CUT_OFF):
        return "which was left unfinished"
    return f"older than {settings.BACKUP_DAYS} days"
