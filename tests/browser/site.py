"""The real thing on a port of its own: prepared and served by gunicorn, as `make run` does it."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
GUNICORN = [sys.executable, "-m", "gunicorn", "-c", "python:hosting.serving"]


def surroundings(state: Path, **settings: str) -> dict[str, str]:
    """The environment of a site that keeps its things in that folder, on a port that is free."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return os.environ | {
        "CACHE_URL": "",
        "DATABASE_URL": "",  # what is exported may be a real one
        "DJANGO_SETTINGS_MODULE": "footcare_site.settings",
        "PORT": str(port),
        "STATE_DIR": str(state),
        "WORKERS": "1",
        **settings,
    }


def manage(environment: dict[str, str], *command: str) -> str:
    """What the command prints."""
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout


@contextmanager
def served(environment: dict[str, str]) -> Iterator[int]:
    """The port at which the site answers meanwhile."""
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


def ask(
    port: int, path: str, headers: dict[str, str], *, method: str = "GET", body: str | None = None
) -> Answer:
    """The answer, on a connection of its own."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, body, headers)
    response = connection.getresponse()
    answer = Answer(response.status, response.headers, response.read())
    connection.close()
    return answer
