"""Where counts are kept that all processes share: in the database, or in a Redis."""

import json
import re

from django.core.exceptions import ImproperlyConfigured

from hosting.environment.addresses import parts_of
from hosting.environment.values import text

SCHEMES = {"redis", "rediss", "unix"}
PATIENCE = 2  # seconds


def from_env(name: str) -> dict[str, object]:
    """Django's settings for the Redis that the address names; for the database's table if none."""
    value = text(name)
    if not value:
        return {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cache",
            # A full one forgets counts that still hold: 300, as Django has it, are soon made.
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    options = _options()
    if not _is_readable(value, options):
        raise ImproperlyConfigured(
            f"{name} can't be read. Write it as redis://name:password@host:6379/0, "
            "rediss://… for TLS, or unix:///folder/redis.sock, with %40 for an @ in the password, "
            "or leave it out: the database then does its work."
        )
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": [value],  # by itself, it would be cut at a comma in the password
        "KEY_PREFIX": "footcare",
        "OPTIONS": options,
    }


def _options() -> dict[str, object]:
    """A page waits two seconds for Redis, and tries again only where the connection was closed.

    To try again after a timeout could count the same try twice.
    """
    import redis  # it costs time and memory, and most sites have none
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    return {
        "socket_connect_timeout": PATIENCE,
        "socket_timeout": PATIENCE,
        "retry": Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,)),
        # Counts are numbers; as Django has it, whoever writes to Redis could run programs here.
        "serializer": json,
    }


def _is_readable(value: str, options: dict[str, object]) -> bool:
    from redis import ConnectionPool, RedisError

    parts = parts_of(value, query=True)
    if not parts or parts.scheme not in SCHEMES or parts.fragment:
        return False
    if parts.scheme == "unix":
        is_placed = parts.hostname is None and parts.path.startswith("/")
    else:
        is_placed = bool(parts.hostname) and bool(re.fullmatch(r"(/\d*)?", parts.path, re.ASCII))
    try:  # to make a connection checks what is behind the “?”, and reaches no server yet
        pool_options = {name: options[name] for name in options if name != "serializer"}
        ConnectionPool.from_url(value, **pool_options).make_connection()
    except (RedisError, TypeError, ValueError):
        return False
    return is_placed
