"""Copies of the database in a folder: their names, how one is made whole, and when one goes."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.management import CommandError

NAME = re.compile(
    r"footcare-(?P<replaced>replaced-)?(?P<made>[0-9-]{10}T[0-9-]{8})Z\.(?:sqlite3|dump)",
    re.ASCII,
)
MADE = "%Y-%m-%dT%H-%M-%S"
UNFINISHED, WORKING = ".part", ".work"
CUT_OFF = (UNFINISHED, f"{UNFINISHED}-journal", WORKING)  # SQLite's journal is beside its file
BESIDE = ("-wal", "-shm")  # what SQLite may have had beside a file that restoring replaced
ABANDONED = timedelta(days=1)  # no copy takes longer; what is older was broken off


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    made: datetime
    path: Path


def file_name(made: datetime, ending: str, *, replaced: bool = False) -> str:
    """Such names, read from A to Z, are in the order in which they were made."""
    kind = "replaced-" if replaced else ""
    return f"footcare-{kind}{made.astimezone(UTC):{MADE}}Z.{ending}"


def listed(folder: Path, *, replaced: bool = False) -> list[Copy]:
    """The whole copies in that folder, the newest first; or what restoring one has replaced."""
    return sorted(_named(folder, "", replaced), reverse=True)


def out_of_date(folder: Path, now: datetime, *, replaced: bool = False) -> list[Path]:
    """What may go from the folder: made here, more than BACKUP_DAYS ago, or broken off."""
    oldest = now - timedelta(days=settings.BACKUP_DAYS)
    least = dict.fromkeys(CUT_OFF, now - ABANDONED)
    return [
        copy.path
        for ending in ("", *BESIDE, *CUT_OFF)
        for copy in _named(folder, ending, replaced)
        if copy.made < least.get(ending, oldest)
    ]


def _named(folder: Path, ending: str, replaced: bool) -> Iterator[Copy]:
    """Only what has a name that Footcare gives: a folder may be shared."""
    for path in folder.iterdir() if folder.is_dir() else ():
        named = NAME.fullmatch(path.name.removesuffix(ending))
        if named and path.name.endswith(ending) and bool(named["replaced"]) == replaced:
            with suppress(ValueError):  # a name with a 99th of a month is not one of ours
                yield Copy(datetime.strptime(named["made"], MADE).replace(tzinfo=UTC), path)


def folder() -> Path:
    """Where copies are kept. It is made inside STATE_DIR only: elsewhere a disk may be missing."""
    place = Path(settings.BACKUP_DIR)
    try:
        if place.parent == settings.STATE_DIR:
            place.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise CommandError(
            f"{place} can't be made ({error.strerror}). Set BACKUP_DIR to a folder of your own."
        ) from error
    if place.is_dir():
        return place
    raise CommandError(
        f"BACKUP_DIR is {place}, and there is no such folder. Make it, or see whether its disk is "
        "there."
    )


@contextmanager
def atomic_file(target: Path) -> Iterator[Path]:
    """A file to write, for its owner only, that gets the target's name once it is whole.

    Until then it has another one, and if anything fails it is gone again.
    """
    part = target.with_name(target.name + UNFINISHED)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise CommandError(f"{target.name} is being made already. Wait for it.") from error
    except OSError as error:
        raise CommandError(
            f"{target.parent} can't be written to ({error.strerror}). Change its owner, or set "
            "BACKUP_DIR to another folder."
        ) from error
    try:
        yield part
        _flush(part)
        if target.exists():
            raise CommandError(f"{target.name} was made in this very second. Once is enough.")
        part.rename(target)
    except BaseException:
        part.unlink()
        raise
    _flush(target.parent)


@contextmanager
def working_folder(target: Path) -> Iterator[Path]:
    """A folder beside the target, for its owner only, that goes at the end.

    If the machine stops meanwhile, it goes by its name with what is out of date.
    """
    folder = target.with_name(target.name + WORKING)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def remove(path: Path) -> None:
    """A file, or a folder that was worked in."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _flush(path: Path) -> None:
    """Flush it, so that it is there after a power cut."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def free_space(folder: Path) -> str:
    """How much room is left there, in words."""
    place = os.statvfs(folder)
    return readable_size(place.f_bavail * place.f_frsize)


def readable_size(count: int) -> str:
    """So many bytes, in words."""
    return f"{count / 1e9:,.1f} GB" if count >= 1e9 else f"{count / 1e6:,.1f} MB"
