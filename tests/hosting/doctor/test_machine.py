"""What can be guessed or read on the machine, its room, and its clock."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from hosting.doctor import machine
from hosting.doctor.finding import Finding
from tests.make import THURSDAY_MORNING, make_user

SAYS = "it says Thursday 19 November 2026, 08:00 UTC"


def test_a_long_key_of_many_characters_is_well() -> None:
    finding = machine.secret_key("abcdefghij" * 5)

    assert finding.is_well
    assert finding.sentence == "it is long, and nobody guesses it."


@pytest.mark.parametrize("value", ["", ("abcdefghij" * 5)[:49], "abcdefghi" * 9])
def test_a_key_that_can_be_guessed_is_to_be_replaced(value: str) -> None:
    finding = machine.secret_key(value)

    assert not finding.is_well
    assert finding.sentence.startswith("it can be guessed")
    assert "Take SECRET_KEY out, and delete secret-key in STATE_DIR" in finding.sentence
    assert "abc" not in finding.sentence


@pytest.fixture
def secret(tmp_path: Path) -> list[Path]:
    """A folder, a file, and one that is missing."""
    (tmp_path / "copies").mkdir(mode=0o700)
    (tmp_path / ".env").touch(mode=0o600)
    return [tmp_path / "copies", tmp_path / ".env", tmp_path / "secret-key"]


def test_files_for_their_owner_only_are_well(secret: list[Path]) -> None:
    assert machine.private_files(secret) == machine.well(
        "Files", "what is secret or personal can be read by its owner only."
    )


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_file_that_others_may_read_is_named_with_the_command(
    secret: list[Path], mode: int
) -> None:
    secret[1].chmod(mode)

    finding = machine.private_files(secret)

    assert not finding.is_well
    assert finding.sentence.endswith(f"secret or personal. Run: chmod go-rwx {secret[1]}")


def test_a_folder_that_others_may_open_is_named_too(secret: list[Path]) -> None:
    secret[0].chmod(0o755)

    assert machine.private_files(secret).sentence.endswith(f"chmod go-rwx {secret[0]}")


def test_names_that_footcare_knows_are_well() -> None:
    assert machine.spelling([]).is_well


def test_a_name_that_footcare_does_not_know_is_told() -> None:
    finding = machine.spelling(["SITEURL", "MAILFROM"])

    assert not finding.is_well
    assert finding.sentence.startswith("Footcare doesn't know SITEURL, MAILFROM. docs/")


def test_a_disk_with_room_is_well(tmp_path: Path) -> None:
    finding = machine.disk("STATE_DIR", tmp_path, least=0)

    assert finding.is_well
    assert finding.sentence.endswith("B for STATE_DIR.")


def test_a_disk_that_is_nearly_full_is_told_with_how_much_there_should_be(tmp_path: Path) -> None:
    finding = machine.disk("STATE_DIR", tmp_path, shutil.disk_usage(tmp_path).total + 1)

    assert not finding.is_well
    assert finding.sentence.startswith("only ")
    assert finding.sentence.endswith("or set STATE_DIR to a folder on a larger disk.")


def test_a_disk_that_is_missing_is_told(tmp_path: Path) -> None:
    finding = machine.disk("BACKUP_DIR", tmp_path / "gone", least=0)

    assert not finding.is_well
    assert finding.sentence == (
        f"BACKUP_DIR, {tmp_path}/gone, can't be looked at (No such file or directory). Is its disk "
        "there?"
    )


def test_each_place_is_looked_at_once(file: Path, tmp_path: Path, settings: Settings) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    settings.STATE_DIR, settings.BACKUP_DIR = file.parent, file.parent / "backups"
    assert [told(finding) for finding in machine.disks()] == ["STATE_DIR."]

    settings.STATE_DIR, settings.BACKUP_DIR = elsewhere, tmp_path
    assert [told(finding) for finding in machine.disks()] == ["STATE_DIR.", "DATABASE_URL."]

    settings.BACKUP_DIR = Path("/")
    places = ["STATE_DIR.", "DATABASE_URL.", "BACKUP_DIR."]
    assert [told(finding) for finding in machine.disks()] == places


def told(finding: Finding) -> str:
    return finding.sentence.split()[-1]


@pytest.mark.parametrize("kept", [True, None])
@pytest.mark.parametrize("ahead", [None, timedelta(days=-400), timedelta(seconds=30)])
def test_a_clock_that_nothing_speaks_against_is_well(
    ahead: timedelta | None, kept: bool | None
) -> None:
    last = None if ahead is None else THURSDAY_MORNING + ahead

    assert machine.clock(THURSDAY_MORNING, last, kept=kept) == machine.well(
        "Clock", f"{SAYS}. See that yours says the same."
    )


def test_a_clock_behind_what_was_saved_is_to_be_set() -> None:
    last = THURSDAY_MORNING + timedelta(hours=2)

    finding = machine.clock(THURSDAY_MORNING, last, kept=True)

    assert not finding.is_well
    assert finding.sentence == (
        f"{SAYS}, but the database was written to on 19 November 2026, 10:00. Set the clock, and "
        "let the machine keep it: timedatectl set-ntp true"
    )


def test_a_clock_that_nothing_keeps_right_is_to_be_kept() -> None:
    finding = machine.clock(THURSDAY_MORNING, None, kept=False)

    assert not finding.is_well
    assert finding.sentence.startswith(f"{SAYS}, and nothing keeps it right. Set the clock")


@pytest.mark.django_db
def test_the_last_moment_is_that_of_a_sign_in_or_of_a_change_of_the_database() -> None:
    changed = machine.last_saved()
    assert changed

    later = changed + timedelta(days=1)
    make_user(last_login=later)

    assert machine.last_saved() == later


def test_a_database_that_is_gone_knows_no_last_moment(file: Path) -> None:
    file.unlink()

    assert machine.last_saved() is None


@pytest.mark.parametrize(
    ("answer", "kept"), [("echo yes", True), ("echo no", False), ("exit 1", None)]
)
def test_the_system_says_whether_it_keeps_the_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, kept: bool | None
) -> None:
    program = tmp_path / "timedatectl"
    program.write_text(f"#!/bin/sh\n{answer}\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert machine.is_clock_kept() == kept


def test_a_system_that_cannot_say_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert machine.is_clock_kept() is None
