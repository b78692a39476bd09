"""`backup` says in a sentence what it saved, and keeps the old ones where it can't.

(While people write: backups/test_while_writing.py.)
"""

import os
import re
import resource
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from hosting.backups import copies, engine
from tests.hosting.conftest import Operator, damage

ROOT = Path(__file__).parent.parent.parent


def copy_from(operator: Operator, ago: timedelta, folder: Path | None = None) -> Path:
    """Another copy, which nobody reads."""
    name = copies.file_name(timezone.now() - ago, "sqlite3", replaced=folder is not None)
    path = (folder or operator.folder) / name
    path.touch()
    return path


@pytest.mark.usefixtures("transactional_db")
def test_backup_says_what_it_saved_and_where(operator: Operator) -> None:
    (said,) = operator.run("backup")

    path = operator.folder / f"footcare-2026-11-19T08-01-00Z.{engine.site_engine().ENDING}"
    amount = r"\d+ rows" if connection.vendor == "sqlite" else r"\d+ tables"
    told = rf"Saved {re.escape(str(path))}: {amount}, [\d.]+ MB, in \d+\.\d seconds\."
    assert re.fullmatch(told, said)
    assert list(operator.folder.iterdir()) == [path]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("transactional_db")
def test_backup_deletes_what_is_older_than_it_is_to_be_kept(
    operator: Operator, settings: Settings
) -> None:
    settings.BACKUP_DAYS = 7
    young = copy_from(operator, timedelta(days=6, hours=23))
    old = copy_from(operator, timedelta(days=7, hours=1))
    replaced = copy_from(operator, timedelta(days=8), engine.site_engine().replaced_folder())
    (operator.folder / "holiday.jpg").touch()

    said = operator.run("backup")

    assert said[1:] == [f"Deleted {path}, older than 7 days." for path in (old, replaced)]
    (new,) = set(operator.folder.iterdir()) - {young, operator.folder / "holiday.jpg"}
    assert copies.listed(operator.folder)[0].path == new
    assert not replaced.exists()


@pytest.mark.parametrize(("hours", "stays"), [(23, True), (25, False)])
def test_backup_deletes_what_was_cut_off_a_day_ago(
    file: Path, operator: Operator, hours: int, stays: bool
) -> None:
    replaced = copy_from(operator, timedelta(hours=hours), file.parent)
    left = [replaced.with_name(f"{replaced.name}{ending}") for ending in copies.CUT_OFF]
    *files, folder = left
    folder.mkdir()
    for path in (*files, folder / "feet.sqlite3"):
        path.write_bytes(b"what hurts")

    said = operator.run("backup")

    told = [f"Deleted {path}, which was left unfinished." for path in left]
    assert said[1:] == ([] if stays else told)
    assert [path.exists() for path in left] == [stays] * 3
    assert replaced.exists()


def test_backup_of_a_damaged_database_keeps_the_copies_there_are(
    file: Path, operator: Operator
) -> None:
    old = copy_from(operator, timedelta(days=300))
    damage(file)

    with pytest.raises(CommandError, match="^The database is damaged: .*manage.py restore.$"):
        operator.run("backup")

    assert list(operator.folder.iterdir()) == [old]


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (Path.unlink, "unable to open database file"),
        (lambda file: file.write_bytes(b"ten quiet toes" * 500), "file is not a database"),
    ],
)
def test_backup_without_a_database_says_where_to_look(
    file: Path, operator: Operator, harm: object, told: str
) -> None:
    connection.close()
    harm(file)  # type: ignore[operator]

    with pytest.raises(CommandError) as stopped:
        operator.run("backup")

    assert str(stopped.value).startswith(
        f"The database can't be read: {told}. Look at DATABASE_URL"
    )
    assert list(operator.folder.iterdir()) == []


def test_backup_onto_a_full_disk_says_how_much_is_free(prepared: Path, tmp_path: Path) -> None:
    """A process of its own, whose files can't grow beyond 64 kB."""
    (tmp_path / "copies").mkdir()
    ended = subprocess.run(
        [sys.executable, "manage.py", "backup"],
        cwd=ROOT,
        env=os.environ
        | {
            "DATABASE_URL": f"sqlite:///{prepared}",
            "STATE_DIR": str(tmp_path),
            "BACKUP_DIR": str(tmp_path / "copies"),
            "DJANGO_SETTINGS_MODULE": "footcare_site.settings",
        },
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536)),
        capture_output=True,
        text=True,
    )

    assert ended.returncode == 1
    assert re.fullmatch(
        r"CommandError: The copy couldn't be made: .*\. [0-9.,]+ GB are free in .*/copies\.\n",
        ended.stderr,
    )
    assert list((tmp_path / "copies").iterdir()) == []
