"""One value: words, on or off, a whole number."""

import os

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}

known_names = {"FOOTCARE_CHROMIUM"}  # the names of all settings; only the tests read this one


def text(name: str, default: str = "") -> str:
    """The variable without surrounding blanks; an empty one counts as not set."""
    known_names.add(name)
    return os.environ.get(name, "").strip() or default


def title(name: str, default: str, *, most: int = 60) -> str:
    """A short name in one line, without what would end one in a mail's head."""
    value = text(name, default)
    if len(value) <= most and value.isprintable() and not set('<>"\\') & set(value):
        return value
    raise ImproperlyConfigured(
        f"{name} is “{value}”. Write a name of {most} characters at most, in one line and without "
        '< > " and \\.'
    )


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
