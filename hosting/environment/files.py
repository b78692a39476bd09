"""Files and folders: `.env`, where Footcare keeps what it keeps, and its key."""

import os
import secrets
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.exceptions import ImproperlyConfigured

from hosting.environment.values import text

NEW_KEY = "Delete it: Footcare makes a new key, and people sign in once more."


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


def folder(name: str, default: Path) -> Path:
    """A folder that can be written to, made where it is missing; relative to the default's own."""
    path = place(name, default)
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


def place(name: str, default: Path) -> Path:
    """A folder that may be missing just now, such as a disk; relative to the default's own."""
    return default.parent / Path(text(name, str(default))).expanduser()


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
    """Write the key in one step. Where another process was quicker, its key stays."""
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
