"""The catalogue as a process remembers it: a changed dose is seen after a minute at most."""

from copy import copy
from time import time

from django.conf import settings

from exercises.models import Exercise

_read: tuple[float, list[Exercise]] | None = None
"""When the exercises were read, and the exercises."""


def exercises() -> list[Exercise]:
    """All of them in their order, without their long texts; copies, which one may change."""
    global _read
    now = time()
    if _read is None or not 0 <= now - _read[0] < settings.CATALOGUE_SECONDS:
        _read = now, list(Exercise.objects.without_statements())
    return [copy(exercise) for exercise in _read[1]]


def forget() -> None:
    """Read it anew next time: this process has changed it."""
    global _read
    _read = None
