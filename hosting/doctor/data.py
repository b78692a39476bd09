"""Where data is: the database, the cache, and copies of the database."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.core.cache import caches
from django.core.management import CommandError
from django.db import Error, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils.timesince import timesince

from hosting import database_errors, release
from hosting.doctor.finding import Finding, mend, well
from hosting.moving import progress

DATABASE, MIGRATIONS = "Database", "Migrations"
CACHE = "Cache"
BACKUP = "Backup"
BACKUP_AGE = timedelta(days=2)  # one night may be missed
NIGHTLY = "Let cron or a timer run manage.py backup every night."


def database() -> Iterator[Finding]:
    """Does it answer, and is it as this release wants it?"""
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
        half_moved = progress.is_begun()
    except Error as error:
        yield mend(
            DATABASE,
            f"it can't be used: {database_errors.first_line(error)}. Look at DATABASE_URL, and "
            "whether the database is there. A new one is made by make run.",
        )
        return
    if half_moved:
        yield mend(DATABASE, progress.UNFINISHED)
        return
    yield well(DATABASE, f"{connection.display_name} answers.")
    yield migrations(applied)


def migrations(applied: set[release.Migration]) -> Finding:
    try:
        missing = release.missing(applied, "The database") if applied else -1
    except CommandError as error:
        return mend(MIGRATIONS, str(error).removesuffix(" Nothing was changed."))
    if not missing:
        return well(MIGRATIONS, "none is pending.")
    pending = "1 is" if missing == 1 else f"{missing if missing > 0 else 'all'} are"
    return mend(
        MIGRATIONS,
        f"{pending} pending. Make a backup, stop Footcare, and start it with make run, which "
        f"applies {'it' if missing == 1 else 'them'}.",
    )


def cache() -> Finding:
    """Can tries be counted, where that isn't done in the database?"""
    if "redis" not in str(settings.CACHES["default"]["BACKEND"]):
        return well(CACHE, "it is in the database.")
    from redis import AuthenticationError, RedisError

    try:
        caches["default"].set("doctor", 1, timeout=1)  # and a second later it is gone
    except AuthenticationError:
        return mend(CACHE, "Redis refuses our name or password. Look at both in CACHE_URL.")
    except (RedisError, OSError) as error:
        return mend(
            CACHE,
            f"Redis can't be used: {database_errors.first_line(error)}. Look at CACHE_URL, and "
            "whether Redis is running.",
        )
    return well(CACHE, "Redis answers.")


def backup(made: list[datetime], now: datetime) -> Finding:
    """Is there a new copy of the database? They were made then, the newest first."""
    if not made:
        return mend(BACKUP, f"there is no copy of the database. {NIGHTLY}")
    ago = timesince(made[0], now)
    if now - made[0] > BACKUP_AGE:
        return mend(BACKUP, f"the newest copy is {ago} old. {NIGHTLY}")
    return well(BACKUP, f"the newest copy is {ago} old.")
