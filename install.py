"""Makes .venv and installs the packages of a lock into it: `python3 install.py requirements.txt`.

The Makefile calls it before each command. It needs nothing but Python and its venv module, and does
nothing where all is there. uv installs; where it can't, pip does, with the same hashes.
"""

import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent
VENV = ROOT / ".venv"
SYSTEM = str(Path(sys.executable).resolve())
"""The Python that .venv is made from; where .venv's own reads this, not the link in there."""
WITH_TESTS = ROOT / "requirements-dev.txt"
"""The lock of what the tests need too. It contains all of `requirements.txt`."""


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Waits while another process installs here. The system ends the lock with the process."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another make installs packages here. Waiting until it is done.", flush=True)
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def python(venv: Path) -> str:
    return str(venv / "bin" / "python")


def marker(venv: Path) -> Path:
    """A copy of the lock that was installed, once all of it was."""
    return venv / "installed.txt"


def runs(*command: str, quiet: bool = False, variables: dict[str, str] | None = None) -> bool:
    """Whether the command ends well. pip refuses to leave the venv for the system's Python."""
    said = subprocess.DEVNULL if quiet else None
    environment = os.environ | {"PIP_REQUIRE_VIRTUALENV": "1"} | (variables or {})
    ended = subprocess.run(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
    return ended.returncode == 0


def is_whole(venv: Path) -> bool:
    """Whether an installation was finished, for a Python that is still there.

    Without pyvenv.cfg its Python is the system's, and must install nothing.
    """
    whole = all(path.is_file() for path in (venv / "pyvenv.cfg", marker(venv), Path(python(venv))))
    return whole and runs(python(venv), "-c", "import django", quiet=True)


def make(venv: Path) -> None:
    """Makes it anew. Where it is a link, what that leads to stays as it is."""
    if venv.is_symlink():
        venv.unlink()
    if not runs(SYSTEM, "-m", "venv", "--clear", "--without-pip", str(venv)):
        sys.exit(f"{SYSTEM} can't make {venv}; it says why above.")


@cache
def pip(venv: Path) -> list[str]:
    """The system's pip, told to install into the venv; where there is none, one inside."""
    if runs(SYSTEM, "-m", "pip", "--version", quiet=True):
        return [SYSTEM, "-m", "pip", "--python", python(venv)]
    runs(python(venv), "-m", "ensurepip", quiet=True)
    return [python(venv), "-m", "pip"]


def by_pip(venv: Path, *arguments: str) -> bool:
    options = ("--quiet", "--disable-pip-version-check", "--require-hashes", *arguments)
    return runs(*pip(venv), "install", *options)


def get_uv(venv: Path) -> bool:
    """Whether the venv has uv. pip gets the one of the lock, which no other may replace."""
    if runs(python(venv), "-m", "uv", "--version", quiet=True):
        return True
    lock = WITH_TESTS.read_text()
    (pinned,) = re.findall(r"^uv==.*?[^\\]$", lock, re.MULTILINE | re.DOTALL)
    (venv / "uv.txt").write_text(pinned)
    return by_pip(venv, "--only-binary=:all:", "-r", str(venv / "uv.txt"))


def by_uv(venv: Path, *arguments: str) -> bool:
    """uv doesn't read where pip is set to ask, so it is told."""
    config = subprocess.run([*pip(venv), "config", "list"], stdout=subprocess.PIPE, text=True)
    index = re.search(r"^(?::env:|global|install)\.index-url='(.*)'$", config.stdout, re.MULTILINE)
    told = {"UV_DEFAULT_INDEX": index[1]} if index and "UV_DEFAULT_INDEX" not in os.environ else {}
    return runs(python(venv), "-m", "uv", "pip", *arguments, "--quiet", variables=told)


def install(venv: Path, lock: Path) -> bool:
    """Whether all of the lock is installed now, each package with a hash of the lock's."""
    marker(venv).unlink(missing_ok=True)
    hashed = ("--require-hashes", "-r", str(lock))
    if not (get_uv(venv) and by_uv(venv, "install", "--python", python(venv), *hashed)):
        print("uv can't install here, so pip does, which takes longer.", flush=True)
        if not by_pip(venv, "-r", str(lock)):
            return False
    shutil.copy(lock, marker(venv))
    return True


def main(lock: Path) -> None:
    with one_at_a_time():
        whole = is_whole(VENV)
        if whole and marker(VENV).read_bytes() in (lock.read_bytes(), WITH_TESTS.read_bytes()):
            return
        print(f"Installing {lock.name} into .venv: this takes a moment, and only now.", flush=True)
        if not whole:
            make(VENV)
        if not install(VENV, lock):
            sys.exit("The packages can't be installed; pip says why above.")


if __name__ == "__main__":
    main(ROOT / sys.argv[1])
