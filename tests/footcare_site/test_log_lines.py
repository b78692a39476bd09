"""The log: one line for what others send, a traceback for what we got wrong."""

import logging

import pytest
from django.conf import settings
from django.test import Client

from footcare_site.log_lines import LineFormatter


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
