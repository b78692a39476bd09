"""No page or act reads a personal table from end to end, however many people there are."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import Model

from accounts.models import BrowserSession, User
from benchmarks.inside import every, queries, undone
from benchmarks.people import fill
from logbook.models import Session
from tests.make import make_user

SCANS = {
    # SQLite names the alias where there is one; a whole index is as long as its table.
    "sqlite": re.compile(r"^SCAN (?P<table>\w+)"),
    "postgresql": re.compile(r"(?:Parallel )?Seq Scan on (?P<table>\w+)"),
}
SESSIONS = Session._meta.db_table


def personal_tables() -> set[str]:
    """Those that grow with people: theirs, and what refers to them."""
    models: set[type[Model]] = {
        model
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.related_model is User and not field.auto_created
    }
    return {model._meta.db_table for model in models | {User, BrowserSession}}


def read_from_end_to_end(sql: str, values: Any, tables: set[str]) -> Iterator[str]:
    """Which of these tables, though an index could serve. Nothing is done."""
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    names = {alias: table for table, alias in re.findall(r'(?:FROM|JOIN) "(\w+)" ([UT]\d+)', sql)}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # which reads a small table whole, rightly
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"{explain} {sql}", values)
        for *_, line in cursor.fetchall():
            if found := SCANS[connection.vendor].search(line):
                table = names.get(found["table"], found["table"])
                if table in tables:
                    yield table


@pytest.mark.usefixtures("transactional_db")
def test_no_page_or_act_reads_a_personal_table_from_end_to_end() -> None:
    filled = fill(others=0, a_day=0, some=0, writers=0, years=1)
    tables = personal_tables()

    with undone():
        found = {
            (name, table)
            for name, send in every(filled["sessions"]["year"], filled["day"]).items()
            for query in queries(send)[1]
            for table in read_from_end_to_end(*query, tables)
        }

    assert found == set()


def test_personal_tables_are_those_that_grow_with_people() -> None:
    assert personal_tables() >= {
        "accounts_user",
        "accounts_accountevent",
        "accounts_browsersession",
        "logbook_daynote",
        "logbook_painentry",
        "logbook_pause",
        "logbook_session",
        "logbook_target",
    }
    assert not any(table.startswith("exercises_") for table in personal_tables())


@pytest.mark.django_db
def test_a_person_s_own_days_are_found_by_the_index() -> None:
    rows = Session.objects.of(make_user()).filter(day="2026-11-19")

    assert [*read_from_end_to_end(*rows.query.sql_with_params(), {SESSIONS})] == []


@pytest.mark.django_db
def test_everybody_s_sessions_with_a_note_are_read_from_end_to_end() -> None:
    rows = Session.objects.filter(note="sore")

    assert SESSIONS in read_from_end_to_end(*rows.query.sql_with_params(), {SESSIONS})
