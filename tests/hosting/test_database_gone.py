"""The database is locked, missing or broken: a page of our own, and nothing half-written."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from logbook.models import Session
from tests.make import NEWCOMER, PASSWORD
from tests.page import Page

SETTINGS = {"time_zone": "Asia/Tokyo", "day_ends_at": "5", "week_starts_on": "6", "theme": "dark"}


@pytest.fixture
def visitor(file: Path) -> Client:
    """Somebody is signed in, and the server answers as it does in real life."""
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.get())
    return client


@pytest.fixture
def lock(visitor: Client, file: Path) -> Iterator[sqlite3.Connection]:
    """Somebody else is writing, and doesn't end; roll back to let go."""
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    yield other
    other.close()


def check_page(response: HttpResponse) -> None:
    page = Page(response)
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "60"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert len(page.find("h1")) == 1
    assert "The tide is in" in page.words
    assert "What you sent just now was not saved: please try again in a minute." in page.words


def everything() -> list[Any]:
    people = User.objects.values_list("email", "theme", "last_login", "preferences__first_day")
    return [*people, *Session.objects.values_list("key", "undone_at")]


def test_while_it_is_locked_a_tick_is_refused_whole(
    visitor: Client, lock: sqlite3.Connection
) -> None:
    before = everything()
    day = visitor.get("/today/").context["report"].day
    sent = {"exercise": "toe-walking", "day": day.isoformat(), "key": str(uuid4()), "page": "today"}

    check_page(visitor.post("/sessions/", sent))
    assert everything() == before

    lock.rollback()
    visitor.post("/sessions/", sent)
    assert [str(session.key) for session in Session.objects.all()] == [sent["key"]]


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/accounts/signup/", NEWCOMER),
        ("/accounts/login/", {"login": "sam@example.org", "password": PASSWORD}),
    ],
)
def test_while_it_is_locked_nobody_comes_in(
    lock: sqlite3.Connection, address: str, sent: dict[str, str]
) -> None:
    before = everything()
    stranger = Client(raise_request_exception=False)

    check_page(stranger.post(address, sent))

    assert everything() == before
    assert "sessionid" not in stranger.cookies


def test_a_file_that_was_taken_away_is_a_database_gone_until_it_is_back(
    visitor: Client, file: Path
) -> None:
    """Begun anew, as SQLite does if it may, it would be empty, and what is written there lost."""
    connections["default"].close()
    away = file.rename(file.with_name("away"))

    check_page(visitor.get("/today/"))
    check_page(visitor.get("/exercises/"))
    assert not file.exists()

    away.rename(file)
    assert visitor.get("/today/").status_code == 200


def test_while_it_is_locked_settings_stay(visitor: Client, lock: sqlite3.Connection) -> None:
    before = everything()

    check_page(visitor.post("/settings/", SETTINGS))

    assert everything() == before


def test_while_it_is_locked_pages_can_still_be_read(
    visitor: Client, lock: sqlite3.Connection
) -> None:
    assert visitor.get("/today/").status_code == 200
    assert visitor.get("/healthz").status_code == 200


def lose(file: Path) -> None:
    connections["default"].close()
    for part in file.parent.glob(f"{file.name}*"):
        part.unlink()
    file.mkdir()


def spoil(file: Path) -> None:
    connections["default"].close()
    for part in file.parent.glob(f"{file.name}-*"):
        part.unlink()
    file.write_bytes(b"no database" * 1000)


@pytest.mark.parametrize("harm", [lose, spoil])
@pytest.mark.parametrize(
    "address", ["/today/", "/", "/settings/", "/admin/", "/accounts/login/", "/nowhere/"]
)
def test_when_it_is_gone_already_the_session_cannot_be_read(
    visitor: Client, file: Path, harm: Any, address: str
) -> None:
    """Nobody asks the views then: it is a middleware, or the page's head, that fails."""
    harm(file)

    check_page(visitor.get(address))


@pytest.mark.parametrize("harm", [lose, spoil])
def test_when_it_is_gone_a_stranger_still_reads_that_a_page_does_not_exist(
    file: Path, harm: Any
) -> None:
    harm(file)

    response = Client(raise_request_exception=False).get("/nowhere/")

    assert response.status_code == 404
    assert "These footprints lead nowhere" in Page(response).words


@pytest.mark.parametrize("harm", [lose, spoil])
def test_when_it_is_gone_the_site_says_that_it_is_not_well(
    visitor: Client, file: Path, harm: Any
) -> None:
    harm(file)

    for client in (visitor, Client()):
        response = client.get("/healthz")
        assert response.status_code == 503
        assert response.content == b"The database does not answer.\n"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("ALTER TABLE logbook_session RENAME TO gone", "no such table: logbook_session"),
        ("ALTER TABLE logbook_session RENAME COLUMN day TO gone", "no such column"),
    ],
)
def test_a_database_without_its_tables_is_not_said_to_be_gone(
    visitor: Client, caplog: pytest.LogCaptureFixture, change: str, reason: str
) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute(change)

    response = visitor.get("/today/")

    assert response.status_code == 500
    assert "There’s a hole in our sock" in Page(response).words
    (record,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert reason in str(record.exc_info[1])  # type: ignore[index]


def test_when_it_is_gone_the_log_says_so(
    visitor: Client, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lose(file)

    visitor.get("/today/")

    (record,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert record.getMessage() == "Service Unavailable: /today/"
    assert "unable to open database file" in str(record.exc_info[1])  # type: ignore[index]
