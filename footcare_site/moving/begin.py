"""Whether a move can begin: is all well here, and is the other database empty, or this move's?"""

import hashlib

from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder

from footcare_site.backups import release, sqlite
from footcare_site.moving import progress, tables
from footcare_site.moving.ends import SOURCE


def check_source() -> None:
    """Refuses what is damaged, or isn't as this release wants it."""
    source = connections[SOURCE]
    source.ensure_connection()
    if source.vendor == "sqlite":
        sqlite.check(source.connection, "The database here")
    if release.missing(_applied(SOURCE), "The database here"):
        raise CommandError(
            "The database here isn't up to date. Bring it up to date first: manage.py prepare"
        )
    try:
        source.check_constraints()
    except IntegrityError as error:
        raise CommandError(
            f"The database here is damaged: {error} Put a backup in its place first, as "
            "docs/operations.md says."
        ) from error


def take_target() -> str:
    """Make the other database ready for rows; says whether the move begins or goes on.

    Refuses one that anything else is in.
    """
    mark = _mark()
    if begun := progress.is_begun():
        _check_mark(mark)
    else:
        _check_empty()
        progress.begin(mark)
    whole = progress.whole()
    if not whole.rows:
        call_command("migrate", interactive=False, verbosity=0)
        with transaction.atomic():
            _clear()
            whole.move_on(1, whole.last)
    return "Going on with the move that was begun." if begun else "The other database is ready."


def _mark() -> str:
    """Of the move from here with this release: the same each time it is asked for."""
    place = connections[SOURCE].settings_dict
    said = repr((place["HOST"], place["PORT"], place["NAME"], sorted(_applied(SOURCE))))
    return hashlib.sha256(said.encode()).hexdigest()


def _applied(alias: str) -> set[release.Migration]:
    return set(MigrationRecorder(connections[alias]).applied_migrations())


def _check_mark(mark: str) -> None:
    if progress.whole().last != (mark,):
        raise CommandError(
            "The other database has a move in it that was begun from elsewhere, or with another "
            "Footcare. Give the address of an empty one. Nothing was changed."
        )


def _check_empty() -> None:
    if not connection.introspection.table_names():
        return
    if release.missing(_applied("default"), "The other database"):
        raise CommandError(
            "The other database is older than this Footcare. Give the address of an empty one. "
            "Nothing was changed."
        )
    for model in tables.in_order():
        if model._meta.app_label not in tables.MADE and model._base_manager.exists():
            raise CommandError(
                f"The other database isn't empty: {model._meta.db_table} has rows. Give the "
                "address of an empty one. Nothing was changed."
            )


def _clear() -> None:
    """Of what `migrate` and `prepare` make: the rows from here have other ids."""
    for model in reversed(tables.in_order()):
        model._base_manager.all()._raw_delete(connection.alias)
