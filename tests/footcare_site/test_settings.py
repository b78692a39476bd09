"""What the settings make of a host's choices, seen from a start of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "command", [["manage.py", "check"], ["-m", "gunicorn", "-c", "python:footcare_site.serving"]]
)
def test_a_wrong_setting_stops_the_start_with_one_line(tmp_path: Path, command: list[str]) -> None:
    wrong = {"PATH": os.environ["PATH"], "STATE_DIR": str(tmp_path), "PORT": "65536"}

    ended = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=wrong, capture_output=True, text=True
    )

    assert ended.returncode == 1
    assert ended.stderr == (
        "Footcare can't start. PORT is “65536”. Set it to a whole number from 1 to 65535.\n"
    )
