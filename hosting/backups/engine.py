"""Which way of copying and putting back suits the site's database."""

from pathlib import Path
from typing import Protocol

from django.db import connection

from hosting.backups import postgres, sqlite


class Engine(Protocol):
    ENDING: str

    def replaced_folder(self) -> Path: ...
    def save(self, target: Path) -> str: ...
    def restore(self, source: Path, kept: Path) -> list[str]: ...


def site_engine() -> Engine:
    return sqlite if connection.vendor == "sqlite" else postgres
