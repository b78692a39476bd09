"""Is there room for what people save, and for copies of it?"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from footcare_site import environment
from footcare_site.backups import size
from footcare_site.doctor.finding import Finding, mend, well

ABOUT = "Free disk"
LEAST = 200_000_000  # bytes
COPIES = 3  # `restore` works on one, and keeps another; and one for a backup


def findings() -> Iterator[Finding]:
    places, least = {settings.STATE_DIR: "STATE_DIR"}, LEAST
    if connection.vendor == "sqlite":
        file = environment.database_file(connection.settings_dict)
        places.setdefault(file.parent, "DATABASE_URL")
        least = max(least, COPIES * file.stat().st_size if file.exists() else 0)
    if settings.BACKUP_DIR.parent != settings.STATE_DIR:
        places.setdefault(settings.BACKUP_DIR, "BACKUP_DIR")
    for folder, name in places.items():
        yield judge(name, folder, least)


def judge(name: str, folder: Path, least: int) -> Finding:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return mend(
            ABOUT, f"{name}, {folder}, can't be looked at ({error.strerror}). Is its disk there?"
        )
    if free >= least:
        return well(ABOUT, f"{size(free)} for {name}.")
    return mend(
        ABOUT,
        f"only {size(free)} for {name}, {folder}, and Footcare should have {size(least)}. Make "
        f"room, or set {name} to a folder on a larger disk.",
    )
