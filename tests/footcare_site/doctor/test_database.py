"""Whether the database answers, and has what this release wants."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from footcare_site.doctor import database
from footcare_site.moving import progress
from tests.footcare_site.conftest import NEWEST, ONE_BACK

PENDING = "pending. Make a backup, stop Footcare, and start it with make run, which applies"


@pytest.mark.django_db
def test_a_database_that_answers_is_well() -> None:
    assert list(database.findings()) == [
        database.well("Database", f"{connection.display_name} answers."),
        database.well("Migrations", "none is pending."),
    ]


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (Path.unlink, "unable to open database file"),
        (lambda file: file.write_bytes(b"ten quiet toes" * 500), "file is not a database"),
    ],
)
def test_a_database_that_does_not_answer_is_told(file: Path, harm: object, told: str) -> None:
    connection.close()
    harm(file)  # type: ignore[operator]

    (finding,) = database.findings()

    assert not finding.is_well
    assert finding.sentence.startswith(f"it can't be used: {told}. Look at DATABASE_URL, and")


@pytest.mark.django_db
def test_a_move_that_was_not_finished_is_told() -> None:
    progress.begin("mark")

    (finding,) = database.findings()

    assert finding == database.mend("Database", progress.UNFINISHED)


def test_a_migration_that_is_pending_is_told(file: Path) -> None:
    call_command("migrate", "logbook", ONE_BACK, verbosity=0)

    _, finding = database.findings()

    assert finding == database.mend("Migrations", f"1 is {PENDING} it.")


def test_more_that_are_pending_are_counted() -> None:
    known = set(MigrationLoader(None).disk_migrations)

    finding = database.migrations(known - {("logbook", name) for name in (ONE_BACK, NEWEST)})

    assert finding == database.mend("Migrations", f"2 are {PENDING} them.")


def test_a_database_without_a_table_has_all_of_them_pending() -> None:
    assert database.migrations(set()) == database.mend("Migrations", f"all are {PENDING} them.")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (("logbook", "0999_to_come"), "The database comes from a newer Footcare, which has"),
        (None, "The database is no database of Footcare's."),
    ],
)
def test_a_database_of_another_release_or_program_is_told(
    other: tuple[str, str] | None, told: str
) -> None:
    known = set(MigrationLoader(None).disk_migrations)

    finding = database.migrations(known | {other} if other else {("feet", "0001_initial")})

    assert not finding.is_well
    assert finding.sentence.startswith(told)
    assert "Nothing was changed" not in finding.sentence
