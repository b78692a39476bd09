"""Plans of queries, and whether one reads a personal table from end to end."""

import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import Model

from accounts.models import User

LARGE = 1000  # rows
SCANS = {
    # SQLite names the alias where there is one; a whole index is as long as its table.
    "sqlite": re.compile(r"^SCAN (?P<table>\w+)"),
    "postgresql": re.compile(r"(?:Parallel )?Seq Scan on (?P<table>\w+)"),
}


def personal_tables() -> set[str]:
    """Those that grow with people: theirs, and what refers to them."""
    models: set[type[Model]] = {
        model
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.related_model is User and not field.auto_created
    }
    return {model._meta.db_table for model in models | {User, Session}}


def is_large(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT {LARGE + 1}) AS first")
        return bool(cursor.fetchone()[0] > LARGE)


def plan(sql: str, values: Any) -> list[str]:
    """The steps that the engine would take; nothing is done."""
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {sql}", values)
        return [str(row[-1]) for row in cursor.fetchall()]


def read_from_end_to_end(sql: str, values: Any, tables: set[str]) -> Iterator[tuple[str, str]]:
    """Which of these tables, and the line of the plan that says so."""
    aliases = dict(re.findall(r'(?:FROM|JOIN) "(\w+)" (U\d+|T\d+)', sql))
    names = {alias: table for table, alias in aliases.items()}
    for line in plan(sql, values):
        if found := SCANS[connection.vendor].search(line):
            table = names.get(found["table"], found["table"])
            if table in tables:
                yield table, line.strip()
