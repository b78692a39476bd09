"""`prepare`: everything that must be done before the site is served, as often as one likes."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from exercises.models import Exercise, Source

CATALOGUE = settings.BASE_DIR / "exercises" / "fixtures" / "exercises.json"


class Command(BaseCommand):
    help = "Bring the database, the catalogue and the static files up to date."
    requires_system_checks = ()

    def handle(self, **options: Any) -> None:
        for name in settings.MISSPELT:
            self.stderr.write(
                f".env sets {name}, which Footcare doesn't know. docs/operations.md has all names."
            )
        try:
            self.stdout.write(f"Database: {self.migrate()}")
            self.stdout.write(f"Catalogue: {self.load_catalogue()}")
        except OperationalError as error:
            raise CommandError(
                f"The database can't be used: {str(error).partition(chr(10))[0]}. Look at "
                "DATABASE_URL, and whether the database is running."
            ) from error
        except DatabaseError as error:
            if type(error) is not DatabaseError:  # the others are mistakes of ours
                raise
            raise CommandError(
                f"The database is damaged: {error}. Put a backup in its place, as "
                "docs/operations.md says."
            ) from error
        if settings.DEBUG:  # which serves static files from their sources
            return
        try:
            self.stdout.write(f"Static files: {self.collect_static()}")
        except OSError as error:
            raise CommandError(
                f"{settings.STATIC_ROOT} can't be written to ({error.strerror}). Delete it: "
                "Footcare makes it anew."
            ) from error

    def migrate(self) -> str:
        executor = MigrationExecutor(connection)
        missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("clearsessions")  # the rows of sign-ins that have run out
        return f"{missing} migrations applied" if missing else "up to date"

    def load_catalogue(self) -> str:
        """Sources that the release no longer names go; exercises stay, as people did them."""
        call_command("loaddata", "exercises", verbosity=0)
        rows = json.loads(CATALOGUE.read_text(encoding="utf-8"))
        named = [row["fields"]["key"] for row in rows if row["model"] == "exercises.source"]
        Source.objects.exclude(key__in=named).delete()
        return f"{Exercise.objects.count()} exercises, {Source.objects.count()} sources"

    def collect_static(self) -> str:
        """Only when one differs from last time, since compressing them takes seconds."""
        sources = sorted(
            (path, storage.path(path))
            for finder in get_finders()
            for path, storage in finder.list([])
        )
        digest = sha256()
        for path, place in sources:
            digest.update(path.encode() + Path(place).read_bytes())
        collected = Path(settings.STATIC_ROOT) / "collected.txt"
        if collected.is_file() and collected.read_text() == digest.hexdigest():
            return "up to date"
        call_command("collectstatic", clear=True, interactive=False, verbosity=0)
        collected.write_text(digest.hexdigest())
        return f"{len(sources)} collected"
