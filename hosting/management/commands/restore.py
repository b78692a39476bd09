"""`restore`: put a copy of the database in its place, and keep what was there."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.timesince import timesince

from accounts.models import BrowserSession
from hosting import running
from hosting.backups import copies
from hosting.backups.engine import Engine, site_engine


class Command(BaseCommand):
    help = "Put a copy of the database in its place, and keep what was there; alone: list them."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("copy", nargs="?", help="a name from the list, or a path")
        parser.add_argument(
            "--while-serving",
            action="store_true",
            help="also where Footcare runs; what people do meanwhile may be in what is replaced",
        )

    def handle(self, *, copy: str | None, while_serving: bool, **options: object) -> None:
        engine = site_engine()
        if copy is None:
            self.stdout.write("\n".join(self.listing(engine)))
            return
        source = self.find(copy, engine)
        if not while_serving and (address := running.address()):
            raise CommandError(
                f"Something answers at {address}, and that may be this Footcare. Stop it first, so "
                "that nobody does what will not be there; or add --while-serving, and people see "
                "the change in the middle of what they do."
            )
        kept = engine.replaced_folder() / copies.file_name(
            timezone.now(), engine.ENDING, replaced=True
        )
        for sentence in engine.restore(source, kept):
            self.stdout.write(sentence)
        # Devices that were signed out since, a lost phone say, would be signed in again.
        BrowserSession.objects.all().delete()
        self.stdout.write(
            f"{source.name} is back, and people sign in anew. Now start Footcare anew: make run"
        )
        self.stdout.write("Accounts that were deleted since are back too: ask who has left.")
        if kept.exists():
            self.stdout.write(
                f"What it replaced is kept for {settings.BACKUP_DAYS} days. To have that back: "
                f"manage.py restore {kept.name}"
            )

    def find(self, copy: str, engine: Engine) -> Path:
        """The file of that path, or of that name in a folder where copies are kept."""
        for path in (Path(copy), Path(settings.BACKUP_DIR) / copy, engine.replaced_folder() / copy):
            if path.is_file():
                return path
        raise CommandError(f"There is no {copy}. manage.py restore lists all copies there are.")

    def listing(self, engine: Engine) -> Iterator[str]:
        made = copies.listed(settings.BACKUP_DIR)
        yield f"Copies in {settings.BACKUP_DIR}:" if made else "There is no copy. Make one:"
        yield from map(line, made) if made else ["  manage.py backup"]
        if replaced := copies.listed(engine.replaced_folder(), replaced=True):
            yield f"What restoring has replaced, in {engine.replaced_folder()}:"
            yield from map(line, replaced)
        if made or replaced:
            yield "To put one back: manage.py restore NAME"


def line(copy: copies.Copy) -> str:
    size = copies.readable_size(copy.path.stat().st_size)
    return f"  {copy.path.name}  {size}, {timesince(copy.made)} old"
