"""What tests of the wiring can ask for: a site on an SQLite file to do harm to, an operator."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from io import StringIO
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
import time_machine
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend
from pytest_django import DjangoDbBlocker, Settings

from hosting.backups import copies, engine
from hosting.environment import databases
from hosting.management.commands.prepare import CATALOGUE
from tests.conftest import load_catalogue
from tests.make import make_programme, make_user

ONE_BACK, NEWEST = sorted(path.stem for path in Path("logbook/migrations").glob("0*.py"))[-2:]
ONE_BACK_ALONE = sorted(path.stem for path in Path("exercises/migrations").glob("0*.py"))[-2]
"""Of the catalogue's, whose newest no other app's migration waits for."""
"""The logbook's last two migrations."""


def connect(file: Path) -> BaseDatabaseWrapper:
    """A connection as the site makes it, but one that doesn't wait long for a lock."""
    settings = databases.from_env("DATABASE_URL_OF_NOBODY", file)
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


@pytest.fixture
def address(
    tmp_path: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """Of an empty database."""
    usual = connections["default"]
    if usual.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/empty.sqlite3"
        return
    name = f"{usual.settings_dict['NAME']}_empty"
    server = usual.copy()
    with django_db_blocker.unblock(), server._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    yield _address(server.settings_dict, name)
    with django_db_blocker.unblock(), server._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _address(settings: dict[str, object], name: str) -> str:
    user = f"{quote(str(settings['USER']))}:{quote(str(settings['PASSWORD']))}"
    where = {key: settings[key.upper()] for key in ("host", "port") if settings[key.upper()]}
    return f"postgres://{user}@/{name}?{urlencode(where | dict(settings.get('OPTIONS', {})))}"  # type: ignore[call-overload]


@contextmanager
def at(address: str) -> Iterator[BaseDatabaseWrapper]:
    """The database at that address is the site's meanwhile."""
    settings = databases.from_url(address, "ADDRESS")
    if settings["ENGINE"] == databases.SQLITE:
        databases.file_of(settings).touch()
    settings = connections.configure_settings({"default": settings})["default"]
    usual = connections["default"]
    connections["default"] = load_backend(str(settings["ENGINE"])).DatabaseWrapper(settings)
    try:
        yield connections["default"]
    finally:
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
    replaced_folder = engine.site_engine().replaced_folder()
    yield Operator(settings.BACKUP_DIR, clock)
    for copy in copies.listed(replaced_folder, replaced=True):
        copy.path.unlink()


@pytest.fixture
def edited(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str, str], None]:
    """Puts a copy of the catalogue, edited by hand, in its place."""
    written = CATALOGUE.read_text(encoding="utf-8")

    def edit(before: str, after: str) -> None:
        assert before in written
        copy = tmp_path / CATALOGUE.name
        copy.write_text(written.replace(before, after), encoding="utf-8")
        monkeypatch.setattr("hosting.management.commands.prepare.CATALOGUE", copy)

    return edit
