"""An authenticator app: the six digits that it shows (RFC 6238)."""

import hashlib
import hmac
import time
from base64 import b32decode

STEP = 30  # seconds that a code is shown


def code(key: str, *, steps: int = 0) -> str:
    """What the app shows now, or so many codes later."""
    counter = int(time.time()) // STEP + steps
    digest = hmac.digest(b32decode(key), counter.to_bytes(8), hashlib.sha1)
    start = digest[-1] & 15
    number = int.from_bytes(digest[start : start + 4]) & 0x7FFF_FFFF
    return f"{number % 1_000_000:06}"
