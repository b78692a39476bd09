"""Is a table the same at both ends? By the number of its rows, and a sum over all of them."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from django.core.management import CommandError
from django.db import transaction
from django.db.models import Model

from footcare_site.moving import tables
from footcare_site.moving.ends import SOURCE

CHUNK = 2000  # rows
WIDTH = 1 << 256


@dataclass(frozen=True, slots=True)
class Sum:
    """Of a table's rows. It doesn't depend on their order: databases sort words in other ways."""

    rows: int
    checksum: int

    def __str__(self) -> str:
        return f"{self.rows:,} rows, checksum {self.checksum:064x}"[:-48]


def compare(model: type[Model]) -> Sum:
    """What both ends have; refuses where they differ."""
    here, there = of(model, SOURCE), of(model, "default")
    if here == there:
        return here
    raise CommandError(
        f"{model._meta.db_table} differs: {here} here, and {there} there. Something was written "
        "since the move was begun. Stop Footcare, empty the other database, and move once more. "
        "What is here is whole."
    )


def of(model: type[Model], alias: str) -> Sum:
    names = [field.attname for field in tables.columns(model)]
    rows = model._base_manager.using(alias).order_by().values_list(*names)
    count = total = 0
    with transaction.atomic(using=alias):
        for row in rows.iterator(CHUNK):
            count += 1
            total += int.from_bytes(sha256(repr([_form(value) for value in row]).encode()).digest())
    return Sum(count, total % WIDTH)


def _form(value: object) -> object:
    """The same for the same value, whichever database it comes from."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, memoryview):
        return bytes(value)
    if isinstance(value, (dict, list)):
        return json.dumps(value, sort_keys=True)
    return value
