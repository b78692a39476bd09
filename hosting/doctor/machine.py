"""The machine: its secrets, its disks and its clock."""

import shutil
import stat
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import Error, connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Max

from hosting.backups.copies import readable_size
from hosting.doctor.finding import Finding, mend, well
from hosting.environment import databases

KEY = "Secret key"
KEY_LENGTH, KEY_VARIETY = 50, 10  # characters
FILES, NAMES = "Files", "Names in .env"
OTHERS = stat.S_IRWXG | stat.S_IRWXO
DISK = "Free disk"
DISK_LEAST = 200_000_000  # bytes
COPIES = 3  # `restore` works on one, and keeps another; and one for a backup
CLOCK = "Clock"
CLOCK_TOLERANCE = timedelta(seconds=30)  # after which a code from an app is another one
SET_CLOCK = "Set the clock, and let the machine keep it: timedatectl set-ntp true"


def secret_key(key: str) -> Finding:
    """Is it one that nobody guesses?"""
    if len(key) >= KEY_LENGTH and len(set(key)) >= KEY_VARIETY:
        return well(KEY, "it is long, and nobody guesses it.")
    return mend(
        KEY,
        "it can be guessed, and with it anybody signs in as anybody. Take SECRET_KEY out, and "
        "delete secret-key in STATE_DIR: Footcare makes a new one, and people sign in once more.",
    )


def files() -> Iterator[Finding]:
    """Who else on this machine can read what is secret, and is `.env` spelt right?"""
    secret = [settings.BASE_DIR / ".env", settings.STATE_DIR / "secret-key", settings.BACKUP_DIR]
    if connection.vendor == "sqlite":
        secret.append(databases.file_of(connection.settings_dict))
    yield private_files(secret)
    yield spelling(settings.MISSPELT)


def private_files(secret: Iterable[Path]) -> Finding:
    """Of those files and folders that are there."""
    read = [path for path in secret if path.exists() and path.stat().st_mode & OTHERS]
    if not read:
        return well(FILES, "what is secret or personal can be read by its owner only.")
    return mend(
        FILES,
        "others on this machine may read what is secret or personal. Run: chmod go-rwx "
        + " ".join(map(str, read)),
    )


def spelling(misspelt: list[str]) -> Finding:
    if not misspelt:
        return well(NAMES, "Footcare knows each name.")
    return mend(
        NAMES,
        f"Footcare doesn't know {', '.join(misspelt)}. docs/operations.md has all names.",
    )


def disks() -> Iterator[Finding]:
    """Is there room for what people save, and for copies of it?"""
    places, least = {settings.STATE_DIR: "STATE_DIR"}, DISK_LEAST
    if connection.vendor == "sqlite":
        file = databases.file_of(connection.settings_dict)
        places.setdefault(file.parent, "DATABASE_URL")
        least = max(least, COPIES * file.stat().st_size if file.exists() else 0)
    if settings.BACKUP_DIR.parent != settings.STATE_DIR:
        places.setdefault(settings.BACKUP_DIR, "BACKUP_DIR")
    for folder, name in places.items():
        yield disk(name, folder, least)


def disk(name: str, folder: Path, least: int) -> Finding:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return mend(
            DISK, f"{name}, {folder}, can't be looked at ({error.strerror}). Is its disk there?"
        )
    if free >= least:
        return well(DISK, f"{readable_size(free)} for {name}.")
    return mend(
        DISK,
        f"only {readable_size(free)} for {name}, {folder}, and Footcare should have "
        f"{readable_size(least)}. Make room, or set {name} to a folder on a larger disk.",
    )


def clock(now: datetime, last: datetime | None, *, kept: bool | None) -> Finding:
    """By the last moment of which the database tells, and whether the system keeps the time."""
    says = f"it says {now:%A %-d %B %Y, %H:%M} UTC"
    if last and last > now + CLOCK_TOLERANCE:
        written = f"{last:%-d %B %Y, %H:%M}"
        return mend(CLOCK, f"{says}, but the database was written to on {written}. {SET_CLOCK}")
    if kept is False:
        return mend(CLOCK, f"{says}, and nothing keeps it right. {SET_CLOCK}")
    return well(CLOCK, f"{says}. See that yours says the same.")


def last_saved() -> datetime | None:
    """When somebody last signed in, or the database was changed; None where it can't say."""
    with suppress(Error):
        signed_in = get_user_model().objects.aggregate(last=Max("last_login"))["last"]
        migrations = MigrationRecorder(connection).migration_qs
        changed = migrations.aggregate(last=Max("applied"))["last"]
        return max(filter(None, (signed_in, changed)), default=None)
    return None


def is_clock_kept() -> bool | None:
    """What systemd says of it, where there is systemd."""
    if not (timedatectl := shutil.which("timedatectl")):
        return None
    result = subprocess.run(  # noqa: S603 - no shell reads this
        [timedatectl, "show", "--property=NTPSynchronized", "--value"],
        capture_output=True,
        text=True,
    )
    return {"yes": True, "no": False}.get(result.stdout.strip())
