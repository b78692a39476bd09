"""Who else on this machine can read what is secret, and does `.env` set what it means to?"""

import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection

from footcare_site import environment
from footcare_site.doctor.finding import Finding, mend, well

PRIVATE, NAMES = "Files", "Names in .env"
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def findings() -> Iterator[Finding]:
    secret = [settings.BASE_DIR / ".env", settings.STATE_DIR / "secret-key", settings.BACKUP_DIR]
    if connection.vendor == "sqlite":
        secret.append(environment.database_file(connection.settings_dict))
    yield private(secret)
    yield spelling(settings.MISSPELT)


def private(secret: Iterable[Path]) -> Finding:
    """Of those files and folders that are there."""
    read = [path for path in secret if path.exists() and path.stat().st_mode & OTHERS]
    if not read:
        return well(PRIVATE, "what is secret or personal can be read by its owner only.")
    return mend(
        PRIVATE,
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
