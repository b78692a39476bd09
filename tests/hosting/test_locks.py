"""Several that prepare one empty database at once take turns, on the engine of the tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django import Settings

from hosting import locks
from tests.hosting.conftest import at

# The tests' own server has the empty database.
pytestmark = [pytest.mark.slow, pytest.mark.django_db]

ROOT = Path(__file__).parent.parent.parent
WAITING = "Another prepare is under way. Waiting until it is done."


def begin(address: str, state: Path) -> subprocess.Popen[str]:
    """A `prepare` of its own; while debugging, so that it collects no static files."""
    state.mkdir(exist_ok=True)
    settings = {"DATABASE_URL": address, "STATE_DIR": str(state), "DEBUG": "1"}
    return subprocess.Popen(
        [sys.executable, "manage.py", "prepare"],
        cwd=ROOT,
        env=os.environ | settings | {"DJANGO_SETTINGS_MODULE": "footcare_site.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_three_that_prepare_at_once_all_succeed(address: str, tmp_path: Path) -> None:
    """In one folder; with a server each in its own, as in containers."""
    on_server = address.startswith("postgres")
    folders = [tmp_path / (f"state{number}" if on_server else "state") for number in range(3)]
    processes = [begin(address, folder) for folder in folders]
    outcomes = [process.communicate() for process in processes]

    assert [process.returncode for process in processes] == [0, 0, 0]
    assert [errors for _, errors in outcomes] == ["", "", ""]
    said = [out.splitlines()[-2:] for out, _ in outcomes]
    assert sorted(database == "Database: up to date" for database, _ in said) == [False, True, True]
    assert all(catalogue.startswith("Catalogue: 4 exercises, ") for _, catalogue in said)


def test_the_second_says_that_it_waits_until_the_first_is_done(
    address: str, tmp_path: Path, settings: Settings
) -> None:
    settings.STATE_DIR = tmp_path / "state"
    settings.STATE_DIR.mkdir()

    with at(address), locks.one_at_a_time(print):
        other = tmp_path / "other" if address.startswith("postgres") else settings.STATE_DIR
        second = begin(address, other)
        assert second.stdout
        assert second.stdout.readline() == f"{WAITING}\n"
        assert second.poll() is None
    said, errors = second.communicate()

    assert (second.returncode, errors) == (0, "")
    assert said.startswith("Database: ")
