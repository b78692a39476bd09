"""Files that are sent: kept up to a limit, whatever their size, and told as too large."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from pytest_django import Settings

from exchange.file import LARGEST
from footcare_site import settings as site

LIMIT = 100


@pytest.fixture(autouse=True)
def limit(settings: Settings) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = LIMIT


def sent(**files: bytes) -> dict[str, tuple[bytes, int]]:
    """What is kept of files that are sent together, and the size that is told of each."""
    parts = {name: SimpleUploadedFile(f"{name}.json", data) for name, data in files.items()}
    request = RequestFactory().post("/", {"before": "a", **parts, "after": "b"})
    found = {name: (each.read(), each.size) for name, each in request.FILES.items()}
    assert (request.POST["before"], request.POST["after"]) == ("a", "b")
    return found


@pytest.mark.parametrize("size", [0, LIMIT - 1, LIMIT])
def test_a_file_within_the_limit_is_kept_whole(size: int) -> None:
    assert sent(file=b"a" * size) == {"file": (b"a" * size, size)}


@pytest.mark.parametrize("size", [LIMIT + 1, 300_000])
def test_a_larger_one_is_cut_off_and_tells_its_size(size: int) -> None:
    assert sent(file=b"a" * size) == {"file": (b"a" * LIMIT, size)}


def test_several_share_the_room() -> None:
    assert sent(one=b"a" * 70, two=b"b" * 70) == {"one": (b"a" * 70, 70), "two": (b"b" * 30, 70)}


def test_nothing_goes_to_the_disk(settings: Settings, tmp_path: Path) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "missing"  # who wrote there would fail

    assert sent(file=b"a" * 300_000) == {"file": (b"a" * LIMIT, 300_000)}


def test_the_site_keeps_a_byte_more_than_is_taken_in() -> None:
    assert site.FILE_UPLOAD_MAX_MEMORY_SIZE == LARGEST + 1
