"""The settings that a host can make: environment variables, or lines in `.env`, each checked.

Each reader takes the variable's name and says, when a value is wrong, what is wrong with it and
how to mend it: a wrong setting stops the start with one sentence, never with a surprise later.
"""

import ipaddress
import os
import re
import secrets
from contextlib import suppress
from email.utils import parseaddr
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}
HOST_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*", re.ASCII | re.IGNORECASE)
DATABASES = {"sqlite", "postgres", "postgresql"}
SQLITE = "django.db.backends.sqlite3"
MAIL_PORTS = {"smtp": 25, "submission": 587, "smtps": 465}
NEW_KEY = "Delete it: Footcare makes a new key, and people sign in once more."

asked = {"FOOTCARE_CHROMIUM"}  # the names of all settings; the tests alone read this one


def read_file(path: Path) -> set[str]:
    """Take in the file's NAME=value lines, and give their names.

    What the environment says already stays.
    """
    names = set()
    lines = _content(path, "Save it anew in that encoding.").splitlines() if path.exists() else []
    for number, line in enumerate(map(str.strip, lines), start=1):
        if not line or line.startswith("#"):
            continue
        name, equals, value = line.partition("=")
        if not equals or not name.strip().isidentifier() or "\0" in value:
            raise ImproperlyConfigured(
                f"Line {number} of {path} can't be read. Write NAME=value, or put # before it."
            )
        os.environ.setdefault(name.strip(), _unquoted(value.strip()))
        names.add(name.strip())
    return names


def _content(path: Path, mend: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImproperlyConfigured(f"{path} isn't text in UTF-8. {mend}") from error
    except IsADirectoryError as error:
        raise ImproperlyConfigured(f"{path} is a folder and not a file. Move it away.") from error
    except OSError as error:
        raise ImproperlyConfigured(
            f"{path} can't be read ({error.strerror}). Make yourself its owner."
        ) from error


def _unquoted(value: str) -> str:
    """Without the pair of quotes around it; a single one belongs to the value."""
    paired = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if paired else value


def text(name: str, default: str = "") -> str:
    """The variable without surrounding blanks; an empty one counts as not set."""
    asked.add(name)
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


def words(name: str, default: str = "") -> list[str]:
    """The parts of a comma-separated variable."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def host(name: str, default: str) -> str:
    """A host name or an IP address, the latter without brackets."""
    value = text(name, default).strip("[]")
    if _is_host(value):
        return value
    raise ImproperlyConfigured(
        f"{name} is “{value}”. Set it to an address of this machine, such as 127.0.0.1, or to "
        "0.0.0.0 for all of them."
    )


def hosts(name: str) -> list[str]:
    """Host names as ALLOWED_HOSTS wants them: .example.org for all below, * for any."""
    for value in words(name):
        if value != "*" and not HOST_NAME.fullmatch(value.removeprefix(".")):
            if value.startswith("[") and _is_address(value.strip("[]")):
                continue
            raise ImproperlyConfigured(
                f"{name} has “{value}” in it. Write names only, with commas between them: "
                "footcare.example.org,www.footcare.example.org"
            )
    return words(name)


def networks(name: str, default: str) -> list[str]:
    """IP addresses or networks such as 10.0.0.0/8, or * for any."""
    for value in words(name, default):
        if value != "*" and not _is_address(value):
            raise ImproperlyConfigured(
                f"{name} has “{value}” in it. Write addresses or networks with commas between "
                "them: 127.0.0.1,10.0.0.0/8"
            )
    return words(name, default)


def _is_host(value: str) -> bool:
    return _is_address(value) or bool(HOST_NAME.fullmatch(value))


def _is_address(value: str) -> bool:
    try:
        ipaddress.ip_network(value)
    except ValueError:
        return False
    return True


def site_url(name: str) -> str:
    """An address such as https://footcare.example.org without a path, or '' where none is set."""
    value = text(name).rstrip("/")
    if not value:
        return ""
    parts = _address(value)
    if parts and parts.username is not None:  # never shown: pages name the address
        raise ImproperlyConfigured(
            f"{name} has a name or a password in it. Leave out the @ and all that is before it: "
            "https://footcare.example.org"
        )
    named = parts and _is_host(parts.hostname or "")
    if parts and parts.scheme in {"http", "https"} and named and not parts.path:
        return value
    raise ImproperlyConfigured(
        f"{name} is “{value}”. Write it as people type it, with http:// or https:// and without "
        "a path: https://footcare.example.org"
    )


def _address(value: str, *, query: bool = False) -> SplitResult | None:
    """The parts of an address; None where they don't make one."""
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018 - it is only now that the port is read
    except ValueError:
        return None
    return parts if query or not (parts.query or parts.fragment) else None


def folder(name: str, default: Path) -> Path:
    """A folder that can be written to, made where it is missing; relative to the default's own."""
    path = default.parent / Path(text(name, str(default))).expanduser()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name}: {path} can't be made ({error.strerror}). Set it to a folder of your own."
        ) from error
    if os.access(path, os.R_OK | os.W_OK | os.X_OK):
        return path
    raise ImproperlyConfigured(
        f"{name}: {path} can't be written to. Change its owner, or set {name} to another folder."
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
    try:
        if not kept_in.exists():
            _keep(secrets.token_urlsafe(64), kept_in)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{kept_in} can't be made ({error.strerror}). Make yourself the owner of its folder."
        ) from error
    if value := _content(kept_in, NEW_KEY).strip():
        return value
    raise ImproperlyConfigured(f"{kept_in} is empty. {NEW_KEY}")


def _keep(key: str, kept_in: Path) -> None:
    """Put the key there whole, or leave it to another process that was quicker."""
    with NamedTemporaryFile("w", dir=kept_in.parent) as file:  # readable by its owner only
        file.write(key)
        file.flush()
        with suppress(FileExistsError):
            try:
                os.link(file.name, kept_in)
            except FileExistsError:
                raise
            except OSError:  # a file system without links, such as a memory stick's
                with open(kept_in, "x", opener=partial(os.open, mode=0o600)) as plain:
                    plain.write(key)


def database(name: str, default_file: Path) -> dict[str, object]:
    """Django's settings for the database that the address names; SQLite in the file if none."""
    settings: dict[str, object] = {"ENGINE": SQLITE, "NAME": str(default_file)}
    if value := text(name):
        parts = _address(value, query=True)
        if not parts or parts.scheme not in DATABASES or not parts.path.strip("/"):
            raise ImproperlyConfigured(
                f"{name} can't be read. Write it as postgres://name:password@host:5432/database "
                "or sqlite:////folder/file.sqlite3, or leave it out for SQLite."
            )
        settings = dict(dj_database_url.parse(value))
    if settings["ENGINE"] == SQLITE:
        # IMMEDIATE and WAL let eight writers at once take turns instead of failing.
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=134217728; "
                "PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-8000"
            ),
        }
    else:
        settings["CONN_MAX_AGE"] = 60
        settings["CONN_HEALTH_CHECKS"] = True
    return settings


def mail(name: str) -> dict[str, object]:
    """Django's EMAIL_… settings for the address; empty where no mail server is set."""
    value = text(name)
    if not value:
        return {}
    if value.rstrip("/:") == "console":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = _address(value)
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
