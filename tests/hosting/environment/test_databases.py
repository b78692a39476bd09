"""The database that a host names."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from hosting.environment import databases

FILE = Path("/nowhere/footcare.sqlite3")


def test_database_is_a_file_that_takes_writers_in_turn() -> None:
    settings = databases.from_env("SETTING", FILE)

    assert settings["NAME"] == "file:///nowhere/footcare.sqlite3?mode=rw"
    assert databases.file_of(settings) == FILE
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"  # type: ignore[index]


def test_database_can_be_another_file(given: Callable[[str], str]) -> None:
    settings = databases.from_env(given("sqlite:////elsewhere/feet.sqlite3"), FILE)

    assert databases.file_of(settings) == Path("/elsewhere/feet.sqlite3")
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"  # type: ignore[index]


@pytest.mark.parametrize("name", ["ten toes.sqlite3", "50%.sqlite3", "a?mode=memory&b#c", "zehn-ß"])
def test_database_may_have_any_name_and_is_opened_only_where_it_is(
    tmp_path: Path, name: str
) -> None:
    settings = databases.from_env("SETTING", tmp_path / name)
    with pytest.raises(sqlite3.OperationalError, match="unable to open database file"):
        sqlite3.connect(str(settings["NAME"]), uri=True)

    (tmp_path / name).touch()

    with closing(sqlite3.connect(str(settings["NAME"]), uri=True)) as database:
        assert database.execute("PRAGMA database_list").fetchone()[2] == str(tmp_path / name)
    assert databases.file_of(settings) == tmp_path / name
    assert databases.file_of({"NAME": str(tmp_path / name)}) == tmp_path / name


def test_database_can_be_postgresql(given: Callable[[str], str]) -> None:
    settings = databases.from_env(given("postgres://sam:p%40ss@db:5433/feet"), FILE)

    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert settings["PASSWORD"] == "p@ss"
    assert settings["CONN_HEALTH_CHECKS"] is True


def test_postgresql_that_is_cut_off_is_noticed_within_seconds(given: Callable[[str], str]) -> None:
    settings = databases.from_env(given("postgres://db/feet"), FILE)

    assert settings["OPTIONS"] == {
        "connect_timeout": 5,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 3,
        "tcp_user_timeout": 5000,
    }


def test_postgresql_is_waited_for_as_long_as_its_address_says(given: Callable[[str], str]) -> None:
    asked = "connect_timeout=9&tcp_user_timeout=30000"

    settings = databases.from_env(given(f"postgres://db/feet?{asked}"), FILE)

    assert settings["OPTIONS"]["connect_timeout"] == 9  # type: ignore[index]
    assert settings["OPTIONS"]["tcp_user_timeout"] == 30000  # type: ignore[index]
    assert settings["OPTIONS"]["keepalives_idle"] == 5  # type: ignore[index]


@pytest.mark.parametrize(
    "value",
    ["feet", "mysql://db/feet", "postgres://db:x/feet", "postgres://db:65536/feet",
     "postgres://db", "sqlite://:memory:", "postgres://[db/feet"],
)  # fmt: skip
def test_database_that_cannot_be_read_shows_how_to_write_it(
    given: Callable[[str], str], value: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING can't be read. Write it as postgres"):
        databases.from_env(given(value), FILE)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (
            "postgres://db/feet?toes=10",
            "SETTING can't be read: invalid connection option “toes”. Look at what stands behind "
            "its “?”.",
        ),
        (
            f"postgres://db/{64 * 'f'}",
            "SETTING names a database with 64 characters. PostgreSQL's names have 63 at most.",
        ),
        *(
            (
                f"sqlite:////folder/{file}",
                "SETTING names a file that can't be: a name has 255 characters at most, and each "
                "is one that can be written. Write it as sqlite:////folder/file.sqlite3.",
            )
            for file in ("feet%00.sqlite3", 256 * "f")
        ),
    ],
)
def test_database_that_could_not_be_is_refused_before_it_is_asked_for(
    given: Callable[[str], str], value: str, told: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as stopped:
        databases.from_env(given(value), FILE)

    assert str(stopped.value).replace('"', "“", 1).replace('"', "”", 1) == told
