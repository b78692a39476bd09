"""What others on the machine may read, and names in .env that mean nothing."""

from pathlib import Path

import pytest

from footcare_site.doctor import files


@pytest.fixture
def secret(tmp_path: Path) -> list[Path]:
    """A folder, a file, and one that is missing."""
    (tmp_path / "copies").mkdir(mode=0o700)
    (tmp_path / ".env").touch(mode=0o600)
    return [tmp_path / "copies", tmp_path / ".env", tmp_path / "secret-key"]


def test_files_for_their_owner_only_are_well(secret: list[Path]) -> None:
    assert files.private(secret) == files.well(
        "Files", "what is secret or personal can be read by its owner only."
    )


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_file_that_others_may_read_is_named_with_the_command(
    secret: list[Path], mode: int
) -> None:
    secret[1].chmod(mode)

    finding = files.private(secret)

    assert not finding.is_well
    assert finding.sentence.endswith(f"secret or personal. Run: chmod go-rwx {secret[1]}")


def test_a_folder_that_others_may_open_is_named_too(secret: list[Path]) -> None:
    secret[0].chmod(0o755)

    assert files.private(secret).sentence.endswith(f"chmod go-rwx {secret[0]}")


def test_names_that_footcare_knows_are_well() -> None:
    assert files.spelling([]).is_well


def test_a_name_that_footcare_does_not_know_is_told() -> None:
    finding = files.spelling(["SITEURL", "MAILFROM"])

    assert not finding.is_well
    assert finding.sentence.startswith("Footcare doesn't know SITEURL, MAILFROM. docs/")
