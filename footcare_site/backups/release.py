"""Does this release know a database? By the names of the migrations that were applied to it."""

from collections.abc import Collection

from django.core.management import CommandError
from django.db.migrations.loader import MigrationLoader

Migration = tuple[str, str]  # app and name, as in the table `django_migrations`
FIRST: Migration = ("logbook", "0001_initial")


def missing(applied: Collection[Migration], file: str) -> int:
    """How many migrations it takes to bring such a database up to date.

    Refuses what is none of Footcare's, and what a newer release has changed already.
    """
    if FIRST not in applied:
        raise CommandError(f"{file} is no database of Footcare's. Nothing was changed.")
    known = MigrationLoader(None).disk_migrations
    if newer := sorted(set(applied) - set(known)):
        app, migration = newer[-1]
        raise CommandError(
            f"{file} comes from a newer Footcare, which has {app} {migration}. Upgrade Footcare "
            "first. Nothing was changed."
        )
    return len(set(known) - set(applied))
