"""The real thing on a port of its own: prepared, served by gunicorn, behind a proxy with https."""

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.site import GUNICORN, ROOT, ask, manage, served, surroundings

BY_PROXY = {"Host": "foot.example.org", "X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def environment(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    state = shutil.copytree(prepared, tmp_path_factory.mktemp("site") / "state")
    return surroundings(state, SITE_URL="https://foot.example.org")


@pytest.fixture(scope="module")
def port(environment: dict[str, str]) -> Iterator[int]:
    """Where the site answers."""
    manage(environment, "prepare")
    with served(environment) as port:
        yield port


def test_a_page_is_served_where_the_proxy_came_by_https(port: int) -> None:
    page = ask(port, "/", BY_PROXY)

    assert page.status == 200
    assert b"<h1" in page.body
    assert page.headers["Strict-Transport-Security"] == "max-age=86400"


def test_a_page_sends_to_https_where_the_proxy_came_by_http(port: int) -> None:
    page = ask(port, "/care/", BY_PROXY | {"X-Forwarded-Proto": "http"})

    assert page.status == 301
    assert page.headers["Location"] == "https://foot.example.org/care/"


def test_no_header_moves_the_site_to_another_address(port: int) -> None:
    """Some proxies pass them on, and links that one asker moved would be drawn for all."""
    moved = ask(port, "/moved/care/", BY_PROXY | {"SCRIPT_NAME": "/moved", "PATH_INFO": "/care/"})
    page = ask(port, "/care/", BY_PROXY)

    assert moved.status == 404
    assert page.status == 200
    assert b"/moved/" not in page.body


def test_a_watcher_needs_no_https(port: int) -> None:
    page = ask(port, "/healthz", {})

    assert (page.status, page.body) == (200, b"ok\n")


def test_style_sheets_are_hashed_compressed_and_kept_for_good(port: int) -> None:
    page = ask(port, "/", BY_PROXY)
    sheets = re.findall(r'href="(/static/css/\w+\.\w{12}\.css)"', page.body.decode())
    assert sheets

    sheet = ask(port, sheets[0], BY_PROXY | {"Accept-Encoding": "br"})

    assert sheet.headers["Content-Encoding"] == "br"
    assert "immutable" in sheet.headers["Cache-Control"]


def test_connections_that_say_nothing_keep_nobody_waiting(port: int) -> None:
    silent = [socket.create_connection(("127.0.0.1", port)) for _ in range(12)]
    started = time.monotonic()

    page = ask(port, "/healthz", {})

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
