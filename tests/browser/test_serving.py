"""The real thing on a port of its own: prepared, served by gunicorn, behind a proxy with https."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent.parent
GUNICORN = [sys.executable, "-m", "gunicorn", "-c", "python:footcare_site.serving"]
BY_PROXY = {"Host": "foot.example.org", "X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return os.environ | {
        "DATABASE_URL": "",  # what is exported may be a real one
        "DJANGO_SETTINGS_MODULE": "footcare_site.settings",
        "PORT": str(port),
        "SITE_URL": "https://foot.example.org",
        "STATE_DIR": str(tmp_path_factory.mktemp("state")),
        "WORKERS": "1",
    }


@pytest.fixture(scope="module")
def port(environment: dict[str, str]) -> Iterator[int]:
    """Where the site answers, prepared and started as `make run` does it."""
    subprocess.run(
        [sys.executable, "manage.py", "prepare"],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
    )
    with subprocess.Popen(
        GUNICORN, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout
            assert "Footcare is at http://127.0.0.1:" in server.stdout.readline()
            yield int(environment["PORT"])
        finally:
            server.terminate()


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


def get(port: int, path: str, headers: dict[str, str]) -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    answer = Answer(response.status, response.headers, response.read())
    connection.close()
    return answer


def test_a_page_is_served_where_the_proxy_came_by_https(port: int) -> None:
    page = get(port, "/", BY_PROXY)

    assert page.status == 200
    assert b"<h1" in page.body
    assert page.headers["Strict-Transport-Security"] == "max-age=86400"


def test_a_page_sends_to_https_where_the_proxy_came_by_http(port: int) -> None:
    page = get(port, "/care/", BY_PROXY | {"X-Forwarded-Proto": "http"})

    assert page.status == 301
    assert page.headers["Location"] == "https://foot.example.org/care/"


def test_a_watcher_needs_no_https(port: int) -> None:
    page = get(port, "/healthz", {})

    assert (page.status, page.body) == (200, b"ok\n")


def test_style_sheets_are_hashed_compressed_and_kept_for_good(port: int) -> None:
    page = get(port, "/", BY_PROXY)
    sheets = re.findall(r'href="(/static/css/\w+\.\w{12}\.css)"', page.body.decode())
    assert sheets

    sheet = get(port, sheets[0], BY_PROXY | {"Accept-Encoding": "br"})

    assert sheet.headers["Content-Encoding"] == "br"
    assert "immutable" in sheet.headers["Cache-Control"]


def test_connections_that_say_nothing_keep_nobody_waiting(port: int) -> None:
    silent = [socket.create_connection(("127.0.0.1", port)) for _ in range(12)]
    started = time.monotonic()

    page = get(port, "/healthz", {})

    assert page.status == 200
    # Where the system can't hold them back, each holds one of the four threads for five seconds.
    assert time.monotonic() - started < (4 if hasattr(socket, "TCP_DEFER_ACCEPT") else 20)
    for connection in silent:
        connection.close()


def test_a_port_that_is_taken_is_told_in_one_line(port: int, environment: dict[str, str]) -> None:
    second = subprocess.run(
        GUNICORN, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )

    assert second.returncode == 1
    assert second.stderr == (
        f"Something else answers at 127.0.0.1:{port} already. Stop it, or choose another port: "
        "make run PORT=8001\n"
    )
