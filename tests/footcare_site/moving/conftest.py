"""What tests of a move can ask for: an empty database to move into, on the tests' own engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import StringIO
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session as DoorSession
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend
from pytest_django import DjangoDbBlocker

from accounts.models import AccountEvent, Site, User
from exercises.models import Exercise
from footcare_site import environment
from logbook.models import BroughtFile, DayNote
from tests.make import (
    MONDAY,
    THURSDAY_MORNING,
    make_example_week,
    make_pain,
    make_pause,
    make_session,
    make_user,
)


@pytest.fixture
def address(
    tmp_path: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """Of an empty database."""
    usual = connections["default"]
    if usual.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/moved.sqlite3"
        return
    name = f"{usual.settings_dict['NAME']}_moved"
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
    settings = environment.database_at(address, "ADDRESS")
    if settings["ENGINE"] == environment.SQLITE:
        environment.database_file(settings).touch()
    settings = connections.configure_settings({"default": settings})["default"]
    usual = connections["default"]
    connections["default"] = load_backend(str(settings["ENGINE"])).DatabaseWrapper(settings)
    try:
        yield connections["default"]
    finally:
        connections["default"].close()
        connections["default"] = usual


def move_to(address: str) -> list[str]:
    """What it says, line by line."""
    said = StringIO()
    call_command("move_to", address, while_serving=True, stdout=said)
    return said.getvalue().splitlines()


@pytest.fixture
def here(address: str, file: Path) -> Path:
    """A site's SQLite file with rows of many kinds in it."""
    (sam,) = User.objects.all()
    sam.change(hurts=["knee", "foot"], morning_cue="after breakfast, at the “sink” 🦶")
    make_example_week(user=sam)
    undone_at = THURSDAY_MORNING + timedelta(microseconds=1)
    alex = make_user(email="alex@example.org")
    make_session(
        user=alex,
        exercise=Exercise.objects.get(slug="toe-presses"),
        moment=THURSDAY_MORNING,
        undone_at=undone_at,
        seconds=95,
    )
    make_pause(user=alex, first_day=MONDAY)
    make_pain(user=alex, site=Site.KNEE, values={MONDAY: None, THURSDAY_MORNING.date(): 4})
    BroughtFile.objects.create(user=sam, packed=b"\0\xff toes", undo=b"", kept_at=THURSDAY_MORNING)
    DayNote.objects.create(user=sam, day=MONDAY, text="Blue", recorded_at=THURSDAY_MORNING)
    AccountEvent.objects.create(user=sam, kind="sign_in", device="", moment=THURSDAY_MORNING)
    Authenticator.objects.create(user=sam, type="totp", data={"secret": "x", "a": [1, None]})
    Exercise.objects.filter(slug="toe-presses").update(hold_seconds="3.5", keeps_dose=True)
    UserSession.objects.create(session_key="z", user=sam, ip="::1", user_agent="Firefox/144")
    for name in ("Z", "a", "é"):  # which databases put in different orders
        DoorSession.objects.create(session_key=name, session_data=name, expire_date=undone_at)
        Group.objects.create(name=name).user_set.add(sam)
    return file
