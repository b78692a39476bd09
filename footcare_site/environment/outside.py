"""What Footcare talks to: its database, a mail server, and people by mail."""

import os
import re
from collections.abc import Mapping
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

import dj_database_url
import psycopg
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email
from psycopg.conninfo import make_conninfo

from footcare_site.environment.addresses import parts_of
from footcare_site.environment.values import text

DATABASES = {"sqlite", "postgres", "postgresql"}
SQLITE = "footcare_site.sqlite"
LONGEST_NAME = 63  # characters
LONGEST_PART = 255  # bytes of a file's name
# A server that is cut off without a word would hold whoever asks for a quarter of an hour. These
# speak to the network, not to the server: a long answer may take its time.
NOTICED = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 5000,  # milliseconds; all others are seconds
}
MAIL_PORTS = {"smtp": 25, "submission": 587, "smtps": 465}


def database(name: str, default_file: Path) -> dict[str, object]:
    """Django's settings for the database that the address names; SQLite in the file if none.

    A file of SQLite's has to be there: `prepare` makes it. Where it was taken away, SQLite would
    begin a new, empty one, and people would find everything gone.
    """
    value = text(name)
    return database_at(value or f"sqlite:///{quote(str(default_file.absolute()))}", name)


def database_at(value: str, name: str) -> dict[str, object]:
    """The same for an address that somebody gave as what that name says."""
    parts = parts_of(value, query=True)
    if not parts or parts.scheme not in DATABASES or not parts.path.strip("/"):
        raise ImproperlyConfigured(
            f"{name} can't be read. Write it as postgres://name:password@host:5432/database "
            "or sqlite:////folder/file.sqlite3, or leave it out for SQLite."
        )
    settings: dict[str, Any] = dict(dj_database_url.parse(value))
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
        settings["OPTIONS"] = NOTICED | settings.get("OPTIONS", {})
        _check_postgres(settings, name)
    return settings


def _check_file(file: Path, name: str) -> None:
    """What no file can be called."""
    if "\0" in str(file) or any(len(os.fsencode(part)) > LONGEST_PART for part in file.parts):
        raise ImproperlyConfigured(
            f"{name} names a file that can't be: a name has {LONGEST_PART} characters at most, and "
            "each is one that can be written. Write it as sqlite:////folder/file.sqlite3."
        )


def _check_postgres(settings: Mapping[str, Any], name: str) -> None:
    """What no connection could be made with, before one is tried."""
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


def database_file(settings: Mapping[str, Any]) -> Path:
    """Where the database of these settings is, if it is one of SQLite's; it may be missing."""
    name = str(settings["NAME"])
    return Path(unquote(urlsplit(name).path) if name.startswith("file:") else name)


def mail(name: str) -> dict[str, object]:
    """Django's EMAIL_… settings for the address; empty where no mail server is set."""
    value = text(name)
    if not value:
        return {}
    if value.rstrip("/:") == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = parts_of(value)
    if not parts or parts.scheme not in MAIL_PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            f"{name} can't be read. Write it as submission://name:password@host:587 or "
            "smtps://name:password@host:465, with %40 for an @ in the password, or leave it out "
            "to run without mail."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or MAIL_PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "submission",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
    }


def sender(name: str, default: str) -> str:
    """Whom mail comes from: an e-mail address, with a name before it if one likes."""
    value = text(name, default)
    if "@" in parseaddr(value)[1]:
        return value
    raise ImproperlyConfigured(f"{name} is “{value}”. Write it as Footcare <footcare@example.org>.")


def contact(name: str) -> str:
    """Where people can report something: a mailto: or https: address, or '' where none is set."""
    value = text(name).removeprefix("mailto:")
    if not value:
        return ""
    parts = parts_of(value, query=True)
    if parts and parts.scheme == "https" and parts.hostname and not re.search(r"\s", value):
        return value
    try:
        validate_email(value)
    except ValidationError as error:
        raise ImproperlyConfigured(
            f"{name} is “{value}”. Write an email address, or a page that begins with https://"
        ) from error
    return f"mailto:{value}"
