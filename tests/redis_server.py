"""A throw-away Redis at a socket of its own; the first test that finds no server installs one.

It keeps nothing on a disk, and wants a password.
"""

import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import packages

PROGRAM = "redis-server"  # also the name of Debian's package
PASSWORD = "ten, quiet@toes"
SETTINGS = {"port": "0", "save": "", "appendonly": "no", "requirepass": PASSWORD}
NONE_HERE = (
    "These tests need Redis's server, and none could be found or installed. Install the package "
    "redis-server."
)


class NoRedis(RuntimeError):
    """The sentence says what to do."""


def get() -> None:
    """The server is there afterwards, installed first where it isn't. Raises NoRedis."""
    with packages.one_at_a_time():
        if not shutil.which(PROGRAM) and not packages.install(PROGRAM):
            raise NoRedis(NONE_HERE)


class Redis:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = f"unix://:ten,%20quiet%40toes@{folder}/redis.sock"
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """It answers afterwards, and knows nothing yet. Raises NoRedis."""
        get()
        asked = {**SETTINGS, "dir": str(self.folder), "unixsocket": f"{self.folder}/redis.sock"}
        options = [part for name, value in asked.items() for part in (f"--{name}", value)]
        self.process = subprocess.Popen([PROGRAM, *options], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        said = ""
        while "eady to accept connections" not in said:
            said = self.process.stdout.readline()
            assert said, "Redis ended before it answered."

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGCONT)
            self.process.terminate()
            self.process.communicate()
            self.process = None

    def fall_silent(self) -> None:
        """It takes connections, and answers nothing more."""
        assert self.process
        self.process.send_signal(signal.SIGSTOP)


@contextmanager
def running() -> Iterator[Redis]:
    with tempfile.TemporaryDirectory(prefix="footcare-redis-") as folder:
        redis = Redis(Path(folder))
        redis.start()
        try:
            yield redis
        finally:
            redis.stop()
