"""The folders and the key that Footcare keeps, where a host says."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.core.exceptions import ImproperlyConfigured

from hosting.environment import files


def test_folder_is_made_for_its_owner_only(given: Callable[[str], str], tmp_path: Path) -> None:
    made = files.folder(given("a/b"), tmp_path / "var")

    assert made == tmp_path / "a" / "b"
    assert made.stat().st_mode & 0o777 == 0o700


def test_folder_that_is_a_file_is_refused(given: Callable[[str], str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(ImproperlyConfigured, match="^SETTING: .*/file can't be made"):
        files.folder(given(str(tmp_path / "file")), tmp_path / "var")


def test_secret_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = files.secret_key("SETTING", tmp_path / "key")

    assert files.secret_key("SETTING", tmp_path / "key") == first
    assert len(first) >= 50
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_secret_key_is_the_same_for_all_who_start_at_once(tmp_path: Path) -> None:
    starts = 8
    together = Barrier(starts)

    def start(_number: int) -> str:
        together.wait()
        return files.secret_key("SETTING", tmp_path / "key")

    for _attempt in range(20):
        with ThreadPoolExecutor(starts) as threads:
            keys = set(threads.map(start, range(starts)))

        assert keys == {(tmp_path / "key").read_text()}
        (tmp_path / "key").unlink()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", [50, 51])
def test_secret_key_that_is_set_makes_no_file(
    given: Callable[[str], str], tmp_path: Path, length: int
) -> None:
    assert files.secret_key(given("x" * length), tmp_path / "key") == "x" * length
    assert not (tmp_path / "key").exists()


def test_secret_key_that_is_short_is_refused(given: Callable[[str], str], tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="^SETTING has 49 characters"):
        files.secret_key(given("x" * 49), tmp_path / "key")


def test_secret_key_in_an_empty_file_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "key").touch()

    with pytest.raises(ImproperlyConfigured, match="/key is empty. Delete it"):
        files.secret_key("SETTING", tmp_path / "key")


def test_secret_key_that_is_no_text_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(ImproperlyConfigured, match="/key isn't text in UTF-8. Delete it"):
        files.secret_key("SETTING", tmp_path / "key")


def test_secret_key_that_is_a_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="is a folder and not a file. Move it away"):
        files.secret_key("SETTING", tmp_path)
