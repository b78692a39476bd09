"""`prepare`: everything that must be done before the site is served, as often as one likes."""

import json
from contextlib import suppress
from copy import copy
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.core.serializers import deserialize
from django.core.serializers.base import DeserializationError
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from exercises.models import DOSE_FIELDS, Exercise, Source
from hosting import locks, release
from hosting.environment import databases
from hosting.moving import progress

CATALOGUE = settings.BASE_DIR / "exercises" / "fixtures" / "exercises.json"


def describe(error: ValidationError) -> str:
    """The texts of the error, each after the name of its field."""
    faults = (f"{field}: {' '.join(texts)}" for field, texts in error.message_dict.items())
    return "; ".join(fault.removeprefix(f"{NON_FIELD_ERRORS}: ") for fault in faults)


def clear_static(root: Path) -> None:
    """Delete all but the hashed files that the version before may still serve."""
    listed = root / "staticfiles.json"
    served = set(json.loads(listed.read_text())["paths"].values()) if listed.is_file() else set()
    for path in list(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and name.removesuffix(".gz").removesuffix(".br") not in served:
            path.unlink()


class Command(BaseCommand):
    help = "Bring the database, the catalogue and the static files up to date."
    requires_system_checks = ()

    def handle(self, **options: object) -> None:
        for name in settings.MISSPELT:
            self.stderr.write(
                f".env sets {name}, which Footcare doesn't know. docs/operations.md has all names."
            )
        with locks.one_at_a_time(self.say):
            self.prepare()

    def say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()  # who waits reads it meanwhile

    def prepare(self) -> None:
        self.stdout.write(f"Database: {self.migrate()}")
        self.stdout.write(f"Catalogue: {self.load_catalogue()}")
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
        if connection.vendor == "sqlite":
            with suppress(OSError):  # SQLite then has its sentence for it
                databases.file_of(connection.settings_dict).touch(mode=0o600)
        executor = MigrationExecutor(connection)
        release.refuse_others(executor.loader.applied_migrations, "The database")
        if progress.is_begun():
            raise CommandError(f"The database isn't ready: {progress.UNFINISHED}")
        missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("unify_addresses", count=True, stdout=self.stderr)
        call_command("tidy", verbosity=0, without_mail=True)
        return f"{missing} migrations applied" if missing else "up to date"

    @transaction.atomic
    def load_catalogue(self) -> str:
        """All of it or nothing, with the doses that the site's host has changed left as they are.

        Sources that the release no longer names go; exercises stay, as people did them.
        """
        kept = Exercise.objects.filter(keeps_dose=True).values("slug", "keeps_dose", *DOSE_FIELDS)
        doses = {dose["slug"]: dose for dose in kept}
        named = []
        try:
            for row in deserialize("json", CATALOGUE.read_text(encoding="utf-8")):
                named += row.object.natural_key()  # type: ignore[attr-defined]
                row.object.full_clean(validate_unique=False)
                if isinstance(row.object, Exercise):
                    row.object.check_sources(named)
                    if row.object.slug in doses:
                        row.object = self.with_dose(row.object, doses[row.object.slug])
                row.save()
        except DeserializationError as error:
            raise CommandError(
                f"{CATALOGUE.name} can't be read: {str(error) or error.__cause__}"
            ) from error
        except ValidationError as error:
            raise CommandError(f"{CATALOGUE.name}, {named[-1]}: {describe(error)}") from error
        Source.objects.exclude(key__in=named).delete()
        return f"{Exercise.objects.count()} exercises, {Source.objects.count()} sources"

    def with_dose(self, exercise: Exercise, dose: dict[str, object]) -> Exercise:
        """The exercise with the host's dose, or as it was where this release refuses that dose.

        Stopping here would lock the host out of the admin, the one place to mend it.
        """
        own = copy(exercise)
        for field, figure in dose.items():
            setattr(own, field, figure)
        try:
            own.full_clean(validate_unique=False)
        except ValidationError as error:
            self.stderr.write(
                f"{exercise.slug}: the figures that were kept no longer make a session, and the "
                f"catalogue's are back. {describe(error)}"
            )
            return exercise
        return own

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
        clear_static(Path(settings.STATIC_ROOT))
        call_command("collectstatic", interactive=False, verbosity=0)
        collected.write_text(digest.hexdigest())
        return f"{len(sources)} collected"
