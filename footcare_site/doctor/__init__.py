"""The doctor looks whether the site has what it needs, and says which setting mends what it lacks.

A module for each thing. None of them prints what is secret.
"""

from collections.abc import Iterator
from datetime import datetime

from footcare_site.doctor import (
    addresses,
    cache,
    clock,
    copies,
    database,
    disk,
    files,
    key,
    mail,
    proxy,
)
from footcare_site.doctor.finding import Finding


def findings(now: datetime) -> Iterator[Finding]:
    """One after the other, since some take seconds."""
    yield from key.findings()
    yield from files.findings()
    yield from addresses.findings()
    yield from proxy.findings()
    yield from mail.findings()
    yield from database.findings()
    yield from cache.findings()
    yield from disk.findings()
    yield from copies.findings(now)
    yield from clock.findings(now)
