"""The log: one line for what others send or is gone, a traceback for what we got wrong."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from time_machine import Traveller

from hosting.log_lines import LineFormatter


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    formatter = LineFormatter(settings.LOGGING["formatters"]["line"]["format"], style="{")
    return "\n".join(map(formatter.format, caplog.records)).splitlines()


def test_a_strange_host_is_one_line(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    client.get("/", headers={"host": "evil.example"})

    (line,) = lines(caplog)
    assert "django.security.DisallowedHost: Invalid HTTP_HOST header: 'evil.example'." in line


def test_a_broken_body_is_one_line(
    client: Client, caplog: pytest.LogCaptureFixture, db: None
) -> None:
    client.post("/accounts/login/", "x", content_type="multipart/form-data")

    (line,) = lines(caplog)
    assert "django.request: Bad request" in line


def test_a_page_that_wants_a_database_that_is_gone_is_one_line(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    connection.close()
    file.unlink()

    Client(raise_request_exception=False).get("/exercises/")

    (line,) = lines(caplog)
    assert line.endswith(
        " ERROR django.request: Service Unavailable: /exercises/ (unable to open database file)"
    )


def test_who_complains_at_each_try_is_heard_once_a_minute(
    caplog: pytest.LogCaptureFixture, clock: Traveller
) -> None:
    pool = logging.getLogger("psycopg.pool")
    for _ in range(3):
        pool.warning("error connecting in %r: %s", "pool-1", "no such file\n\tIs it running?")
    pool.warning("reconnection attempt failed")
    clock.shift(timedelta(seconds=60))
    pool.warning("error connecting in %r: %s", "pool-1", "no such file\n\tIs it running?")

    connecting = "WARNING psycopg.pool: error connecting in 'pool-1': no such file"
    reconnecting = "WARNING psycopg.pool: reconnection attempt failed"
    assert [line.partition(" WARNING")[0] for line in lines(caplog)] == [
        *["2026-11-19 08:00:00,000"] * 2,
        "2026-11-19 08:01:00,000",
    ]
    assert [line.partition(",000 ")[2] for line in lines(caplog)] == [
        connecting,
        reconnecting,
        connecting,
    ]


@pytest.mark.parametrize(("status", "has_traceback"), [(499, False), (500, True), (None, True)])
def test_what_broke_at_our_end_keeps_its_traceback(
    caplog: pytest.LogCaptureFixture, status: int | None, has_traceback: bool
) -> None:
    extra = {"status_code": status} if status else {}
    try:
        raise RuntimeError("a hole")
    except RuntimeError:
        logging.getLogger("footcare").exception("It broke", extra=extra)

    assert ("RuntimeError: a hole" in lines(caplog)) == has_traceback
    assert caplog.records[0].exc_info  # for whoever else wants to read it


def test_the_site_writes_its_log_so() -> None:
    used = settings.LOGGING["formatters"]["line"]["class"]

    assert used == f"{LineFormatter.__module__}.{LineFormatter.__qualname__}"
