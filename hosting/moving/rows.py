"""The rows that move: table by table, copied in batches, and compared at both ends."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from graphlib import TopologicalSorter
from hashlib import sha256

from django.apps import apps
from django.core.management import CommandError
from django.db import DataError, IntegrityError, transaction
from django.db.models import Field, ForeignKey, Model, QuerySet

from hosting import database_errors
from hosting.moving import progress

SOURCE = "source"  # the connection to the database that is moved
BATCH = 2000  # rows that are in memory at once
REPORT_EVERY = 10 * BATCH  # rows
WIDTH = 1 << 256
MADE = {"contenttypes", "auth", "exercises"}
"""The apps whose rows a database may have before anybody used it: `prepare` makes them."""


def in_order() -> list[type[Model]]:
    """All tables of the site's apps. What is in none, counted tries, begins anew."""
    sorter = TopologicalSorter[type[Model]]()
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            foreign = (field for field in columns(model) if isinstance(field, ForeignKey))
            referred = {field.related_model for field in foreign}
            sorter.add(model, *sorted(referred - {model}, key=str))
    return list(sorter.static_order())


def columns(model: type[Model]) -> list["Field[object, object]"]:
    return list(model._meta.concrete_fields)


def keys(model: type[Model]) -> list["Field[object, object]"]:
    """The columns of its primary key."""
    return list(model._meta.pk_fields)


def copy(model: type[Model]) -> Iterator[str]:
    """Copy the rows that aren't there yet; yields how far it is."""
    table = model._meta.db_table
    place = progress.of_table(table)
    total = model._base_manager.using(SOURCE).count()
    while rows := list(_after(model, place.last)[:BATCH]):
        last = tuple(field.value_to_string(rows[-1]) for field in keys(model))
        try:
            with transaction.atomic():
                model._base_manager.bulk_create(rows)
                place = place.move_on(len(rows), last)
        except (DataError, IntegrityError, ValueError) as error:
            why, before = database_errors.first_line(error), ", ".join(place.last) or "the first"
            raise CommandError(
                f"{table}: the other database refuses what is here: {why}. It is in one of the "
                f"{len(rows)} rows after {before}."
            ) from error
        if place.rows % REPORT_EVERY == 0 and place.rows < total:
            yield f"{table}: {place.rows:,} of {total:,} rows"
    if place.rows:
        yield f"{table}: {place.rows:,} rows"


def _after(model: type[Model], last: tuple[str, ...]) -> "QuerySet[Model]":
    rows = model._base_manager.using(SOURCE).order_by("pk")
    if not last:
        return rows
    key = tuple(field.to_python(part) for field, part in zip(keys(model), last, strict=True))
    return rows.filter(pk__gt=key if len(key) > 1 else key[0])


@dataclass(frozen=True, slots=True)
class Checksum:
    """Over a table's rows in any order, since databases sort words differently."""

    rows: int
    total: int

    def __str__(self) -> str:
        return f"{self.rows:,} rows, checksum {self.total:064x}"[:-48]


def compare(model: type[Model]) -> Checksum:
    """What both ends have; refuses where they differ."""
    here, there = checksum(model, SOURCE), checksum(model, "default")
    if here == there:
        return here
    raise CommandError(
        f"{model._meta.db_table} differs: {here} here, and {there} there. Something was written "
        "since the move was begun. Stop Footcare, empty the other database, and move once more. "
        "What is here is whole."
    )


def checksum(model: type[Model], alias: str) -> Checksum:
    names = [field.attname for field in columns(model)]
    rows = model._base_manager.using(alias).order_by().values_list(*names)
    count = total = 0
    with transaction.atomic(using=alias):
        for row in rows.iterator(BATCH):
            count += 1
            text = repr([_comparable(value) for value in row])
            total += int.from_bytes(sha256(text.encode()).digest())
    return Checksum(count, total % WIDTH)


def _comparable(value: object) -> object:
    """The same for the same value, whichever database it comes from."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, memoryview):
        return bytes(value)
    if isinstance(value, (dict, list)):
        return json.dumps(value, sort_keys=True)
    return value
