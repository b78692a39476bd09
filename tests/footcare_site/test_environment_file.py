"""The file `.env`: its lines count where the environment says nothing, and a bad one is told."""

import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from footcare_site import environment


def test_file_counts_where_the_environment_is_silent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "environ", {"FIRST": "set"})
    (tmp_path / "env").write_text('# a note\n\nFIRST=file\n SECOND = "a b <c@d>" \nTHIRD=x=y\n')

    environment.read_file(tmp_path / "env")

    assert os.environ == {"FIRST": "set", "SECOND": "a b <c@d>", "THIRD": "x=y"}


@pytest.mark.parametrize(
    ("line", "value"),
    [("\"a b\"", "a b"), ("'a b'", "a b"), ("a'", "a'"), ("'a\"", "'a\""), ("'", "'"), ("''", "")],
)  # fmt: skip
def test_file_has_quotes_around_a_value_in_pairs_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str, value: str
) -> None:
    monkeypatch.setattr(os, "environ", {})
    (tmp_path / "env").write_text(f"SETTING={line}\n")

    environment.read_file(tmp_path / "env")

    assert os.environ == {"SETTING": value}


def test_file_that_is_missing_says_nothing(tmp_path: Path) -> None:
    before = dict(os.environ)

    environment.read_file(tmp_path / "env")

    assert dict(os.environ) == before


@pytest.mark.parametrize("line", ["DEBUG", "export DEBUG=1", "=1"])
def test_file_with_a_line_that_sets_nothing_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "env").write_text(f"# a note\n{line}\n")

    with pytest.raises(ImproperlyConfigured, match="^Line 2 of .*/env can't be read"):
        environment.read_file(tmp_path / "env")
