"""A site of its own, in a folder of its own, served by gunicorn as `make run` does it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.asking import get
from benchmarks.load import Line

ROOT = Path(__file__).parent.parent
OUR_SETTINGS, FLOOR_SETTINGS = "footcare_site.settings", "benchmarks.floor.settings"
PATIENCE = 30  # seconds until a start has failed


class Failed(RuntimeError):
    """The sentence says what."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site keeps its things: a folder for its files, and the address of its database."""

    engine: str
    state: Path
    database: str

    def surroundings(self, settings: str = OUR_SETTINGS, **more: str) -> dict[str, str]:
        """The environment of a process of this site; what is exported or in `.env` counts not."""
        known = re.findall(r"^#([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
        ours = {
            "DJANGO_SETTINGS_MODULE": settings,
            "STATE_DIR": str(self.state),
            "DATABASE_URL": self.database,
        }
        return os.environ | dict.fromkeys(known, "") | ours | more

    def manage(self, *command: str, settings: str = OUR_SETTINGS) -> None:
        self._run([sys.executable, "manage.py", *command], self.surroundings(settings))

    def inside(self, task: str, **arguments: Any) -> Any:
        """What a task of `benchmarks.inside` comes to, in a process that knows Django."""
        command = [sys.executable, "-m", "benchmarks.inside", task, json.dumps(arguments)]
        return json.loads(self._run(command, self.surroundings()))

    def _run(self, command: list[str], environment: dict[str, str]) -> str:
        """What it prints; how far it is, it tells on stderr."""
        ended = subprocess.run(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        if ended.returncode:
            raise Failed(f"“{' '.join(command[1:4])}” failed on {self.engine}; it says why above.")
        return ended.stdout


class Server:
    """A running gunicorn, in a group of processes of its own."""

    def __init__(self, place: Place, settings: str, arguments: tuple[str, ...]) -> None:
        self.command = [
            sys.executable,
            *("-m", "gunicorn", "-c", "python:footcare_site.serving", *arguments),
        ]
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.environment = place.surroundings(settings, PORT=str(self.port))
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )

    def answers(self, sent: bytes) -> None:
        """Waits until it answers this request with 200."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                line = Line(self.port)
                status = line.ask(sent).status
                line.close()
            except OSError:
                time.sleep(0.01)
                continue
            if status == 200:
                return
            raise Failed(f"The server answered with {status} where a page was due.")
        raise Failed("The server didn't start; it says why above.")

    @property
    def workers(self) -> list[int]:
        """The ids of the processes that answer."""
        pid = self.process.pid
        return [
            int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        ]

    def kill_a_worker(self) -> None:
        os.kill(self.workers[0], signal.SIGKILL)

    def kill(self) -> None:
        """All of it, at once and without a word."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()


@contextmanager
def served(place: Place, settings: str = OUR_SETTINGS, *arguments: str) -> Iterator[Server]:
    """The site at that place meanwhile, once it is well; `arguments` are gunicorn's."""
    server = Server(place, settings, arguments)
    try:
        server.answers(get("/healthz"))
        yield server
    finally:
        server.end()


def tell(sentence: str) -> None:
    """How far it is, for whoever waits."""
    print(f"{time.strftime('%H:%M:%S')} {sentence}", file=sys.stderr, flush=True)
