"""Whether there is room."""

import shutil
from pathlib import Path

from pytest_django import Settings

from footcare_site.doctor import disk


def test_a_disk_with_room_is_well(tmp_path: Path) -> None:
    finding = disk.judge("STATE_DIR", tmp_path, least=0)

    assert finding.is_well
    assert finding.sentence.endswith("B for STATE_DIR.")


def test_a_disk_that_is_nearly_full_is_told_with_how_much_there_should_be(tmp_path: Path) -> None:
    finding = disk.judge("STATE_DIR", tmp_path, shutil.disk_usage(tmp_path).total + 1)

    assert not finding.is_well
    assert finding.sentence.startswith("only ")
    assert finding.sentence.endswith("or set STATE_DIR to a folder on a larger disk.")


def test_a_disk_that_is_missing_is_told(tmp_path: Path) -> None:
    finding = disk.judge("BACKUP_DIR", tmp_path / "gone", least=0)

    assert not finding.is_well
    assert finding.sentence == (
        f"BACKUP_DIR, {tmp_path}/gone, can't be looked at (No such file or directory). Is its disk "
        "there?"
    )


def test_each_place_is_looked_at_once(file: Path, tmp_path: Path, settings: Settings) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    settings.STATE_DIR, settings.BACKUP_DIR = file.parent, file.parent / "backups"
    assert [told(finding) for finding in disk.findings()] == ["STATE_DIR."]

    settings.STATE_DIR, settings.BACKUP_DIR = elsewhere, tmp_path
    assert [told(finding) for finding in disk.findings()] == ["STATE_DIR.", "DATABASE_URL."]

    settings.BACKUP_DIR = Path("/")
    places = ["STATE_DIR.", "DATABASE_URL.", "BACKUP_DIR."]
    assert [told(finding) for finding in disk.findings()] == places


def told(finding: disk.Finding) -> str:
    return finding.sentence.split()[-1]
