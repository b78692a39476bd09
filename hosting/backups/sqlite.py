"""SQLite: copy the database while people write, and put a copy back in one step."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.core.management import CommandError, call_command
from django.db import Error, connection, connections

from hosting import release
from hosting.backups.copies import atomic_file, free_space, working_folder
from hosting.environment import databases

ENDING = "sqlite3"
PATIENCE = 30  # seconds
NO_DATABASE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def replaced_folder() -> Path:
    """The folder in which what was replaced is kept: the database's own."""
    return _file().parent


def _file() -> Path:
    return databases.file_of(connection.settings_dict)


def _open(file: Path) -> closing[sqlite3.Connection]:
    """Open a file that is there. SQLite would make a missing one, empty."""
    address = f"{file.absolute().as_uri()}?mode=rw"
    return closing(sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None))


def save(target: Path) -> str:
    """Copy the site's database, as it is now, into a file of that name; how much is in it.

    SQLite does it in one step in which it reads one state of the database, and holds up nobody.
    """
    if failure := _read_error():
        raise CommandError(
            f"The database can't be read: {failure}. Look at DATABASE_URL; if it is damaged, put "
            "an earlier copy back with manage.py restore."
        )
    try:
        with atomic_file(target) as part, _open(_file()) as live, _open(part) as copy:
            _copy(live, copy)
            rows = _rows(copy)
    except (sqlite3.Error, OSError) as error:
        raise CommandError(
            f"The copy couldn't be made: {error}. {free_space(target.parent)} are free in "
            f"{target.parent}."
        ) from error
    return f"{rows:,} rows"


def _read_error() -> sqlite3.Error | None:
    """The error where SQLite can't read the site's database."""
    try:
        with _open(_file()) as database:
            database.execute("SELECT count(*) FROM sqlite_schema")
    except sqlite3.Error as error:
        return error
    return None


def _copy(database: sqlite3.Connection, copy: sqlite3.Connection) -> None:
    """All of it, in a single file with nothing beside it, and read back."""
    database.backup(copy)
    copy.execute("PRAGMA journal_mode=DELETE")
    check(copy, "The database")


def check(database: sqlite3.Connection, what: str) -> None:
    """Refuse what SQLite finds damaged."""
    try:
        found = database.execute("PRAGMA integrity_check(1)").fetchone()[0].splitlines()[-1]
    except sqlite3.DatabaseError as error:
        found = str(error)
    if found != "ok":
        raise CommandError(
            f"{what} is damaged: {found}. Put an earlier copy back with manage.py restore."
        )


def _rows(database: sqlite3.Connection) -> int:
    tables = database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    counts = (
        database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608 - our tables
        for (table,) in tables
    )
    return sum(counts)


def restore(source: Path, kept: Path) -> list[str]:
    """Check that copy, and put it in the database's place, which is kept under the other name.

    Gives what was done, in sentences. Raises CommandError, with nothing changed, where it can't.
    """
    done = []
    try:
        with working_folder(kept) as folder:
            new = folder / source.name
            new.touch(mode=0o600)
            with _open(source) as given, _open(new) as copy:
                given.backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
                missing = _judge(copy, source.name)
            if missing:
                _migrate(new)
                done.append(f"It was older than this Footcare: {missing} migrations applied.")
            connection.close()
            _replace(new, kept)
    except (sqlite3.Error, Error, OSError) as error:
        raise CommandError(
            f"{source.name} couldn't be put back: {error}. Nothing was changed; "
            f"{free_space(_file().parent)} are free in {_file().parent}."
        ) from error
    return done


def _judge(copy: sqlite3.Connection, file: str) -> int:
    """How many migrations it lacks; refuses what can't be a database of this site."""
    check(copy, file)
    try:
        applied = copy.execute("SELECT app, name FROM django_migrations").fetchall()
    except sqlite3.OperationalError:
        applied = []
    missing = release.missing(applied, file)
    if torn := copy.execute("PRAGMA foreign_key_check").fetchone():
        raise CommandError(
            f"{file} is damaged: a row of {torn[0]} belongs to one of {torn[2]} that isn't there. "
            "Take another copy. Nothing was changed."
        )
    return missing


def _migrate(file: Path) -> None:
    """Apply the migrations to that file, as if it were the site's database."""
    usual, other = connections["default"], connections["default"].copy()
    other.settings_dict["NAME"] = str(file)
    connections["default"] = other
    try:
        call_command("migrate", interactive=False, verbosity=0)
        with other.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")
    finally:
        other.close()
        connections["default"] = usual


def _replace(new: Path, kept: Path) -> None:
    failure = _read_error()
    if failure is None:
        _write_over(new, kept)
    elif failure.sqlite_errorcode & 0xFF in NO_DATABASE:
        _put_in_place(new, kept)
    else:  # another program holds it
        raise failure


def _write_over(new: Path, kept: Path) -> None:
    """SQLite writes the copy into the live file as one transaction, whoever has it open.

    After its first page nobody else can write. What was there before can still be read, and is
    kept then: no tick falls between the two.
    """
    with _open(new) as source, _open(_file()) as live, _open(_file()) as before:
        live.execute("PRAGMA journal_mode=WAL")  # in which one reads while another writes

        is_kept = False

        def keep(status: int, remaining: int, total: int) -> None:
            nonlocal is_kept
            if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):  # it would wait for ever
                raise sqlite3.OperationalError("another program holds the database")
            if status in (sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE) and not is_kept:
                with atomic_file(kept) as part, _open(part) as copy:
                    before.backup(copy)
                    copy.execute("PRAGMA journal_mode=DELETE")
                is_kept = True

        source.backup(live, pages=1, progress=keep)


def _put_in_place(new: Path, kept: Path) -> None:
    """Where the file is damaged or missing: nothing can be written into it, and nobody reads it.

    The write-ahead log goes first. It would be read as part of the new file.
    """
    for beside in ("-wal", "-shm", ""):
        if (part := _file().with_name(_file().name + beside)).exists():
            part.rename(kept.with_name(kept.name + beside))
    new.rename(_file())
