"""Move a site into another database: every row is compared, and the old one stays as it is.

Each batch is written in one transaction with how far the move came. So it can be broken off
anywhere, and goes on from there.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.core.management.color import no_style
from django.db import Error, IntegrityError, connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.db.utils import load_backend

from hosting import database_errors, release
from hosting.backups import sqlite
from hosting.environment import databases
from hosting.moving import progress, rows
from hosting.moving.rows import SOURCE

READING = r"-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\ read"


def move() -> Iterator[str]:
    """From the connection `SOURCE` into the default one; says in sentences what was done.

    Raises CommandError where it can't be begun, and where the two differ in the end.
    """
    _check_source()
    yield _prepare_target()
    moved = rows.in_order()
    for model in moved:
        yield from rows.copy(model)
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), moved):
            cursor.execute(statement)
        connection.check_constraints()
    yield "Comparing each row with where it came from"
    total = 0
    for model in moved:
        same = rows.compare(model)
        total += same.rows
        if same.rows:
            yield f"{model._meta.db_table}: {same}"
    progress.finish()
    yield f"All is there: {total:,} rows in {len(moved)} tables, each the same as here."


def _check_source() -> None:
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


def _prepare_target() -> str:
    """Make the other database ready for rows; says whether the move begins or goes on.

    Refuses one that anything else is in.
    """
    mark = _mark()
    if goes_on := progress.is_begun():
        _check_mark(mark)
    else:
        _check_empty()
        progress.start(mark)
    move = progress.of_move()
    if not move.rows:
        call_command("migrate", interactive=False, verbosity=0)
        with transaction.atomic():
            _clear()
            move.move_on(1, move.last)
    return "Going on with the move that was begun." if goes_on else "The other database is ready."


def _mark() -> str:
    """Of the move from here with this release: the same each time it is asked for."""
    here = connections[SOURCE].settings_dict
    identity = repr((here["HOST"], here["PORT"], here["NAME"], sorted(_applied(SOURCE))))
    return hashlib.sha256(identity.encode()).hexdigest()


def _applied(alias: str) -> set[release.Migration]:
    return set(MigrationRecorder(connections[alias]).applied_migrations())


def _check_mark(mark: str) -> None:
    if progress.of_move().last != (mark,):
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
    for model in rows.in_order():
        if model._meta.app_label not in rows.MADE and model._base_manager.exists():
            raise CommandError(
                f"The other database isn't empty: {model._meta.db_table} has rows. Give the "
                "address of an empty one. Nothing was changed."
            )


def _clear() -> None:
    """Of what `migrate` and `prepare` make: the rows from here have other ids."""
    for model in reversed(rows.in_order()):
        model._base_manager.all()._raw_delete(connection.alias)


@contextmanager
def connected(address: str) -> Iterator[None]:
    """The site's database as `SOURCE`, as it is now; the one at the address as the default one.

    So nothing that is called meanwhile, a migration for example, can write to where people are.
    """
    usual = connections["default"]
    target = _target_connection(address, usual.settings_dict)
    source = _new_connection(_read_only(usual.settings_dict), SOURCE)
    usual.close()
    connections["default"], connections[SOURCE] = target, source
    try:
        _open_target(target)
        with transaction.atomic(using=SOURCE):
            yield
    finally:
        for end in (source, target):
            end.close()
        connections["default"] = usual
        del connections[SOURCE]


def _target_connection(address: str, here: databases.Settings) -> BaseDatabaseWrapper:
    try:
        settings = databases.from_url(address, "DATABASE_URL")
    except ImproperlyConfigured as error:
        raise CommandError(str(error)) from error
    if _place(settings) == _place(here):
        raise CommandError("Footcare is in that database already. Give the address of another one.")
    return _new_connection(settings, "default")


def _place(settings: databases.Settings) -> tuple[object, ...]:
    if settings["ENGINE"] == databases.SQLITE:
        return (databases.file_of(settings).resolve(),)
    named = (settings.get(name) for name in ("HOST", "PORT", "NAME"))
    return (*named, settings.get("OPTIONS", {}).get("host"))


def _read_only(usual: databases.Settings) -> databases.Settings:
    """All is read in one transaction, which sees the database as it was when that began."""
    settings = deepcopy(dict(usual))
    options = settings.get("OPTIONS", {})
    if settings["ENGINE"] == databases.SQLITE:
        file = databases.file_of(settings)
        settings["NAME"] = f"{file.absolute().as_uri()}?mode=ro"
        settings["OPTIONS"] = {"timeout": options.get("timeout", 5)}
    else:
        reading = f"{options.get('options', '')} {READING}".strip()
        settings["OPTIONS"] = options | {"options": reading}
    return settings


def _new_connection(settings: databases.Settings, alias: str) -> BaseDatabaseWrapper:
    settings = connections.configure_settings({"default": settings})["default"]
    wrapper: BaseDatabaseWrapper = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, alias)
    return wrapper


def _open_target(target: BaseDatabaseWrapper) -> None:
    try:
        if target.vendor == "sqlite":
            databases.file_of(target.settings_dict).touch(mode=0o600)
        target.ensure_connection()
    except (Error, OSError) as error:
        why = database_errors.first_line(error)
        raise CommandError(
            f"The other database can't be used: {why}. Look at the address that you gave, and "
            "whether it is running. Nothing was changed."
        ) from error
