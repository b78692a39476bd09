"""The settings that a host can make, read from environment variables and checked.

Each reader takes the variable's name and says, when a value is wrong, what is wrong with it and
how to mend it: a wrong setting stops the start with one sentence, never with a surprise later.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
import dj_email_url
from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}


def text(name: str, default: str = "") -> str:
    """The variable without surrounding blanks; an empty one counts as not set."""
    return os.environ.get(name, "").strip() or default


def switch(name: str, *, default: bool = False) -> bool:
    value = text(name).lower()
    if not value:
        return default
    if value in TRUE | FALSE:
        return value in TRUE
    raise ImproperlyConfigured(f"{name} is “{value}”. Set it to 1 for on or 0 for off.")


def whole_number(name: str, *, default: int, least: int, most: int) -> int:
    value = text(name)
    if not value:
        return default
    if value.isascii() and value.isdigit() and least <= int(value) <= most:
        return int(value)
    raise ImproperlyConfigured(
        f"{name} is “{value}”. Set it to a whole number from {least} to {most}."
    )


def words(name: str) -> list[str]:
    """The parts of a comma-separated variable."""
    return [part.strip() for part in text(name).split(",") if part.strip()]


def site_url(name: str) -> str:
    """An address such as https://footcare.example.org without a path, or '' where none is set."""
    value = text(name).rstrip("/")
    if not value:
        return ""
    parts = urlsplit(value)
    if parts.scheme in {"http", "https"} and parts.hostname and not parts.path and not parts.query:
        return value
    raise ImproperlyConfigured(
        f"{name} is “{value}”. Write it as people type it, with http:// or https:// and without "
        "a path: https://footcare.example.org"
    )


def secret_key(name: str, kept_in: Path) -> str:
    """The variable's value, or the key kept in the file, which is made at the first start.

    The file is readable by its owner only, and keeps people signed in across restarts.
    """
    if value := text(name):
        if len(value) < 50:
            raise ImproperlyConfigured(
                f"{name} has {len(value)} characters. Give it at least 50 random ones, or leave "
                "it out: Footcare then makes a key and keeps it."
            )
        return value
    kept_in.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(kept_in, "x", opener=_only_for_the_owner) as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    if value := kept_in.read_text().strip():
        return value
    raise ImproperlyConfigured(
        f"{kept_in} is empty. Delete it: Footcare makes a new key, and people sign in once more."
    )


def _only_for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def database(name: str, default_file: Path) -> dict[str, object]:
    """Django's settings for the database that the address names; SQLite in the file if none."""
    value = text(name)
    try:
        settings = dj_database_url.parse(value or f"sqlite:///{default_file}")
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(
            f"{name} can't be read. Write it as postgres://name:password@host:5432/database or "
            "sqlite:////folder/file.sqlite3, or leave it out for SQLite."
        ) from error
    if "sqlite" in str(settings["ENGINE"]):
        # IMMEDIATE and WAL let eight writers at once take turns instead of failing.
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728; "
                "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-8000"
            ),
        }
    else:
        settings["CONN_MAX_AGE"] = 60
        settings["CONN_HEALTH_CHECKS"] = True
    return dict(settings)


def mail(name: str) -> dict[str, object]:
    """Django's EMAIL_… settings for the address; empty where no mail server is set."""
    value = text(name)
    if not value:
        return {}
    scheme = urlsplit(value).scheme
    if scheme not in {"smtp", "smtps", "submission", "console"}:
        raise ImproperlyConfigured(
            f"{name} starts with “{scheme}”. Write it as submission://name:password@host:587 or "
            "smtps://name:password@host:465, or leave it out to run without mail."
        )
    parsed = dj_email_url.parse(value)
    if scheme != "console" and not parsed["EMAIL_HOST"]:
        raise ImproperlyConfigured(
            f"{name} names no mail server. Write it as submission://name:password@host:587."
        )
    return {key: parsed[key] for key in parsed if key.startswith("EMAIL_")}
