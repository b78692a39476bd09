"""Sites to measure: two filled databases for each engine, and gunicorn as `make run` has it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg

from benchmarks.client import Connection
from benchmarks.requests import get
from tests.postgres import cluster

ROOT = Path(__file__).parent.parent
OURS, FLOOR = "footcare_site.settings", "benchmarks.floor.settings"
PATIENCE = 30  # seconds until a start has failed
SQLITE, POSTGRES = "SQLite", "PostgreSQL"
AS_DEPLOYED = {
    "shared_buffers": "1GB",
    "maintenance_work_mem": "512MB",
    "max_wal_size": "8GB",
    "random_page_cost": "1.1",  # no disk that turns
}
"""What whoever runs a PostgreSQL for more than one household sets. It keeps all safe (fsync)."""


@dataclass(slots=True)
class Site:
    """A site with people: where it keeps its things, and the sessions of its people's browsers."""

    engine: str
    folder: Path
    database: str
    others: int
    """How many people there are beside the measured ones."""
    day: str = ""
    rows: int = 0
    """How many sessions of exercises there are in all."""
    sessions: dict[str, str] = field(default_factory=dict)
    """By the name of a measured person."""

    def environment(self, settings: str = OURS, **more: str) -> dict[str, str]:
        """Of a process of this site; what is exported or in `.env` doesn't count."""
        known = re.findall(r"^#([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
        own = {
            "DJANGO_SETTINGS_MODULE": settings,
            "STATE_DIR": str(self.folder),
            "DATABASE_URL": self.database,
        }
        return os.environ | dict.fromkeys(known, "") | own | more

    def run(self, *command: str, settings: str = OURS) -> str:
        """What a Python command prints; how far it is, it says on stderr."""
        environment = self.environment(settings)
        whole = [sys.executable, *command]
        return subprocess.run(
            whole, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True
        ).stdout

    def inside(self, task: str, **arguments: object) -> Any:
        """What a task of `benchmarks.inside` returns, in a process with Django."""
        return json.loads(self.run("-m", "benchmarks.inside", task, json.dumps(arguments)))

    def fill(self, a_day: int) -> None:
        say(f"{self.engine}: a database with {self.others:,} other people")
        self.run("manage.py", "prepare", "--verbosity=0")
        self.run("manage.py", "migrate", "--run-syncdb", "--verbosity=0", settings=FLOOR)
        filled = self.inside("fill", others=self.others, a_day=a_day)
        self.day, self.rows, self.sessions = filled["day"], filled["rows"], filled["sessions"]


@contextmanager
def sites(engine: str, others: int, a_day: int) -> Iterator[tuple[Site, Site]]:
    """A small one with nobody but the measured people, and one with others; gone afterwards."""
    with TemporaryDirectory(prefix="footcare-bench-") as name, databases(engine, Path(name)) as two:
        folder = Path(name) / "state"
        folder.mkdir()
        small, large = Site(engine, folder, two[0], 0), Site(engine, folder, two[1], others)
        for site in (small, large):
            site.fill(a_day)
        yield small, large


@contextmanager
def databases(engine: str, folder: Path) -> Iterator[list[str]]:
    """The addresses of two empty ones."""
    if engine == SQLITE:
        yield [f"sqlite:///{folder / name}.sqlite3" for name in ("small", "large")]
        return
    with cluster(**AS_DEPLOYED) as address:
        with psycopg.connect(address, autocommit=True) as connection:
            for name in ("small", "large"):
                connection.execute(f"CREATE DATABASE {name}".encode())
        yield [address.replace("/footcare?", f"/{name}?") for name in ("small", "large")]


class Server:
    """A running gunicorn, in a group of processes of its own."""

    def __init__(self, site: Site, settings: str, arguments: tuple[str, ...]) -> None:
        config = ("-m", "gunicorn", "-c", "python:hosting.serving")
        self.command = [sys.executable, *config, *arguments]
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.environment = site.environment(settings, PORT=str(self.port))
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def wait_for(self, request: bytes) -> None:
        """Until it answers this request with 200."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            with suppress(OSError):
                if Connection(self.port).send(request)[0] == 200:
                    return
            time.sleep(0.01)
        raise TimeoutError("The server doesn't answer; it may say why above.")

    @property
    def workers(self) -> list[int]:
        """The ids of the processes that answer."""
        pid = self.process.pid
        return [*map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]

    def kill(self) -> None:
        """All of it, at once and without a word."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE)


@contextmanager
def served(site: Site, settings: str = OURS, *arguments: str) -> Iterator[Server]:
    """The running site, once it is well; `arguments` are gunicorn's."""
    server = Server(site, settings, arguments)
    try:
        server.wait_for(get("/healthz"))
        yield server
    finally:
        server.end()


def say(sentence: str) -> None:
    """How far it is, for whoever waits."""
    print(f"{time.strftime('%H:%M:%S')} {sentence}", file=sys.stderr, flush=True)
