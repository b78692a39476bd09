"""Whether the site runs, so that people may be in the middle of something."""

import socket
from contextlib import suppress

from django.conf import settings

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - answered from here


def address() -> str:
    """Where it would answer, if something does; else ""."""
    host = EVERYWHERE.get(settings.BIND_ADDRESS, settings.BIND_ADDRESS)
    with suppress(OSError):
        socket.create_connection((host, settings.PORT), timeout=1).close()
        return f"{host}:{settings.PORT}"
    return ""
