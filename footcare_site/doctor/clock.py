"""Is the machine's clock right? Days go by it, and so do codes for signing in."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.db import Error, connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Max

from footcare_site.doctor.finding import Finding, mend, well

ABOUT = "Clock"
CLOSE = timedelta(seconds=30)  # after which a code from an app is another one
SET = "Set the clock, and let the machine keep it: timedatectl set-ntp true"


def findings(now: datetime) -> Iterator[Finding]:
    yield judge(now, last_saved(), kept=is_kept())


def judge(now: datetime, last: datetime | None, *, kept: bool | None) -> Finding:
    """By the last moment of which the database tells, and whether the system keeps the time."""
    says = f"it says {now:%A %-d %B %Y, %H:%M} UTC"
    if last and last > now + CLOSE:
        written = f"{last:%-d %B %Y, %H:%M}"
        return mend(ABOUT, f"{says}, but the database was written to on {written}. {SET}")
    if kept is False:
        return mend(ABOUT, f"{says}, and nothing keeps it right. {SET}")
    return well(ABOUT, f"{says}. See that yours says the same.")


def last_saved() -> datetime | None:
    """When somebody last signed in, or the database was changed; None where it can't say."""
    with suppress(Error):
        signed_in = get_user_model().objects.aggregate(last=Max("last_login"))["last"]
        migrations = MigrationRecorder(connection).migration_qs
        changed = migrations.aggregate(last=Max("applied"))["last"]
        return max(filter(None, (signed_in, changed)), default=None)
    return None


def is_kept() -> bool | None:
    """What systemd says of it, where there is systemd."""
    if not (timedatectl := shutil.which("timedatectl")):
        return None
    ended = subprocess.run(  # noqa: S603 - no shell reads this
        [timedatectl, "show", "--property=NTPSynchronized", "--value"],
        capture_output=True,
        text=True,
    )
    return {"yes": True, "no": False}.get(ended.stdout.strip())
