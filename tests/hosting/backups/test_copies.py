"""The folder of copies: names in the order of time, whole files only, and what may go."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from django.core.management import CommandError
from pytest_django import Settings

from hosting.backups import copies

NOW = datetime(2026, 11, 19, 8, tzinfo=UTC)


@pytest.fixture
def made(tmp_path: Path, settings: Settings) -> Callable[..., Path]:
    """A copy of that age."""
    settings.BACKUP_DAYS = 30

    def make(age: timedelta, more: str = "", *, replaced: bool = False) -> Path:
        path = tmp_path / (copies.file_name(NOW - age, "sqlite3", replaced=replaced) + more)
        path.touch()
        return path

    return make


def test_a_name_tells_the_second_in_universal_time() -> None:
    in_berlin = datetime(2026, 11, 19, 9, 5, 7, 999999, tzinfo=timezone(timedelta(hours=1)))

    assert copies.file_name(in_berlin, "dump") == "footcare-2026-11-19T08-05-07Z.dump"
    assert (
        copies.file_name(in_berlin, "sqlite3", replaced=True)
        == "footcare-replaced-2026-11-19T08-05-07Z.sqlite3"
    )


def test_copies_are_listed_newest_first_and_apart_from_what_was_replaced(
    made: Callable[..., Path], tmp_path: Path
) -> None:
    old, new = made(timedelta(days=300)), made(timedelta(seconds=1))
    replaced = made(timedelta(hours=1), replaced=True)
    made(timedelta(hours=1), ".part")

    assert [copy.path for copy in copies.listed(tmp_path)] == [new, old]
    assert copies.listed(tmp_path)[0].made == NOW - timedelta(seconds=1)
    assert [copy.path for copy in copies.listed(tmp_path, replaced=True)] == [replaced]
    assert copies.listed(tmp_path / "missing") == []


def test_a_copy_goes_when_it_is_older_than_the_days_it_is_kept(
    made: Callable[..., Path], tmp_path: Path
) -> None:
    made(timedelta(days=30))
    older = made(timedelta(days=30, seconds=1))
    replaced = made(timedelta(days=31), replaced=True)
    beside = made(timedelta(days=31), "-wal", replaced=True)

    assert copies.out_of_date(tmp_path, NOW) == [older]
    assert copies.out_of_date(tmp_path, NOW, replaced=True) == [replaced, beside]


def test_what_was_broken_off_goes_after_a_day(made: Callable[..., Path], tmp_path: Path) -> None:
    made(timedelta(days=1), ".part")
    broken_off = made(timedelta(days=1, seconds=1), ".part")

    assert copies.out_of_date(tmp_path, NOW) == [broken_off]


@pytest.mark.parametrize(
    "name",
    [
        "footcare.sqlite3",
        "footcare-2020-01-01T00-00-00Z.sqlite3.txt",
        "my-footcare-2020-01-01T00-00-00Z.sqlite3",
        "footcare-2020-99-01T00-00-00Z.sqlite3",
        "footcare-2020-01-01.sqlite3",
        "secret-key",
    ],
)
def test_what_has_another_name_is_somebody_elses(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()

    for replaced in (False, True):
        assert copies.listed(tmp_path, replaced=replaced) == []
        assert copies.out_of_date(tmp_path, NOW, replaced=replaced) == []


def test_a_file_gets_its_name_once_it_is_whole_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    target = tmp_path / "footcare"

    with copies.atomic_file(target) as part:
        part.write_text("ten")
        assert not target.exists()
        part.write_text("ten toes")

    assert [path.name for path in tmp_path.iterdir()] == ["footcare"]
    assert target.read_text() == "ten toes"
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_file_that_fails_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    with suppress(RuntimeError), copies.atomic_file(tmp_path / "footcare") as part:
        part.write_text("ten")
        raise RuntimeError

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    target = tmp_path / "footcare"
    target.write_text("ten toes")

    told = "^footcare was made in this very second"
    with pytest.raises(CommandError, match=told), copies.atomic_file(target):
        pass

    assert [path.read_text() for path in tmp_path.iterdir()] == ["ten toes"]


def test_two_at_once_do_not_write_into_one_file(tmp_path: Path) -> None:
    with copies.atomic_file(tmp_path / "footcare") as part:
        part.write_text("ten toes")
        told = "^footcare is being made already"
        with pytest.raises(CommandError, match=told), copies.atomic_file(tmp_path / "footcare"):
            pass

    assert (tmp_path / "footcare").read_text() == "ten toes"


def test_the_folder_is_made_where_footcare_keeps_all(tmp_path: Path, settings: Settings) -> None:
    settings.STATE_DIR, settings.BACKUP_DIR = tmp_path, tmp_path / "backups"

    assert copies.folder() == tmp_path / "backups"
    assert (tmp_path / "backups").stat().st_mode & 0o777 == 0o700


def test_a_folder_elsewhere_may_be_a_disk_that_is_missing(
    tmp_path: Path, settings: Settings
) -> None:
    settings.STATE_DIR, settings.BACKUP_DIR = tmp_path / "var", tmp_path / "disk"

    with pytest.raises(CommandError, match="^BACKUP_DIR is .*/disk, and there is no such folder"):
        copies.folder()
    assert not (tmp_path / "disk").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "file").touch()
    settings.STATE_DIR, settings.BACKUP_DIR = tmp_path / "file", tmp_path / "file" / "backups"

    with pytest.raises(CommandError, match="/file/backups can't be made .* of your own.$"):
        copies.folder()


def test_a_folder_that_went_away_meanwhile_is_told(tmp_path: Path) -> None:
    told = r"/gone can't be written to \(No such file"
    with (
        pytest.raises(CommandError, match=told),
        copies.atomic_file(tmp_path / "gone" / "footcare"),
    ):
        pass


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "0.0 MB"), (1_150_976, "1.2 MB"), (999_900_000, "999.9 MB"), (2_000_000_000, "2.0 GB")],
)
def test_a_size_is_told_in_words(count: int, told: str) -> None:
    assert copies.readable_size(count) == told
