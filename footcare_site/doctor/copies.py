"""Is there a copy of the database, and a new one?"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.timesince import timesince

from footcare_site import backups
from footcare_site.doctor.finding import Finding, mend, well

ABOUT = "Backup"
OLD = timedelta(days=2)  # one night may be missed
NIGHTLY = "Let cron or a timer run manage.py backup every night."


def findings(now: datetime) -> Iterator[Finding]:
    yield judge([copy.made for copy in backups.of(settings.BACKUP_DIR)], now)


def judge(made: list[datetime], now: datetime) -> Finding:
    """Of when copies were made, the newest first."""
    if not made:
        return mend(ABOUT, f"there is no copy of the database. {NIGHTLY}")
    ago = timesince(made[0], now)
    if now - made[0] > OLD:
        return mend(ABOUT, f"the newest copy is {ago} old. {NIGHTLY}")
    return well(ABOUT, f"the newest copy is {ago} old.")
