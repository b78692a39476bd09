"""The file `.env`: its lines count where the environment says nothing, and a bad one is told."""

import os
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from hosting.environment import files, values


def test_file_counts_where_the_environment_is_silent(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "environ", {"FIRST": "set"})
    (tmp_path / "env").write_text('# a note\n\nFIRST=file\n SECOND = "a b <c@d>" \nTHIRD=x=y\n')

    assert files.read_file(tmp_path / "env") == {"FIRST", "SECOND", "THIRD"}

    assert os.environ == {"FIRST": "set", "SECOND": "a b <c@d>", "THIRD": "x=y"}


def test_a_name_that_is_read_counts_as_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(values, "known_names", set())

    values.switch("FIRST")
    values.words("SECOND")

    assert values.known_names == {"FIRST", "SECOND"}


@pytest.mark.parametrize(
    ("line", "value"),
    [("\"a b\"", "a b"), ("'a b'", "a b"), ("a'", "a'"), ("'a\"", "'a\""), ("'", "'"), ("''", "")],
)  # fmt: skip
def test_file_has_quotes_around_a_value_in_pairs_only(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, line: str, value: str
) -> None:
    monkeypatch.setattr(os, "environ", {})
    (tmp_path / "env").write_text(f"SETTING={line}\n")

    files.read_file(tmp_path / "env")

    assert os.environ == {"SETTING": value}


def test_file_that_is_missing_says_nothing(tmp_path: Path) -> None:
    before = dict(os.environ)

    files.read_file(tmp_path / "env")

    assert dict(os.environ) == before


def test_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "env").write_text("MAIL_FROM=Füße <feet@example.org>", encoding="latin-1")

    with pytest.raises(ImproperlyConfigured, match="/env isn't text in UTF-8. Save it anew"):
        files.read_file(tmp_path / "env")


def test_file_may_begin_with_the_mark_that_some_editors_write(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "environ", {})
    (tmp_path / "env").write_text("FIRST=1", encoding="utf-8-sig")

    assert files.read_file(tmp_path / "env") == {"FIRST"}


def test_file_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="is a folder and not a file. Move it away"):
        files.read_file(tmp_path)


@pytest.mark.parametrize("line", ["DEBUG", "export DEBUG=1", "=1", "DEBUG=\0"])
def test_file_with_a_line_that_sets_nothing_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "env").write_text(f"# a note\n{line}\n")

    with pytest.raises(ImproperlyConfigured, match="^Line 2 of .*/env can't be read"):
        files.read_file(tmp_path / "env")
