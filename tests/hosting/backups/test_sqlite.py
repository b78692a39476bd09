"""What is wrong with a file of SQLite's, the copy's or the site's, and what then becomes of it."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connection

from accounts.models import User
from hosting.backups import sqlite
from tests.hosting.conftest import Operator, damage
from tests.make import make_user

SPOILT = b"ten quiet toes" * 1000
Harm = Callable[[Path], object]


def addresses() -> list[str]:
    return sorted(User.objects.values_list("email", flat=True))


def cut_off(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def spoil(file: Path) -> None:
    file.write_bytes(SPOILT)


def empty(file: Path) -> None:
    os.truncate(file, 0)


def execute(statement: str) -> Harm:
    def harm(file: Path) -> None:
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            database.execute(statement)

    return harm


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (damage, "is damaged: "),
        (cut_off, "database disk image is malformed"),
        (spoil, "couldn't be put back: file is not a database. Nothing was changed"),
        (empty, "is no database of Footcare's. Nothing was changed."),
        (execute("DROP TABLE django_migrations"), "is no database of Footcare's."),
        (execute("DELETE FROM django_migrations WHERE app = 'logbook'"), "is no database of Foot"),
        (
            execute("DELETE FROM accounts_user"),
            "is damaged: a row of logbook_target belongs to one of accounts_user that isn't there",
        ),
    ],
)
def test_a_copy_in_which_something_is_wrong_is_refused_and_nothing_changes(
    file: Path, operator: Operator, harm: Harm, told: str
) -> None:
    copy = operator.backup()
    harm(copy)
    make_user(email="alex@example.org")

    with pytest.raises(CommandError) as stopped:
        operator.run("restore", copy.name, while_serving=True)

    assert told in str(stopped.value)
    assert addresses() == ["alex@example.org", "sam@example.org"]
    connection.close()
    assert [path.name for path in file.parent.iterdir() if path.is_file()] == [file.name]
    assert not list(file.parent.glob("*.work"))


@pytest.mark.parametrize("harm", [damage, cut_off, spoil, empty])
def test_a_copy_takes_the_place_of_a_database_with_which_something_is_wrong(
    file: Path, operator: Operator, harm: Harm
) -> None:
    copy = operator.backup()
    connection.close()
    harm(file)

    kept = file.parent / operator.restore(copy.name)

    assert addresses() == ["sam@example.org"]
    assert kept.exists()
    assert operator.run("backup")[0].startswith("Saved")


def test_a_copy_takes_the_place_of_a_database_that_is_missing(
    file: Path, operator: Operator
) -> None:
    copy = operator.backup()
    connection.close()
    file.unlink()

    said = operator.run("restore", copy.name, while_serving=True)

    assert said == [
        f"{copy.name} is back, and people sign in anew. Now start Footcare anew: make run",
        "Accounts that were deleted since are back too: ask who has left.",
    ]
    assert addresses() == ["sam@example.org"]


def test_the_log_of_a_damaged_database_is_kept_with_it_and_not_read_into_the_copy(
    file: Path, operator: Operator
) -> None:
    copy = operator.backup()
    make_user(email="alex@example.org")
    log = file.with_name(f"{file.name}-wal")
    written = log.read_bytes()
    connection.close()
    log.write_bytes(written)
    spoil(file)

    kept = file.parent / operator.restore(copy.name)

    assert addresses() == ["sam@example.org"]
    assert kept.read_bytes() == SPOILT
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == written


def test_a_database_that_another_program_holds_stays(
    file: Path, operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "PATIENCE", 0.05)
    copy = operator.backup()
    make_user(email="alex@example.org")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(CommandError, match="another program holds the database. Nothing was"):
            operator.run("restore", copy.name, while_serving=True)

    assert addresses() == ["alex@example.org", "sam@example.org"]


def test_a_copy_made_by_hand_can_be_put_back_with_the_log_beside_it(
    file: Path, operator: Operator, tmp_path: Path
) -> None:
    make_user(email="alex@example.org")  # which is in the log still
    by_hand = tmp_path / "by hand"
    by_hand.write_bytes(file.read_bytes())
    (tmp_path / "by hand-wal").write_bytes(file.with_name(f"{file.name}-wal").read_bytes())
    User.objects.all().delete()

    operator.restore(str(by_hand))

    assert addresses() == ["alex@example.org", "sam@example.org"]
