"""The database: DATABASE_URL as Django's settings."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import dj_database_url
import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import make_conninfo

from hosting.environment.addresses import parts_of
from hosting.environment.values import text

DATABASES = {"sqlite", "postgres", "postgresql"}
SQLITE = "hosting.sqlite"
Settings = dict[str, Any]
"""As Django has them for one database."""

LONGEST_NAME = 63  # characters
LONGEST_PART = 255  # bytes of a file's name
# Without these, a connection that is cut off holds a request for a quarter of an hour. They watch
# the network: a long answer may still take its time.
NETWORK_TIMEOUTS = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 5000,  # milliseconds; all others are seconds
}


def from_env(name: str, default_file: Path) -> Settings:
    """Django's settings for the database that the address names; SQLite in the file if none.

    A file of SQLite's has to be there: `prepare` makes it. Where it was taken away, SQLite would
    begin a new, empty one, and people would find everything gone.
    """
    value = text(name)
    return from_url(value or f"sqlite:///{quote(str(default_file.absolute()))}", name)


def from_url(value: str, name: str) -> Settings:
    """The same for that address. Errors call it by the name."""
    parts = parts_of(value, query=True)
    if not parts or parts.scheme not in DATABASES or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            f"{name} can't be read. Write it as postgres://name:password@host:5432/database "
            "or sqlite:////folder/file.sqlite3, or leave it out for SQLite."
        )
    settings: Settings = dict(dj_database_url.parse(value))
    settings["CONN_HEALTH_CHECKS"] = True
    if parts.scheme == "sqlite":
        _check_file(Path(str(settings["NAME"])), name)
        settings |= {"ENGINE": SQLITE, "CONN_MAX_AGE": None}
        settings["NAME"] = f"{Path(str(settings['NAME'])).absolute().as_uri()}?mode=rw"
        # A transaction takes its turn at its start: at its first write it might be too old.
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728; "
                "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-8000"
            ),
        }
    else:
        settings["OPTIONS"] = NETWORK_TIMEOUTS | settings.get("OPTIONS", {})
        _check_postgres(settings, name)
    return settings


def _check_file(file: Path, name: str) -> None:
    """Refuse a path that no file can have."""
    if "\0" in str(file) or any(len(os.fsencode(part)) > LONGEST_PART for part in file.parts):
        raise ImproperlyConfigured(
            f"{name} names a file that can't be: a name has {LONGEST_PART} characters at most, and "
            "each is one that can be written. Write it as sqlite:////folder/file.sqlite3."
        )


def _check_postgres(settings: Settings, name: str) -> None:
    """Refuse a name or an option with which no connection can be made."""
    if len(settings["NAME"]) > LONGEST_NAME:
        raise ImproperlyConfigured(
            f"{name} names a database with {len(settings['NAME'])} characters. PostgreSQL's names "
            f"have {LONGEST_NAME} at most."
        )
    try:
        make_conninfo(**settings["OPTIONS"])
    except psycopg.ProgrammingError as error:
        raise ImproperlyConfigured(
            f"{name} can't be read: {str(error).strip()}. Look at what stands behind its “?”."
        ) from error


def file_of(settings: Settings) -> Path:
    """Where the database of these settings is, if it is one of SQLite's; it may be missing."""
    name = str(settings["NAME"])
    return Path(unquote(urlsplit(name).path) if name.startswith("file:") else name)
