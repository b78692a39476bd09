"""How far a move came, in a table of its own in the database that it moves into."""

import json
from dataclasses import dataclass, replace
from typing import Self

from django.core.management import CommandError
from django.db import connection, transaction

TABLE = "footcare_move"
WHOLE = ""  # the row about the move itself
UNFINISHED = (
    "a move into it wasn't finished. Set DATABASE_URL back to the database before, and give the "
    "same manage.py move_to once more."
)


@dataclass(frozen=True, slots=True)
class Place:
    """How many rows of a table are copied, and the key of the last one."""

    table: str
    rows: int = 0
    last: tuple[str, ...] = ()

    def move_on(self, rows: int, last: tuple[str, ...]) -> Self:
        """Write down that so many more are there; refuses where somebody else did meanwhile."""
        new = replace(self, rows=self.rows + rows, last=last)
        changed = _do(
            f"UPDATE {TABLE} SET done = %s, reached = %s WHERE place = %s AND done = %s",  # noqa: S608 - our own names
            [new.rows, json.dumps(last), self.table, self.rows],
        )
        if changed != 1:
            raise CommandError("Another move_to writes into that database. Wait for it.")
        return new


def is_begun() -> bool:
    return TABLE in connection.introspection.table_names()


def start(mark: str) -> None:
    """Write down that this move has begun."""
    with transaction.atomic():
        _do(
            f"CREATE TABLE {TABLE} (place varchar(100) PRIMARY KEY, done bigint NOT NULL, "
            "reached text NOT NULL)"
        )
        _do(f"INSERT INTO {TABLE} VALUES (%s, 0, %s)", [WHOLE, json.dumps([mark])])  # noqa: S608


def of_move() -> Place:
    """The row of the move itself: its mark, and 1 once the tables are ready."""
    return of_table(WHOLE)


def of_table(table: str) -> Place:
    """How far that table is."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT done, reached FROM {TABLE} WHERE place = %s", [table])  # noqa: S608
        if row := cursor.fetchone():
            return Place(table, row[0], tuple(json.loads(row[1])))
    _do(f"INSERT INTO {TABLE} VALUES (%s, 0, '[]')", [table])  # noqa: S608
    return Place(table)


def finish() -> None:
    _do(f"DROP TABLE {TABLE}")


def _do(statement: str, values: list[str | int] | None = None) -> int:
    """How many rows it changed."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)
