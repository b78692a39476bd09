"""Which way of copying and putting back suits the site's database."""

from pathlib import Path
from typing import Protocol

from django.db import connection

from footcare_site.backups import postgres, sqlite


class Engine(Protocol):
    ENDING: str

    def kept_in(self) -> Path: ...
    def save(self, target: Path) -> str: ...
    def put_back(self, source: Path, kept: Path) -> list[str]: ...


def of_site() -> Engine:
    return sqlite if connection.vendor == "sqlite" else postgres
