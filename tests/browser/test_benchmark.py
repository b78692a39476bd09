"""`make bench` works: what it measures on a busy machine says nothing, but all of it is there."""

import os
import subprocess
import sys
from pathlib import Path

from tests.browser.site import ROOT


def test_a_quick_run_tells_what_pages_cost_and_that_no_tick_is_lost(tmp_path: Path) -> None:
    table = tmp_path / "table.md"
    asked = ["--quick", "--parts", "pages", "writers", "--to", str(table)]
    command = [sys.executable, "-m", "benchmarks", *asked]

    ran = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True)

    assert ran.returncode == 0, ran.stderr
    lines = ran.stdout.splitlines()
    assert table.read_text().splitlines() == lines
    assert [line for line in lines if line.startswith("#")] == [
        "# Benchmark",
        "### Figures to reach",
        "### Pages and acts on SQLite",
        "### What the client costs, SQLite",
        "### Writers at once on SQLite",
    ]
    goal, reached = "0 errors, 0 lost, 0 doubled", "0 refused, 0 lost, 0 doubled"
    assert f"| 4 writers on SQLite, server killed | {goal} | {reached} | yes |" in lines
