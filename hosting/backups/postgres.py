"""PostgreSQL: copy the database and put a copy back, with pg_dump, pg_restore and psql."""

import os
import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, cast

from django.core.management import CommandError, call_command
from django.db import Error, connection
from psycopg.conninfo import make_conninfo
from psycopg.pq import Conninfo

from hosting import release
from hosting.backups.copies import atomic_file, folder, free_space

ENDING = "dump"
MIGRATIONS = "django_migrations"
# Other connections are ended, and whoever was saving reads that it wasn't saved. NOWAIT, since they
# might wait for one of these locks.
LOCK = """DO $$ BEGIN
  FOR attempt IN 1..200 LOOP
    PERFORM pg_stat_clear_snapshot();
    PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
      AND usename = current_user AND pid <> pg_backend_pid() AND backend_type = 'client backend';
    BEGIN
      LOCK TABLE {tables} IN {mode} MODE NOWAIT;
      RETURN;
    EXCEPTION WHEN lock_not_available THEN
      PERFORM pg_sleep(0.05);
    END;
  END LOOP;
  RAISE 'another program holds the tables';
END $$;
"""
LOOK = "Look at DATABASE_URL, and whether PostgreSQL is running."


def replaced_folder() -> Path:
    """The folder in which what was replaced is kept: that of the copies."""
    return folder()


def save(target: Path) -> str:
    """Copy the site's database, as it is now, into a file of that name; how much is in it.

    pg_dump reads one state of the database, and holds up nobody.
    """
    try:
        with atomic_file(target) as part:
            _run("pg_dump", "--format=custom", f"--file={part}", *_where())
            _run("pg_restore", f"--file={os.devnull}", str(part))  # all of it can be read back
            listed = _run("pg_restore", "--list", str(part))
    except OSError as error:
        raise CommandError(
            f"The copy couldn't be made: {error}. {free_space(target.parent)} are free in "
            f"{target.parent}."
        ) from error
    return f"{listed.count(b' TABLE DATA ')} tables"


def restore(source: Path, kept: Path) -> list[str]:
    """Check that copy, and put it in the database's place, which is kept under the other name.

    Gives what was done, in sentences. Raises CommandError, with nothing changed, where it can't.
    """
    missing = release.missing(_applied(source), source.name)
    try:
        tables = ", ".join(map(connection.ops.quote_name, connection.introspection.table_names()))
    except Error as error:
        raise CommandError(f"The database can't be read: {error} {LOOK}") from error
    finally:
        connection.close()
    with TemporaryFile(dir=folder()) as script:  # without a name, so that nothing stays behind
        _run("pg_restore", "--no-owner", "--no-privileges", "--file=-", str(source), into=script)
        script.seek(0)
        _replace(script, tables, kept)
    if not missing:
        return []
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except Error as error:
        raise CommandError(
            f"{source.name} is back, but could not be brought up to date: {error} Go back with "
            f"manage.py restore {kept.name}"
        ) from error
    return [f"It was older than this Footcare: {missing} migrations applied."]


def _applied(source: Path) -> set[tuple[str, str]]:
    """The migrations that had been applied to what is in that file."""
    wanted = ["--data-only", f"--table={MIGRATIONS}", "--file=-", str(source)]
    data = _run("pg_restore", *wanted, mend="Take another copy. Nothing was changed.")
    rows = data.decode().partition(f".{MIGRATIONS} (")[2].partition("\n\\.\n")[0]
    columns = (row.split("\t") for row in rows.splitlines()[1:])
    return {(app, name) for _, app, name, _ in columns}


def _replace(script: IO[bytes], tables: str, kept: Path) -> None:
    """In one transaction, in which others may read the tables, but not write to them.

    What is in them then is kept: no tick falls between the two. If psql ends before it has read
    COMMIT, all stays as it was.
    """
    with TemporaryFile() as errors:
        psql = subprocess.Popen(  # noqa: S603 - no shell reads these
            [
                _path("psql"),
                *("--no-psqlrc", "--quiet", f"--output={os.devnull}", "--set=ON_ERROR_STOP=1"),
                *_where(),
            ],
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        with suppress(BrokenPipeError), psql:
            to_psql, from_psql = cast(IO[bytes], psql.stdin), cast(IO[bytes], psql.stdout)
            to_psql.write(b"BEGIN;\n")
            if tables:
                to_psql.write(LOCK.format(tables=tables, mode="EXCLUSIVE").encode())
                to_psql.write(b"\\echo locked\n")
                to_psql.flush()
                if not from_psql.readline():
                    raise BrokenPipeError
                save(kept)
                to_psql.write(LOCK.format(tables=tables, mode="ACCESS EXCLUSIVE").encode())
                to_psql.write(f"DROP TABLE {tables} CASCADE;\n".encode())
            shutil.copyfileobj(script, to_psql)
            to_psql.write(b"COMMIT;\n")
        if psql.returncode:
            errors.seek(0)
            raise _refused("psql", errors.read(), f"{LOOK} Nothing was changed.")


def _run(name: str, *arguments: str, into: IO[bytes] | None = None, mend: str = LOOK) -> bytes:
    """Its output, or nothing where that goes into a file."""
    result = subprocess.run(  # noqa: S603 - no shell reads these
        [_path(name), *arguments],
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=into or subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    if result.returncode:
        raise _refused(name, result.stderr, mend)
    return result.stdout or b""


def _path(name: str) -> str:
    if path := shutil.which(name):
        return path
    raise CommandError(
        f"There is no {name} here. Install PostgreSQL's client programs: on Debian and Ubuntu the "
        "package postgresql-client."
    )


def _refused(name: str, errors: bytes, mend: str) -> CommandError:
    """With the line of its output that says why."""
    lines = errors.decode(errors="replace").strip().splitlines() or ["without a word"]
    why = next((line for line in lines if re.search("error:|fatal:", line, re.I)), lines[-1])
    return CommandError(f"{name} refused: {why.removeprefix(f'{name}: ')}. {mend}")


def _where() -> list[str]:
    """How a program reaches the database, without what is not to be seen."""
    shown = {each.keyword.decode() for each in Conninfo.get_defaults() if each.dispchar != b"*"}
    reached = connection.get_connection_params()
    parameters = {name: value for name, value in reached.items() if name in shown}
    return [f"--dbname={make_conninfo(**parameters)}"]


def _environment() -> dict[str, str]:
    password = connection.get_connection_params().get("password")
    return os.environ | ({"PGPASSWORD": password} if password else {})
