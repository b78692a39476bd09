"""A table's rows, in the order of their keys, batch by batch: memory holds one of them."""

from collections.abc import Iterator

from django.core.management import CommandError
from django.db import DataError, IntegrityError, transaction
from django.db.models import Model, QuerySet

from footcare_site import database
from footcare_site.moving import progress, tables
from footcare_site.moving.ends import SOURCE

BATCH = 2000  # rows
TOLD = 10 * BATCH  # after so many rows each


def copy(model: type[Model]) -> Iterator[str]:
    """What isn't there yet; says how far it is."""
    table = model._meta.db_table
    place = progress.of(table)
    total = model._base_manager.using(SOURCE).count()
    while rows := list(_after(model, place.last)[:BATCH]):
        last = tuple(field.value_to_string(rows[-1]) for field in tables.keys(model))
        try:
            with transaction.atomic():
                model._base_manager.bulk_create(rows)
                place = place.move_on(len(rows), last)
        except (DataError, IntegrityError, ValueError) as error:
            raise CommandError(
                f"{table}: the other database refuses what is here: {database.first_line(error)}. "
                f"It is in one of the {len(rows)} rows after {', '.join(place.last) or 'the first'}"
                "."
            ) from error
        if place.rows % TOLD == 0 and place.rows < total:
            yield f"{table}: {place.rows:,} of {total:,} rows"
    if place.rows:
        yield f"{table}: {place.rows:,} rows"


def _after(model: type[Model], last: tuple[str, ...]) -> "QuerySet[Model]":
    rows = model._base_manager.using(SOURCE).order_by("pk")
    if not last:
        return rows
    key = tuple(field.to_python(part) for field, part in zip(tables.keys(model), last, strict=True))
    return rows.filter(pk__gt=key if len(key) > 1 else key[0])
