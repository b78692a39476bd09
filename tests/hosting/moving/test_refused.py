"""A move that can't be, or would be wrong, is refused with a sentence, and changes nothing."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from accounts.models import User
from tests.hosting.conftest import ONE_BACK, at
from tests.hosting.moving.conftest import move_to
from tests.make import make_user

pytestmark = pytest.mark.slow

EMPTY_ONE = "Give the address of an empty one. Nothing was changed."


def refusal(address: str) -> str:
    with pytest.raises(CommandError) as stopped:
        move_to(address)
    return str(stopped.value)


def break_in(file: Path, *statements: str) -> None:
    """Change the site's file as no Footcare would."""
    connections["default"].close()
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        for statement in ("PRAGMA ignore_check_constraints = 1", *statements):
            database.execute(statement)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("ten toes", "DATABASE_URL can't be read. Write it as postgres://"),
        ("mysql://sam@db/feet", "DATABASE_URL can't be read. Write it as postgres://"),
        (
            "postgres://sam@/feet?host=/nowhere",
            "The other database can't be used: connection is bad: ",
        ),
        (
            "sqlite:////nowhere/feet.sqlite3",
            "The other database can't be used: [Errno 2] No such file or directory: "
            "'/nowhere/feet.sqlite3'. Look at the address that you gave, and whether it is "
            "running. Nothing was changed.",
        ),
    ],
)
def test_an_address_that_leads_nowhere(file: Path, other: str, told: str) -> None:
    assert refusal(other).startswith(told)
    assert User.objects.count() == 1


def test_the_database_itself(file: Path) -> None:
    told = "Footcare is in that database already. Give the address of another one."

    assert refusal(f"sqlite:///{file}") == told
    assert refusal(f"sqlite:///{file.parent}/../{file.parent.name}/{file.name}") == told


def test_a_database_in_which_somebody_is(address: str, file: Path) -> None:
    with at(address):
        call_command("migrate", verbosity=0, interactive=False)
        make_user(email="alex@example.org")

    assert refusal(address) == (
        f"The other database isn't empty: accounts_user has rows. {EMPTY_ONE}"
    )
    with at(address):
        assert [user.email for user in User.objects.all()] == ["alex@example.org"]


def test_the_one_that_it_moved_into_already(address: str, file: Path) -> None:
    move_to(address)

    assert refusal(address).startswith("The other database isn't empty: ")


def test_an_older_or_a_newer_database(address: str, file: Path) -> None:
    with at(address):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("migrate", "logbook", ONE_BACK, verbosity=0, interactive=False)
    assert refusal(address) == f"The other database is older than this Footcare. {EMPTY_ONE}"

    with at(address) as other:
        call_command("migrate", verbosity=0, interactive=False)
        MigrationRecorder(other).record_applied("logbook", "0999_to_come")
    assert refusal(address) == (
        "The other database comes from a newer Footcare, which has logbook 0999_to_come. Upgrade "
        "Footcare first. Nothing was changed."
    )
    with at(address):
        assert not User.objects.exists()


def test_another_programs_database(address: str, file: Path) -> None:
    with at(address) as other, other.cursor() as cursor:
        cursor.execute("CREATE TABLE shoes (size integer)")

    assert refusal(address) == (
        "The other database is no database of Footcare's. Nothing was changed."
    )
    with at(address) as other:
        assert other.introspection.table_names() == ["shoes"]


def test_from_a_database_that_is_not_up_to_date(address: str, file: Path) -> None:
    call_command("migrate", "logbook", ONE_BACK, verbosity=0, interactive=False)

    assert refusal(address) == (
        "The database here isn't up to date. Bring it up to date first: manage.py prepare"
    )
    with at(address) as other:
        assert other.introspection.table_names() == []


def test_from_a_database_in_which_a_row_belongs_to_nobody(address: str, file: Path) -> None:
    break_in(file, "DELETE FROM accounts_user")

    told = refusal(address)

    assert told.startswith("The database here is damaged: The row in table ")
    assert told.endswith(" Put a backup in its place first, as docs/operations.md says.")
    with at(address) as other:
        assert other.introspection.table_names() == []


def test_a_row_that_the_other_database_does_not_take(address: str, file: Path) -> None:
    break_in(file, "UPDATE logbook_target SET per_day = 11")

    told = refusal(address)

    assert told.startswith("logbook_target: the other database refuses what is here: ")
    assert "target_at_most_ten_a_day" in told
    assert told.endswith(". It is in one of the 4 rows after the first.")


def test_while_something_answers_where_the_site_would(tmp_path: Path) -> None:
    """In a process of its own, since these tests have no network."""
    program = (
        "import socket, sys; from django.core.management import execute_from_command_line as run;"
        "from django.conf import settings;"
        "held = socket.create_server(('127.0.0.1', 0)); settings.PORT = held.getsockname()[1];"
        "run(['manage.py', 'move_to', 'sqlite:////nowhere/feet'])"
    )

    ended = subprocess.run(
        [sys.executable, "-c", program],
        env={"DJANGO_SETTINGS_MODULE": "footcare_site.settings", "STATE_DIR": str(tmp_path)},
        cwd=Path(__file__).parent.parent.parent.parent,
        capture_output=True,
        text=True,
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith("CommandError: Something answers at 127.0.0.1:")
    assert ended.stderr.endswith(
        ", and that may be this Footcare. Stop it first, so that nobody does what will not come "
        "along; or add --while-serving.\n"
    )
