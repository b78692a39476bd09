"""`restore` checks a copy before it puts it back, and keeps what it replaced.

(While people write: backups/test_while_writing.py. Damaged files: backups/test_sqlite.py.)
"""

import os
import re
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import Settings

from accounts.models import BrowserSession, User
from hosting.backups import engine
from logbook.models import DayNote
from tests.hosting.conftest import ONE_BACK_ALONE, Operator
from tests.make import MONDAY, THURSDAY_MORNING, make_user

ROOT = Path(__file__).parent.parent.parent


def addresses() -> list[str]:
    return sorted(User.objects.values_list("email", flat=True))


@pytest.mark.usefixtures("transactional_db")
def test_restore_puts_a_copy_back_and_can_be_undone(operator: Operator) -> None:
    lost = Client()
    lost.force_login(make_user(email="sam@example.org"))
    copy = operator.backup()
    BrowserSession.objects.all().delete()
    make_user(email="alex@example.org")

    said = operator.run("restore", copy.name, while_serving=True)

    assert addresses() == ["sam@example.org"]
    assert lost.get("/today/").status_code == 302
    kept = f"footcare-replaced-2026-11-19T08-02-00Z.{engine.site_engine().ENDING}"
    assert said == [
        f"{copy.name} is back, and people sign in anew. Now start Footcare anew: make run",
        "Accounts that were deleted since are back too: ask who has left.",
        f"What it replaced is kept for 30 days. To have that back: manage.py restore {kept}",
    ]
    path = engine.site_engine().replaced_folder() / kept
    assert path.stat().st_mode & 0o777 == 0o600

    operator.restore(str(path))

    assert addresses() == ["alex@example.org", "sam@example.org"]


@pytest.mark.usefixtures("transactional_db")
def test_restore_brings_an_older_copy_up_to_date(operator: Operator) -> None:
    user = make_user()
    call_command("migrate", "exercises", ONE_BACK_ALONE, verbosity=0)
    copy = operator.backup()
    call_command("migrate", verbosity=0)
    DayNote.objects.create(user=user, day=MONDAY, text="Blue", recorded_at=THURSDAY_MORNING)

    said = operator.run("restore", copy.name, while_serving=True)

    assert said[0] == "It was older than this Footcare: 1 migrations applied."
    assert addresses() == ["sam@example.org"]
    assert not DayNote.objects.exists()

    operator.restore(said[-1].rpartition(" ")[2])

    assert DayNote.objects.get().text == "Blue"


@pytest.mark.usefixtures("transactional_db")
def test_restore_refuses_what_a_newer_release_has_made(operator: Operator) -> None:
    newer = MigrationRecorder(connection).migration_qs.create(app="logbook", name="0999_to_come")
    copy = operator.backup()
    newer.delete()
    make_user()

    with pytest.raises(CommandError) as stopped:
        operator.run("restore", copy.name, while_serving=True)

    assert str(stopped.value) == (
        f"{copy.name} comes from a newer Footcare, which has logbook 0999_to_come. Upgrade "
        "Footcare first. Nothing was changed."
    )
    assert addresses() == ["sam@example.org"]
    assert operator.run("restore")[-1] == "To put one back: manage.py restore NAME"


def test_restore_alone_lists_what_there_is(file: Path, operator: Operator) -> None:
    assert operator.run("restore") == ["There is no copy. Make one:", "  manage.py backup"]

    first, second = operator.backup(), operator.backup()
    kept = operator.restore(first.name)
    operator.clock.shift(timedelta(hours=2))

    size = f"{first.stat().st_size / 1e6:.1f} MB"
    assert operator.run("restore") == [
        f"Copies in {operator.folder}:",
        f"  {second.name}  {size}, 2\xa0hours, 2\xa0minutes old",
        f"  {first.name}  {size}, 2\xa0hours, 3\xa0minutes old",
        f"What restoring has replaced, in {file.parent}:",
        f"  {kept}  {size}, 2\xa0hours, 1\xa0minute old",
        "To put one back: manage.py restore NAME",
    ]


def test_restore_of_a_copy_that_is_not_there_says_so(file: Path, operator: Operator) -> None:
    with pytest.raises(CommandError, match="^There is no nothing. manage.py restore lists all"):
        operator.run("restore", "nothing")


@pytest.mark.enable_socket
@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])  # noqa: S104
def test_restore_waits_until_footcare_is_stopped(
    file: Path, operator: Operator, settings: Settings, address: str
) -> None:
    copy = operator.backup()
    make_user(email="alex@example.org")
    settings.BIND_ADDRESS = address

    with socket.create_server((address, 0)) as serving:
        settings.PORT = serving.getsockname()[1]
        with pytest.raises(CommandError) as stopped:
            operator.run("restore", copy.name)

    told = f"Something answers at 127.0.0.1:{settings.PORT}, and that may be this Footcare. Stop it"
    assert str(stopped.value).startswith(told)
    assert addresses() == ["alex@example.org", "sam@example.org"]

    operator.run("restore", copy.name)

    assert addresses() == ["sam@example.org"]


def test_restore_onto_a_full_disk_changes_nothing(prepared: Path, tmp_path: Path) -> None:
    """A process of its own, whose files can't grow as large as the log of what it writes."""
    file, copy = (Path(shutil.copy(prepared, tmp_path / name)) for name in ("feet.sqlite3", "copy"))
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("UPDATE accounts_user SET email = 'alex@example.org'")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    most = file.stat().st_size + 1000

    ended = subprocess.run(
        [sys.executable, "manage.py", "restore", str(copy), "--while-serving"],
        cwd=ROOT,
        env=os.environ
        | {
            "DATABASE_URL": f"sqlite:///{file}",
            "STATE_DIR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "footcare_site.settings",
        },
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
        capture_output=True,
        text=True,
    )

    assert ended.returncode == 1
    assert re.fullmatch(
        r"CommandError: copy couldn't be put back: (disk I/O error|database or disk is full)\. "
        r"Nothing was changed; [0-9.,]+ GB are free in .*\.\n",
        ended.stderr,
    )
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT email FROM accounts_user").fetchall() == [
            ("alex@example.org",)
        ]
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
