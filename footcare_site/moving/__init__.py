"""Moving a site into another database: all rows, compared one by one, and the old one untouched.

Each batch is written in one transaction with how far the move came, so that it can be broken off
anywhere and goes on from there.
"""

from collections.abc import Iterator

from django.core.management.color import no_style
from django.db import connection, transaction

from footcare_site.moving import begin, comparing, copying, progress, tables


def move() -> Iterator[str]:
    """From the connection `ends.SOURCE` into the default one; says in sentences what was done.

    Raises CommandError where it can't be begun, and where the two differ in the end.
    """
    begin.check_source()
    yield begin.take_target()
    moved = tables.in_order()
    for model in moved:
        yield from copying.copy(model)
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), moved):
            cursor.execute(statement)
        connection.check_constraints()
    yield "Comparing each row with where it came from"
    rows = 0
    for model in moved:
        same = comparing.compare(model)
        rows += same.rows
        if same.rows:
            yield f"{model._meta.db_table}: {same}"
    progress.finish()
    yield f"All is there: {rows:,} rows in {len(moved)} tables, each the same as here."
