"""Connections to SQLite are kept while their file is there; transactions take turns."""

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from django.db import OperationalError

from hosting.environment import databases
from hosting.sqlite.base import DatabaseWrapper

pytestmark = pytest.mark.django_db  # or no connection may be made at all


@pytest.fixture
def database(tmp_path: Path) -> DatabaseWrapper:
    """A connection to a file of its own, as a thread of the server has it."""
    file = tmp_path / "feet.sqlite3"
    file.touch()
    settings: dict[str, Any] = databases.from_url(f"sqlite:///{file}", "DATABASE_URL")
    settings["OPTIONS"]["timeout"] = 0.1
    return DatabaseWrapper({"AUTOCOMMIT": True, "TIME_ZONE": None, **settings})


def ask(database: DatabaseWrapper) -> object:
    """A request that asks for something, and the connection it was asked over."""
    database.close_if_unusable_or_obsolete()
    with database.cursor() as cursor:
        cursor.execute("SELECT 1")
    database.close_if_unusable_or_obsolete()
    return database.connection


def test_a_connection_is_kept_for_the_next_request(database: DatabaseWrapper) -> None:
    assert ask(database) is ask(database) is not None
    database.close()


def test_a_file_that_was_put_in_its_place_is_opened(
    database: DatabaseWrapper, tmp_path: Path
) -> None:
    before = ask(database)
    (tmp_path / "feet.sqlite3").rename(tmp_path / "away")
    (tmp_path / "feet.sqlite3").touch()

    assert ask(database) is not before
    database.close()


def test_a_file_that_was_taken_away_is_missed_and_found_again(
    database: DatabaseWrapper, tmp_path: Path
) -> None:
    ask(database)
    (tmp_path / "feet.sqlite3").rename(tmp_path / "away")
    with pytest.raises(OperationalError, match="unable to open"):
        ask(database)

    (tmp_path / "away").rename(tmp_path / "feet.sqlite3")

    assert ask(database) is not None
    database.close()


@pytest.mark.parametrize("ending", [["commit"], ["rollback"], [], ["close"]])
def test_writers_of_one_process_take_turns(database: DatabaseWrapper, ending: list[str]) -> None:
    """However it ends: `atomic` neither commits nor rolls back where no database complained."""
    other = DatabaseWrapper(database.settings_dict)
    begin(database)
    with pytest.raises(OperationalError, match="locked"):
        begin(other)

    for step in ending:
        getattr(database, step)()
    if database.connection:
        database.set_autocommit(True)

    begin(other)
    other.close()
    database.close()


def test_whoever_could_not_begin_holds_up_nobody(database: DatabaseWrapper, tmp_path: Path) -> None:
    ask(database)
    with closing(sqlite3.connect(tmp_path / "feet.sqlite3", isolation_level=None)) as program:
        program.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):
            begin(database)

    begin(database)
    database.close()


def test_whoever_waits_for_another_process_begins_when_that_is_done(
    database: DatabaseWrapper, tmp_path: Path
) -> None:
    ask(database)
    file = tmp_path / "feet.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as program:
        program.execute("BEGIN IMMEDIATE")
        done = Timer(0.02, program.execute, ["COMMIT"])
        done.start()

        begin(database)

        done.join()
    database.close()


def test_a_file_that_can_t_be_looked_at_is_sqlite_s_to_speak_of(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    address = f"sqlite:///{tmp_path}/file/feet.sqlite3"
    settings = databases.from_url(address, "DATABASE_URL")

    with pytest.raises(OperationalError, match="unable to open database file"):
        DatabaseWrapper({"AUTOCOMMIT": True, "TIME_ZONE": None, **settings}).cursor()


def begin(database: DatabaseWrapper) -> None:
    """As `transaction.atomic` does."""
    if database.connection is None:
        database.connect()
    database.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
