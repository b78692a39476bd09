"""Pins the newest versions that pyproject.toml allows and Footcare starts with: `make lock`.

They are installed beside .venv, and asked for a page, before they take the old ones' place.
"""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from install import ROOT, VENV, by_uv, install, make, python, runs

LOCK, WITH_TESTS = "requirements.txt", "requirements-dev.txt"
PIN = (
    *("compile", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-annotate", "pyproject.toml", "--output-file"),
)


def pins(folder: Path) -> bool:
    """Whether both locks could be written into the folder. The one for tests contains the other."""
    lock = str(folder / LOCK)
    return by_uv(VENV, *PIN, lock) and by_uv(
        VENV, *PIN, str(folder / WITH_TESTS), "--extra", "dev", "--constraint", lock
    )


def starts(venv: Path, state: Path) -> bool:
    """Whether the site starts with that venv's packages, in that folder, and is well."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    chosen = {
        **{"STATE_DIR": str(state), "BIND_ADDRESS": "127.0.0.1", "PORT": port, "SITE_URL": ""},
        **{"DATABASE_URL": "", "CACHE_URL": "", "DEBUG": ""},
    }
    for command in ("check", "prepare"):
        if not runs(python(venv), "manage.py", command, variables=chosen):
            return False
    gunicorn = [python(venv), "-m", "gunicorn", "-c", "python:hosting.serving"]
    with subprocess.Popen(
        gunicorn, cwd=ROOT, env=os.environ | chosen, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            if not (server.stdout and "Footcare is at" in server.stdout.readline()):
                return False
            with urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
                return bool(answer.status == 200)
        except OSError:
            return False
        finally:
            server.terminate()


def main() -> None:
    with TemporaryDirectory(prefix="footcare-lock-") as name:
        folder = Path(name)
        venv = folder / "venv"
        if not pins(folder):
            sys.exit("uv found no versions that fit; it says why above. The lock stays as it was.")
        make(venv)
        if not install(venv, folder / LOCK) or not starts(venv, folder / "state"):
            sys.exit(
                "Footcare doesn't start with the newest versions; it says why above. The lock "
                "stays as it was. Narrow a range in pyproject.toml."
            )
        if not install(venv, folder / WITH_TESTS):
            sys.exit("What the tests need can't be installed. The lock stays as it was.")
        for lock in (LOCK, WITH_TESTS):
            shutil.copy(folder / lock, ROOT / lock)


if __name__ == "__main__":
    main()
