"""The two ends of a move: the site's database, which is only read, and the one it moves into."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError
from django.db import Error, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend

from footcare_site import database, environment

SOURCE = "source"
READING = r"-c default_transaction_read_only=on -c default_transaction_isolation=repeatable\ read"


@contextmanager
def opened(address: str) -> Iterator[None]:
    """The site's database as `SOURCE`, as it is now; the one at the address as the default one.

    So nothing that is called meanwhile, a migration for example, can write to where people are.
    """
    usual = connections["default"]
    target = _target(address, usual.settings_dict)
    source = _wrapper(_read_only(usual.settings_dict), SOURCE)
    usual.close()
    connections["default"], connections[SOURCE] = target, source
    try:
        _connect(target)
        with transaction.atomic(using=SOURCE):
            yield
    finally:
        for end in (source, target):
            end.close()
        connections["default"] = usual
        del connections[SOURCE]


def _target(address: str, here: Mapping[str, Any]) -> BaseDatabaseWrapper:
    try:
        settings = environment.database_at(address, "DATABASE_URL")
    except ImproperlyConfigured as error:
        raise CommandError(str(error)) from error
    if _place(settings) == _place(here):
        raise CommandError("Footcare is in that database already. Give the address of another one.")
    return _wrapper(settings, "default")


def _place(settings: Mapping[str, Any]) -> tuple[object, ...]:
    if settings["ENGINE"] == environment.SQLITE:
        return (environment.database_file(settings).resolve(),)
    named = (settings.get(name) for name in ("HOST", "PORT", "NAME"))
    return (*named, settings.get("OPTIONS", {}).get("host"))


def _read_only(usual: Mapping[str, Any]) -> dict[str, Any]:
    """All is read in one transaction, which sees the database as it was when that began."""
    settings = deepcopy(dict(usual))
    options = settings.get("OPTIONS", {})
    if settings["ENGINE"] == environment.SQLITE:
        file = environment.database_file(settings)
        settings["NAME"] = f"{file.absolute().as_uri()}?mode=ro"
        settings["OPTIONS"] = {"timeout": options.get("timeout", 5)}
    else:
        asked = f"{options.get('options', '')} {READING}".strip()
        settings["OPTIONS"] = options | {"options": asked}
    return settings


def _wrapper(settings: dict[str, Any], alias: str) -> BaseDatabaseWrapper:
    settings = connections.configure_settings({"default": settings})["default"]
    wrapper: BaseDatabaseWrapper = load_backend(settings["ENGINE"]).DatabaseWrapper(settings, alias)
    return wrapper


def _connect(target: BaseDatabaseWrapper) -> None:
    try:
        if target.vendor == "sqlite":
            environment.database_file(target.settings_dict).touch(mode=0o600)
        target.ensure_connection()
    except (Error, OSError) as error:
        why = database.first_line(error)
        raise CommandError(
            f"The other database can't be used: {why}. Look at the address that you gave, and "
            "whether it is running. Nothing was changed."
        ) from error
