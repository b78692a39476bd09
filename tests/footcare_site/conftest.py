"""What tests of the wiring can ask for: a site on an SQLite file to do harm to, an operator."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend
from pytest_django import DjangoDbBlocker, Settings

from footcare_site import backups, environment
from footcare_site.backups import engine
from tests.conftest import load_catalogue
from tests.make import make_programme, make_user

ONE_BACK, NEWEST = sorted(path.stem for path in Path("logbook/migrations").glob("0*.py"))[-2:]
"""The logbook's last two migrations."""


def connect(file: Path) -> BaseDatabaseWrapper:
    """A connection as the site makes it, but one that doesn't wait long for a lock."""
    settings = environment.database("DATABASE_URL_OF_NOBODY", file)
    settings["OPTIONS"] = settings["OPTIONS"] | {"timeout": 0.05}  # type: ignore[operator]
    settings = connections.configure_settings({"default": settings})["default"]
    wrapper: BaseDatabaseWrapper = load_backend(settings["ENGINE"]).DatabaseWrapper(
        settings, "default"
    )
    return wrapper


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker) -> Path:
    """An SQLite file with the tables, the catalogue, and one person."""
    file = tmp_path_factory.mktemp("prepared") / "footcare.sqlite3"
    file.touch()
    usual = connections["default"]
    with django_db_blocker.unblock():
        connections["default"] = connect(file)
        try:
            call_command("migrate", verbosity=0)
            call_command("createcachetable", verbosity=0)
            load_catalogue()
            make_programme(user=make_user())
        finally:
            connections["default"].close()
            connections["default"] = usual
    return file


@pytest.fixture
def file(prepared: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """The site's database for this test."""
    file = Path(shutil.copy(prepared, tmp_path))
    usual = connections["default"]
    with django_db_blocker.unblock():
        connections["default"] = connect(file)
        yield file
        connections["default"].close()
        connections["default"] = usual


def damage(file: Path) -> None:
    """The page in which people are; SQLite notices only when it reads that."""
    with closing(sqlite3.connect(file)) as database:
        people = "SELECT rootpage FROM sqlite_schema WHERE name = 'accounts_user'"
        (page,) = database.execute(people).fetchone()
    with file.open("r+b") as pages:
        pages.seek((page - 1) * 4096)
        pages.write(b"ten quiet toes.." * 256)


class Operator:
    """Whoever runs the site, and gives a command each minute."""

    def __init__(self, folder: Path, clock: time_machine.Traveller) -> None:
        self.folder, self.clock = folder, clock

    def run(self, command: str, *arguments: str, **options: object) -> list[str]:
        """What it says, line by line."""
        said = StringIO()
        self.clock.shift(timedelta(minutes=1))
        call_command(command, *arguments, stdout=said, **options)
        return said.getvalue().splitlines()

    def backup(self) -> Path:
        """A new copy."""
        before = set(self.folder.iterdir())
        self.run("backup")
        (made,) = set(self.folder.iterdir()) - before
        return made

    def restore(self, copy: str) -> str:
        """Put that one back; the name of what was replaced."""
        return self.run("restore", copy, while_serving=True)[-1].rpartition(" ")[2]


@pytest.fixture
def operator(
    settings: Settings, tmp_path: Path, clock: time_machine.Traveller
) -> Iterator[Operator]:
    """With an empty folder for copies."""
    settings.BACKUP_DIR = tmp_path / "copies"
    settings.BACKUP_DIR.mkdir()
    kept_in = engine.of_site().kept_in()
    yield Operator(settings.BACKUP_DIR, clock)
    for copy in backups.of(kept_in, replaced=True):
        copy.path.unlink()
