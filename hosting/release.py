"""Does this release know a database? By the names of the migrations that were applied to it."""

from collections.abc import Collection

from django.core.management import CommandError
from django.db.migrations.loader import MigrationLoader

Migration = tuple[str, str]  # app and name, as in the table `django_migrations`
FIRST: Migration = ("logbook", "0001_initial")
NOT_OURS = "{} is no database of Footcare's. Nothing was changed."


def missing(applied: Collection[Migration], file: str) -> int:
    """How many migrations it takes to bring such a database up to date.

    Refuses what is none of Footcare's, and what a newer release has changed already.
    """
    refuse_others(applied, file)
    if FIRST not in applied:
        raise CommandError(NOT_OURS.format(file))
    return len(_known() - set(applied))


def refuse_others(applied: Collection[Migration], file: str) -> None:
    """Refuse what another program or a newer release has changed; one begun or empty is well."""
    newer = sorted(set(applied) - _known())
    if newer and FIRST not in applied:
        raise CommandError(NOT_OURS.format(file))
    if newer:
        app, migration = newer[-1]
        raise CommandError(
            f"{file} comes from a newer Footcare, which has {app} {migration}. Upgrade Footcare "
            "first. Nothing was changed."
        )


def _known() -> set[Migration]:
    return set(MigrationLoader(None).disk_migrations)
