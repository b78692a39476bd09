"""How PostgreSQL's programs are called, and what is said where one is missing or refuses.

Programs of the same names stand in for them here, so that this is tested on every machine. Where
the tests run on PostgreSQL, test_while_writing.py, test_backup.py and test_restore.py use the real
ones.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.db.utils import load_backend
from pytest_django import DjangoDbBlocker, Settings

from hosting.backups import postgres
from hosting.environment import databases

pytestmark = pytest.mark.slow

Program = Callable[[str, str], Path]
REFUSES = """echo 'pg_dump: detail: something' >&2
echo 'pg_dump: error: connection to server failed: FATAL: no such role' >&2
exit 1"""
ADDRESS = "postgres://sam:p%40ss@/feet?host=/nowhere&port=5433&sslmode=require"


@pytest.fixture(autouse=True)
def site(monkeypatch: pytest.MonkeyPatch, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Its database is said to be in PostgreSQL, where nothing answers."""
    monkeypatch.setenv("SETTING", ADDRESS)
    settings = databases.from_env("SETTING", Path())
    settings = connections.configure_settings({"default": settings})["default"]
    usual = connections["default"]
    connections["default"] = load_backend(str(settings["ENGINE"])).DatabaseWrapper(settings)
    with django_db_blocker.unblock():
        yield
    connections["default"] = usual


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Put a program in the one place where programs are looked for; it notes how it is called."""
    (tmp_path / "programs").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "programs"))

    def put(name: str, does: str) -> Path:
        path, called = tmp_path / "programs" / name, tmp_path / f"{name}-called"
        path.write_text(
            f'#!/bin/sh\nfor each; do echo "$each"; done >>"{called}"\n'
            f'echo "$PGPASSWORD" >>"{called}"\n{does}\n'
        )
        path.chmod(0o700)
        return called

    return put


@pytest.fixture
def target(tmp_path: Path, settings: Settings) -> Path:
    settings.BACKUP_DIR = tmp_path / "copies"
    settings.BACKUP_DIR.mkdir()
    return tmp_path / "copies" / "feet.dump"


def content(migrations: list[tuple[str, str]]) -> str:
    """What pg_restore says of a copy to which these were applied."""
    rows = "\n".join(
        f"{number}\t{app}\t{name}\t2026-11-19" for number, (app, name) in enumerate(migrations)
    )
    columns = "(id, app, name, applied)"
    return (
        "cat <<'END'\nSET search_path = '';\nCOPY public.django_migrations "
        f"{columns} FROM stdin;\n{rows}\n\\.\n\n-- done\nEND"
    ).replace("cat <<'END'", "while read -r line; do echo \"$line\"; done <<'END'")


def test_save_names_the_database_and_hides_the_password(program: Program, target: Path) -> None:
    dumped = program("pg_dump", f'echo ten toes >"{target}.part"')
    read = program("pg_restore", "echo '1 TABLE DATA public a'; echo '2 TABLE DATA public b'")

    assert postgres.save(target) == "2 tables"

    assert target.read_text() == "ten toes\n"
    *arguments, where, password = dumped.read_text().splitlines()
    assert arguments == ["--format=custom", f"--file={target}.part"]
    assert sorted(where.removeprefix("--dbname=").split()) == [
        "client_encoding=UTF8",
        "connect_timeout=5",
        "dbname=feet",
        "host=/nowhere",
        "keepalives_count=3",
        "keepalives_idle=5",
        "keepalives_interval=2",
        "port=5433",
        "sslmode=require",
        "tcp_user_timeout=5000",
        "user=sam",
    ]
    assert password == "p@ss"
    assert read.read_text().splitlines()[:2] == ["--file=/dev/null", f"{target}.part"]


@pytest.mark.parametrize("missing", ["pg_dump", "pg_restore"])
def test_save_without_its_programs_says_what_to_install(
    program: Program, target: Path, missing: str
) -> None:
    for name in {"pg_dump", "pg_restore"} - {missing}:
        program(name, "")

    with pytest.raises(CommandError) as stopped:
        postgres.save(target)

    assert str(stopped.value) == (
        f"There is no {missing} here. Install PostgreSQL's client programs: on Debian and Ubuntu "
        "the package postgresql-client."
    )
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("does", "told"),
    [
        (REFUSES, "error: connection to server failed: FATAL: no such role"),
        ("echo feet >&2; exit 1", "feet"),
        ("exit 9", "without a word"),
    ],
)
def test_save_that_is_refused_says_why(
    program: Program, target: Path, does: str, told: str
) -> None:
    program("pg_dump", does)

    with pytest.raises(CommandError) as stopped:
        postgres.save(target)

    assert str(stopped.value) == (
        f"pg_dump refused: {told}. Look at DATABASE_URL, and whether PostgreSQL is running."
    )
    assert list(target.parent.iterdir()) == []


def test_save_that_cannot_be_read_back_is_not_kept(program: Program, target: Path) -> None:
    program("pg_dump", "")
    program("pg_restore", "echo 'pg_restore: error: could not read from input file' >&2; exit 1")

    with pytest.raises(CommandError, match="^pg_restore refused: error: could not read"):
        postgres.save(target)

    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("echo 'pg_restore: error: not an archive' >&2; exit 1", "error: not an archive. Take"),
        ("", "feet.dump is no database of Footcare's. Nothing was changed."),
        (content([("auth", "0001_initial")]), "feet.dump is no database of Footcare's."),
        (
            content([("logbook", "0001_initial"), ("logbook", "0999_to_come")]),
            "feet.dump comes from a newer Footcare, which has logbook 0999_to_come. Upgrade",
        ),
        (content(sorted(MigrationLoader(None).disk_migrations)), "The database can't be read: "),
    ],
)
def test_put_back_says_what_is_wrong_before_it_changes_anything(
    program: Program, target: Path, does: str, told: str
) -> None:
    asked = program("pg_restore", does)

    with pytest.raises(CommandError) as stopped:
        postgres.restore(target, target.with_name("kept.dump"))

    assert told in str(stopped.value)
    assert asked.read_text().splitlines()[:4] == [
        "--data-only",
        "--table=django_migrations",
        "--file=-",
        str(target),
    ]
    assert list(target.parent.iterdir()) == []
