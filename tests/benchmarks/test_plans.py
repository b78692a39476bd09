"""Plans: a personal table that is read from end to end is found, one read by an index isn't."""

import pytest
from django.db import connection

from benchmarks.plans import is_large, personal_tables, read_from_end_to_end
from logbook.models import Session
from tests.make import make_user

pytestmark = pytest.mark.django_db
SESSIONS = Session._meta.db_table


def test_personal_tables_are_those_that_grow_with_people() -> None:
    assert personal_tables() >= {
        "accounts_user",
        "accounts_accountevent",
        "django_session",
        "logbook_broughtfile",
        "logbook_daynote",
        "logbook_painentry",
        "logbook_pause",
        "logbook_session",
        "logbook_target",
    }
    assert not any(table.startswith("exercises_") for table in personal_tables())


def test_a_person_s_own_days_are_found_by_the_index() -> None:
    rows = Session.objects.of(make_user()).filter(day="2026-11-19")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # which reads an empty table whole, rightly
            cursor.execute("SET LOCAL enable_seqscan = off")

    assert [*read_from_end_to_end(*rows.query.sql_with_params(), {SESSIONS})] == []


def test_everybody_s_sessions_with_a_note_are_read_from_end_to_end() -> None:
    rows = Session.objects.filter(note="sore")

    found = [*read_from_end_to_end(*rows.query.sql_with_params(), {SESSIONS})]

    assert [table for table, _line in found] == [SESSIONS]
    assert [*read_from_end_to_end(*rows.query.sql_with_params(), {"accounts_user"})] == []


def test_a_table_of_a_few_rows_is_not_large() -> None:
    make_user()

    assert not is_large("accounts_user")
