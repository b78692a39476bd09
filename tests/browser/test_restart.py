"""Stopped, the site finishes what is under way; started anew, it turns nobody away."""

import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.browser.site import GUNICORN, ROOT, ask, surroundings
from tests.make import NEWCOMER


@pytest.fixture
def environment(prepared: Path, tmp_path: Path) -> dict[str, str]:
    return surroundings(shutil.copytree(prepared, tmp_path, dirs_exist_ok=True))


@contextmanager
def started(environment: dict[str, str], command: list[str]) -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, close_fds=False
    ) as server:
        try:
            assert server.stdout
            assert "Footcare is at http://127.0.0.1:" in server.stdout.readline()
            yield server
        finally:
            server.terminate()


def wait_for(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.05)


def is_refused(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except ConnectionRefusedError:
        return True
    return False


def people(state: Path) -> list[str]:
    with closing(sqlite3.connect(state / "footcare.sqlite3")) as database:
        return [email for (email,) in database.execute("SELECT email FROM accounts_user")]


def test_what_is_under_way_is_finished_and_nothing_new_begun(
    environment: dict[str, str], tmp_path: Path
) -> None:
    port = int(environment["PORT"])
    with started(environment, GUNICORN) as server, ThreadPoolExecutor() as elsewhere:
        form = ask(port, "/accounts/signup/", {})
        (token,) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', form.body.decode())
        cookie = form.headers["Set-Cookie"].partition(";")[0]
        headers = {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode(NEWCOMER | {"csrfmiddlewaretoken": token})
        with closing(sqlite3.connect(tmp_path / "footcare.sqlite3", isolation_level=None)) as slow:
            slow.execute("BEGIN IMMEDIATE")  # whoever writes waits
            under_way = elsewhere.submit(
                ask, port, "/accounts/signup/", headers, method="POST", body=body
            )
            time.sleep(1)

            server.terminate()

            time.sleep(1)
            assert server.poll() is None
            assert not under_way.done()

        assert under_way.result(timeout=20).status == 302
        assert server.wait(timeout=20) == 0
        assert is_refused(port)
    assert people(tmp_path) == ["margit@example.org"]


@pytest.fixture
def held(environment: dict[str, str]) -> Iterator[list[str]]:
    """How systemd starts the site at an address that it holds itself."""
    hand_on = (
        "import os, sys; os.dup2(int(sys.argv[1]), 3);"
        "os.environ |= {'LISTEN_FDS': '1', 'LISTEN_PID': str(os.getpid())};"
        "os.execv(sys.argv[2], sys.argv[2:])"
    )
    with socket.create_server(("127.0.0.1", int(environment["PORT"]))) as address:
        address.set_inheritable(True)
        yield [sys.executable, "-c", hand_on, str(address.fileno()), *GUNICORN]


def test_a_new_start_turns_nobody_away(environment: dict[str, str], held: list[str]) -> None:
    port, enough, answers = int(environment["PORT"]), threading.Event(), list[int]()

    def visit() -> None:
        """Again and again, each time on a connection of its own."""
        while not enough.is_set():
            answers.append(ask(port, "/exercises/", {}).status)

    with ThreadPoolExecutor() as elsewhere:
        try:
            with started(environment, held) as server:
                visits = elsewhere.submit(visit)
                wait_for(lambda: len(answers) >= 5)
                server.terminate()
                assert server.wait(timeout=20) == 0
            before = len(answers)
            with started(environment, held):
                wait_for(lambda: len(answers) >= before + 5)
                enough.set()
                visits.result(timeout=20)
        finally:
            enough.set()

    assert set(answers) == {200}
