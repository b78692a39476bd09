"""What the tests need of the system, from its own packages, where that is allowed."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Others who look for the same wait: what they find missing may be on its way already."""
    with (Path(tempfile.gettempdir()) / f"footcare-packages-{os.getuid()}").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def install(*names: str) -> bool:
    """Whether Debian's packages could be installed."""
    if not shutil.which("apt-get"):
        return False
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    fetch = [*root, "apt-get", "install", "-q", "-y", "--no-install-recommends", *names]
    return run([*root, "apt-get", "update", "-q"]) and run(fetch)


def run(command: list[str]) -> bool:
    """Whether it worked; what it prints is shown, a missing program is only a no."""
    print("+", " ".join(command), flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL).returncode == 0
    except FileNotFoundError:
        return False
