"""A database that can't be used stops each command with one sentence, and no traceback."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.hosting.conftest import ONE_BACK
from tests.redis_server import running

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
PREPARE, TIDY = ["manage.py", "prepare"], ["manage.py", "tidy"]
GUNICORN = ["-m", "gunicorn", "-c", "python:hosting.serving"]
LOOK = "Look at DATABASE_URL, and whether the database is"
START = "Footcare can't start."


def start(
    command: list[str], address: str, state: Path, cache_address: str = ""
) -> tuple[int, str]:
    """How that command ends with such a DATABASE_URL, and what it complains of."""
    surroundings = {
        "CACHE_URL": cache_address,
        "DATABASE_URL": address,
        "STATE_DIR": str(state),
        "DEBUG": "1",
        "PORT": "9",
    }
    ended = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": os.pathsep.join(sys.path), **surroundings},
        capture_output=True,
        text=True,
        timeout=60,
    )
    return ended.returncode, ended.stderr


@pytest.mark.parametrize("command", [PREPARE, GUNICORN])
@pytest.mark.parametrize("address", ["ten toes", "mysql://sam@db/feet", "postgres://db:x/feet"])
def test_an_address_that_is_none_says_how_to_write_one(
    tmp_path: Path, command: list[str], address: str
) -> None:
    assert start(command, address, tmp_path) == (
        1,
        f"{START} DATABASE_URL can't be read. Write it as postgres://name:password@host:5432/"
        "database or sqlite:////folder/file.sqlite3, or leave it out for SQLite.\n",
    )


@pytest.fixture
def refusing(tmp_path: Path) -> Iterator[Path]:
    """The folder of the socket of a PostgreSQL that takes nobody's password."""
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(tmp_path / ".s.PGSQL.5432"))
    server.listen()

    def refuse() -> None:
        said = b'SFATAL\0C28P01\0Mpassword authentication failed for user "sam"\0\0'
        while True:
            try:
                caller, _ = server.accept()
            except OSError:  # shut down
                return
            with caller:
                caller.recv(1000)
                caller.sendall(b"E" + (len(said) + 4).to_bytes(4, "big") + said)

    answering = threading.Thread(target=refuse)
    answering.start()
    yield tmp_path
    server.shutdown(socket.SHUT_RDWR)
    answering.join()
    server.close()


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (PREPARE, f"The database can't be used: {{}}. {LOOK} running."),
        (TIDY, f"The database can't be used: {{}}. {LOOK} running."),
        (
            GUNICORN,
            f"{START} Database: it can't be used: {{}}. {LOOK} there. A new one is made by make "
            "run.",
        ),
    ],
)
def test_a_server_that_is_down_or_refuses_is_told(
    tmp_path: Path, refusing: Path, command: list[str], told: str
) -> None:
    (tmp_path / "down").mkdir()
    here, nowhere = f"{refusing}/.s.PGSQL.5432", f"{tmp_path}/down/.s.PGSQL.5432"

    assert start(command, f"postgres://sam:x@/feet?host={tmp_path}/down", tmp_path) == (
        1,
        told.format(
            f'connection is bad: connection to server on socket "{nowhere}" failed: No such file '
            "or directory"
        )
        + "\n",
    )
    assert start(command, f"postgres://sam:secret@/feet?host={refusing}", tmp_path) == (
        1,
        told.format(
            f'connection failed: connection to server on socket "{here}" failed: FATAL:  password '
            'authentication failed for user "sam"'
        )
        + "\n",
    )


@pytest.mark.parametrize("command", [PREPARE, TIDY])
@pytest.mark.parametrize(
    "address", ["sqlite:///{}/missing/feet", "sqlite:///{}", "sqlite:////etc/passwd/feet"]
)
def test_a_file_that_cannot_be_opened_is_told(
    tmp_path: Path, command: list[str], address: str
) -> None:
    assert start(command, address.format(tmp_path), tmp_path) == (
        1,
        f"The database can't be used: unable to open database file. {LOOK} running.\n",
    )


def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "footcare.sqlite3").write_text("ten quiet toes" * 100)

    assert start(PREPARE, "", tmp_path) == (
        1,
        "The database is damaged: file is not a database. Put a backup in its place, as "
        "docs/operations.md says.\n",
    )


@pytest.fixture
def state(prepared: Path, tmp_path: Path) -> Path:
    """Where a database with all its tables is."""
    shutil.copy(prepared, tmp_path / "footcare.sqlite3")
    return tmp_path


def change(state: Path, *statement: Any) -> None:
    with closing(sqlite3.connect(state / "footcare.sqlite3")) as database, database:
        database.execute(*statement)


def test_a_database_without_tables_is_told(tmp_path: Path) -> None:
    (tmp_path / "footcare.sqlite3").touch()

    assert start(TIDY, "", tmp_path) == (
        1,
        "The database isn't up to date: no such table: accounts_browsersession. "
        "Bring it up to date: manage.py prepare\n",
    )
    assert start(GUNICORN, "", tmp_path) == (
        1,
        f"{START} Migrations: all are pending. Make a backup, stop Footcare, and start it with "
        "make run, which applies them.\n",
    )


def test_an_older_database_is_not_served(state: Path) -> None:
    change(state, "DELETE FROM django_migrations WHERE app = 'logbook' AND name > ?", [ONE_BACK])

    assert start(GUNICORN, "", state) == (
        1,
        f"{START} Migrations: 1 is pending. Make a backup, stop Footcare, and start it with "
        "make run, which applies it.\n",
    )


@pytest.mark.parametrize("command", [PREPARE, GUNICORN])
def test_a_cache_s_address_that_is_none_says_how_to_write_one(
    tmp_path: Path, command: list[str]
) -> None:
    code, said = start(command, "", tmp_path, "memcached://:secret@cache")

    assert (code, said.partition(" or ")[0]) == (
        1,
        f"{START} CACHE_URL can't be read. Write it as redis://name:password@host:6379/0, "
        "rediss://… for TLS,",
    )
    assert "secret" not in said


def test_a_cache_that_is_down_or_refuses_is_told(state: Path) -> None:
    with running() as redis:
        wrong = start(GUNICORN, "", state, f"unix://:wrong@{redis.folder}/redis.sock")
        redis.stop()
        down = start(GUNICORN, "", state, redis.address)

    assert wrong == (
        1,
        f"{START} Cache: Redis refuses our name or password. Look at both in CACHE_URL.\n",
    )
    assert down == (
        1,
        f"{START} Cache: Redis can't be used: Error 2 connecting to {redis.folder}/redis.sock. No "
        "such file or directory. Look at CACHE_URL, and whether Redis is running.\n",
    )


NEWER = (
    "The database comes from a newer Footcare, which has logbook 0999_to_come. Upgrade Footcare "
    "first."
)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (PREPARE, f"CommandError: {NEWER} Nothing was changed.\n"),
        (GUNICORN, f"{START} Migrations: {NEWER}\n"),
    ],
)
def test_a_newer_database_is_left_alone(state: Path, command: list[str], told: str) -> None:
    change(state, "INSERT INTO django_migrations VALUES (999, 'logbook', '0999_to_come', '2027')")

    assert start(command, "", state) == (1, told)


def test_another_programs_database_is_left_alone(state: Path) -> None:
    change(state, "UPDATE django_migrations SET app = 'shop' WHERE app = 'logbook'")

    assert start(PREPARE, "", state) == (
        1,
        "CommandError: The database is no database of Footcare's. Nothing was changed.\n",
    )


HALF_MOVED = (
    "a move into it wasn't finished. Set DATABASE_URL back to the database before, and give the "
    "same manage.py move_to once more."
)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (PREPARE, f"CommandError: The database isn't ready: {HALF_MOVED}\n"),
        (GUNICORN, f"{START} Database: {HALF_MOVED}\n"),
    ],
)
def test_a_database_that_a_move_is_not_done_with_is_left_alone(
    state: Path, command: list[str], told: str
) -> None:
    change(state, "CREATE TABLE footcare_move (place varchar(100) PRIMARY KEY)")

    assert start(command, "", state) == (1, told)


def test_preparing_that_was_broken_off_is_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / "footcare.sqlite3").touch()
    begin = ["manage.py", "migrate", "contenttypes", "--verbosity=0"]
    assert start(begin, "", tmp_path) == (0, "")

    assert start(PREPARE, "", tmp_path) == (0, "")
