"""Does the database answer, and is it as this release wants it?"""

from collections.abc import Iterator

from django.core.management import CommandError
from django.db import Error, connection
from django.db.migrations.recorder import MigrationRecorder

from footcare_site import database
from footcare_site.backups import release
from footcare_site.doctor.finding import Finding, mend, well
from footcare_site.moving import progress

ANSWERS, MIGRATIONS = "Database", "Migrations"


def findings() -> Iterator[Finding]:
    try:
        applied = set(MigrationRecorder(connection).applied_migrations())
        half_moved = progress.is_begun()
    except Error as error:
        yield mend(
            ANSWERS,
            f"it can't be used: {database.first_line(error)}. Look at DATABASE_URL, and whether "
            "the database is there. A new one is made by make run.",
        )
        return
    if half_moved:
        yield mend(ANSWERS, progress.UNFINISHED)
        return
    yield well(ANSWERS, f"{connection.display_name} answers.")
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
