"""The database goes away while the site is served: pages say so, and it goes on by itself."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import connection

from tests.browser.site import ask, manage, served, surroundings

GONE = (503, "The tide is in", 503, b"The database does not answer.\n")
THERE = (200, "Toe presses", 200, b"ok\n")


class Database(NamedTuple):
    address: str
    leave: Callable[[], object]
    come_back: Callable[[], object]


@contextmanager
def in_a_file(folder: Path) -> Iterator[Database]:
    file, away = folder / "footcare.sqlite3", folder / "away"
    yield Database(f"sqlite:///{file}", lambda: file.rename(away), lambda: away.rename(file))


@contextmanager
def on_a_server() -> Iterator[Database]:
    from tests import postgres

    with postgres.cluster() as address:
        folder = address.rpartition("=")[2]
        owner = ["runuser", "-u", postgres.OWNER, "--"] if os.geteuid() == 0 else []
        command = [*owner, str(postgres.programs() / "pg_ctl"), f"--pgdata={folder}/data", "--wait"]
        again = f"--options=-c listen_addresses='' -k {folder}"

        def control(*arguments: str) -> None:
            subprocess.run(
                [*command, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL
            )

        yield Database(
            address,
            lambda: control("--mode=fast", "stop"),
            lambda: control("--silent", f"--log={folder}/log", again, "start"),
        )


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """One of the kind that these tests run on, for this test alone."""
    with in_a_file(tmp_path) if connection.vendor == "sqlite" else on_a_server() as database:
        yield database


def seen(port: int) -> tuple[int, str, int, bytes]:
    page, health = ask(port, "/exercises/", {}), ask(port, "/healthz", {})
    words = [words for words in ("The tide is in", "Toe presses") if words.encode() in page.body]
    return page.status, words[0], health.status, health.body


def test_pages_say_that_it_is_gone_and_go_on_when_it_is_back(
    prepared: Path, tmp_path: Path, database: Database
) -> None:
    shutil.copytree(prepared / "static", tmp_path / "static")
    environment = surroundings(tmp_path, DATABASE_URL=database.address)
    manage(environment, "prepare")
    with served(environment) as port:
        for _ in range(2):
            assert seen(port) == THERE

            database.leave()
            began = time.monotonic()
            assert seen(port) == GONE
            assert time.monotonic() - began < 2 * 4  # it waits two seconds for either

            database.come_back()
            assert seen(port) == THERE
