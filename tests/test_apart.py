"""The site without the apps `exchange` and `hosting`: `make test-apart` runs all that is left."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOME = (
    "tests/test_access.py::test_every_other_view_asks_strangers_to_sign_in",
    "tests/test_access.py::test_every_page_for_a_person_has_one_heading",
    "tests/accounts/test_deletion.py",
    "tests/logbook/test_tidy.py",
)


@pytest.mark.slow
def test_every_page_is_there_and_every_account_can_go_without_them() -> None:
    settings = "--ds=tests.settings_apart"
    quietly = ("-q", "-x", "-p", "no:cacheprovider")
    alone = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}

    done = subprocess.run(
        [sys.executable, "-m", "pytest", settings, *quietly, *SOME],
        cwd=ROOT,
        env=alone | {"DATABASE_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
