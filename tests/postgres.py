"""A throw-away PostgreSQL: `python -m tests.postgres COMMAND …` runs the command on one.

It listens at a socket in a folder of its own, keeps nothing safe from a power cut, and is gone when
the command ends. `make test-postgres` runs the tests without a browser so.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.packages import install

DEBIAN = Path("/usr/lib/postgresql")
OWNER = "postgres"  # the server refuses to run as root
SETTINGS = {"listen_addresses": "", "max_connections": "200"}
HASTY = dict.fromkeys(("fsync", "full_page_writes", "synchronous_commit"), "off")
"""Quicker, where nothing has to outlive a power cut."""


class NoPostgres(RuntimeError):
    """The sentence says what to do."""


def programs() -> Path:
    """The folder of the newest server's programs."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = [path for path in DEBIAN.glob("*/bin") if (path / "initdb").exists()]
    if versions:
        return max(versions, key=lambda path: float(path.parent.name))
    raise NoPostgres(
        "These tests need PostgreSQL's server, and none could be found or installed. Install the "
        "package postgresql."
    )


@contextmanager
def cluster(**settings: str) -> Iterator[str]:
    """The address of an empty database, for DATABASE_URL, on a server with these settings."""
    found = programs()
    with tempfile.TemporaryDirectory(prefix="footcare-postgres-") as name:
        folder = Path(name)
        as_owner: list[str] = []
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER)
            as_owner = ["runuser", "-u", OWNER, "--"]
            os.environ.setdefault("HOME", pwd.getpwnam(OWNER).pw_dir)
        folder.chmod(0o711)

        def run(program: str, *arguments: str) -> None:
            command = [*as_owner, str(found / program), *arguments]
            # Not into a pipe: the server would keep it open.
            with (folder / "said").open("w+") as said:
                ended = subprocess.run(command, cwd=folder, stdout=said, stderr=said)
                if ended.returncode:
                    raise NoPostgres(f"{program} failed: {Path(said.name).read_text().strip()}")

        data, log = str(folder / "data"), str(folder / "log")
        run(
            "initdb",
            "-D",
            data,
            "-U",
            "footcare",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        )
        options = " ".join(
            f"-c {name}='{value}'" for name, value in {**SETTINGS, **settings}.items()
        )
        run("pg_ctl", "-D", data, "-l", log, "-w", "-o", f"{options} -k {folder}", "start")
        try:
            run("createdb", "-h", str(folder), "-U", "footcare", "footcare")
            yield f"postgres://footcare@/footcare?host={folder}"
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "stop")


def main(command: list[str]) -> int:
    try:
        programs()
    except NoPostgres as problem:
        if not install("postgresql"):
            sys.exit(str(problem))
    # Ended by somebody, the cluster still goes.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster(**HASTY) as address:
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": address}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
