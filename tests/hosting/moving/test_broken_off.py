"""A move that was stopped anywhere goes on from there, and nothing is doubled or missing."""

import os
import subprocess
import sys
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connection, connections

from accounts.models import User
from hosting.moving import progress, rows
from hosting.moving.move import connected, move
from logbook.models import Session
from tests.hosting.conftest import at
from tests.hosting.moving.conftest import move_to
from tests.hosting.moving.test_move import all_rows

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent.parent


def begin(address: str, steps: int) -> list[str]:
    """Move so many steps and stop; what was said."""
    with connected(address), closing(move()) as said:
        return list(islice(said, steps))


def test_it_goes_on_from_wherever_it_was_stopped(
    address: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "BATCH", 5)
    monkeypatch.setattr(rows, "REPORT_EVERY", 5)
    before = all_rows()

    assert begin(address, 1) == ["The other database is ready."]
    for steps in range(2, 41, 5):
        said = begin(address, steps)
        assert said[0] == "Going on with the move that was begun."
        assert len(said) == steps
    assert ", checksum " in said[-1]  # it was comparing by then
    assert move_to(address)[-2].startswith("All is there: ")

    with at(address):
        assert all_rows() == before
        assert "footcare_move" not in connection.introspection.table_names()


@pytest.mark.parametrize("line", ["The other database", "accounts_user:", "Comparing"])
def test_it_goes_on_after_its_process_was_killed(address: str, here: Path, line: str) -> None:
    before = all_rows()
    command = [sys.executable, "manage.py", "move_to", address, "--while-serving"]
    surroundings = {
        "DATABASE_URL": f"sqlite:///{here}",
        "STATE_DIR": str(here.parent),
        "DJANGO_SETTINGS_MODULE": "footcare_site.settings",
    }
    connections["default"].close()
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ | surroundings, stdout=subprocess.PIPE, text=True
    ) as moving_there:
        assert moving_there.stdout
        while not moving_there.stdout.readline().startswith(line):
            assert moving_there.poll() is None
        moving_there.kill()

    move_to(address)

    with at(address):
        assert all_rows() == before


def test_what_was_written_here_meanwhile_is_told(address: str, here: Path) -> None:
    said = begin(address, 25)
    assert {"logbook_session: 34 rows", "Comparing each row with where it came from"} <= set(said)
    Session.objects.filter(seconds=95).update(seconds=96)

    with pytest.raises(CommandError) as stopped:
        move_to(address)

    assert str(stopped.value).startswith("logbook_session differs: 34 rows, checksum ")
    assert str(stopped.value).endswith(
        " there. Something was written since the move was begun. Stop Footcare, empty the other "
        "database, and move once more. What is here is whole."
    )


def test_another_site_does_not_go_on_with_it(
    address: str, here: Path, tmp_path: Path, prepared: Path
) -> None:
    begin(address, 1)
    other = tmp_path / "other.sqlite3"
    other.write_bytes(prepared.read_bytes())

    with at(f"sqlite:///{other}"), pytest.raises(CommandError) as stopped:
        move_to(address)

    assert str(stopped.value) == (
        "The other database has a move in it that was begun from elsewhere, or with another "
        "Footcare. Give the address of an empty one. Nothing was changed."
    )
    with at(address):
        assert not User.objects.exists()


def test_of_two_at_once_one_stops(address: str, here: Path) -> None:
    with at(address):
        progress.start("mark")
        place = progress.of_table("auth_group")
        place.move_on(1, ("1",))

        with pytest.raises(CommandError, match="^Another move_to writes into that database. Wait"):
            place.move_on(1, ("1",))

        assert progress.of_table("auth_group") == progress.Place("auth_group", 1, ("1",))
