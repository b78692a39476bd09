"""install.py makes .venv whole, one process at a time, and leaves the system's Python alone.

Its packages lie in a folder here, as pip can be told. The uv there fails, so pip takes its place.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent


def make_wheel(folder: Path, name: str) -> str:
    """The line of a lock for an empty package in that folder."""
    file = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as wheel:
        wheel.writestr(f"{name}/__init__.py", "")
        about = f"{name}-1.0.dist-info"
        wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        tag = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        wheel.writestr(f"{about}/WHEEL", tag)
        wheel.writestr(f"{about}/RECORD", "")
    return f"{name}==1.0 \\\n    --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with install.py, two locks, and a .venv that somebody broke off."""
    shutil.copy(ROOT / "install.py", tmp_path)
    django, uv = make_wheel(tmp_path, "django"), make_wheel(tmp_path, "uv")
    (tmp_path / "requirements.txt").write_text(django)
    (tmp_path / "requirements-dev.txt").write_text(django + uv)
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(Path(sys.executable).resolve())
    return tmp_path


def begin(project: Path, lock: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "install.py", lock],
        cwd=project,
        env=os.environ | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(project)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def install(project: Path, lock: str) -> tuple[int, str]:
    """How it ends, and what it says."""
    process = begin(project, lock)
    said, _ = process.communicate()
    return process.returncode, said


def installed(python: Path) -> set[str]:
    """The packages of that Python."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    folder = subprocess.check_output([python, "-c", ask], text=True).strip()
    return {path.name for path in Path(folder).iterdir() if path.suffix == ".dist-info"}


def test_two_at_once_make_a_half_made_venv_anew_and_leave_the_system_s_python_alone(
    project: Path,
) -> None:
    system = Path(sys.executable).resolve()
    before = installed(system)

    both = [begin(project, "requirements-dev.txt") for _ in range(2)]
    said = sorted(process.communicate()[0].splitlines()[0] for process in both)

    assert [process.returncode for process in both] == [0, 0]
    assert said == [
        "Another make installs packages here. Waiting until it is done.",
        "Installing requirements-dev.txt into .venv: this takes a moment, and only now.",
    ]
    assert {"django-1.0.dist-info", "uv-1.0.dist-info"} <= installed(project / ".venv/bin/python")
    assert installed(system) == before
    # The lock of the tests contains the one of the site.
    assert install(project, "requirements.txt") == (0, "")


def test_a_package_with_another_hash_is_not_installed(project: Path) -> None:
    (project / "requirements.txt").write_text("django==1.0 --hash=sha256:" + 64 * "0" + "\n")

    assert install(project, "requirements.txt")[0] == 1
    assert "django-1.0.dist-info" not in installed(project / ".venv/bin/python")
    assert not (project / ".venv" / "installed.txt").exists()
