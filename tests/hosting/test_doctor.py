"""`doctor` tells of each thing whether it is well, fails where one isn't, and keeps secrets.

(Each finding: doctor/.)
"""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django import Settings

from tests.test_documents import settings_that_are_read

ROOT = Path(__file__).parent.parent.parent
ABOUT = [
    "Secret key",
    "Files",
    "Names in .env",
    "Allowed hosts",
    "CSRF origins",
    "Encryption",
    "Errors",
    "Proxy headers",
    "Mail",
    "Who runs it",
    "Unused accounts",
    "Database",
    "Migrations",
    "Cache",
    "Free disk",
    "Backup",
    "Clock",
]


def about(line: str) -> tuple[str, str]:
    word, _, rest = line.partition("  ")
    return word, rest.partition(":")[0]


def test_a_site_with_all_that_it_needs_is_well(
    file: Path, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.chmod(0o600)
    settings.BASE_DIR = settings.STATE_DIR = tmp_path
    settings.BACKUP_DIR = tmp_path / "backups"
    monkeypatch.setenv("PATH", str(tmp_path))  # where no program says how the clock is
    call_command("backup", stdout=StringIO())
    said = StringIO()

    call_command("doctor", stdout=said)

    *lines, last = said.getvalue().splitlines()
    assert [about(line) for line in lines] == [
        ("LOOK" if name in {"Who runs it", "Unused accounts"} else "well", name) for name in ABOUT
    ]
    assert last == "All is well."


def test_a_site_with_much_to_mend_says_so_and_keeps_its_secrets(tmp_path: Path) -> None:
    (tmp_path / "secret-key").touch(mode=0o644)

    chosen = {
        "STATE_DIR": str(tmp_path),
        "SECRET_KEY": "feet" * 13,
        "SITE_URL": "https://127.0.0.1:1",
        "ALLOWED_HOSTS": "*",
        "PROXY_COUNT": "0",
        "EMAIL_URL": "submission://sam:quiet-pebbles@127.0.0.1:1",
        "DATABASE_URL": "postgres://sam:loud-pebbles@127.0.0.1:1/feet",
        "CACHE_URL": "redis://sam:round-pebbles@127.0.0.1:1/0",
        "BACKUP_DIR": "/nowhere/copies",
    }

    ended = subprocess.run(
        [sys.executable, "manage.py", "doctor"],
        cwd=ROOT,
        env=dict.fromkeys(settings_that_are_read(), "") | {"PATH": str(tmp_path)} | chosen,
        capture_output=True,
        text=True,
    )

    lines = ended.stdout.splitlines()
    assert [about(line)[1] for line in lines if about(line)[0] == "MEND"] == [
        "Secret key",
        "Files",
        "Allowed hosts",
        "Proxy headers",
        "From outside",
        "Mail",
        "Mail",
        "Database",
        "Cache",
        "Free disk",
        "Backup",
    ]
    assert (ended.stderr, ended.returncode) == ("CommandError: 11 to mend.\n", 1)
    assert "feetfeet" not in ended.stdout
    assert "pebbles" not in ended.stdout
