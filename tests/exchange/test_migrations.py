"""The table of the file came from the logbook: its rows stay where they are, both ways."""

import pytest
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import SeparateDatabaseAndState

from exchange.models import ImportedFile

MOVE = [("logbook", "0009_file_to_exchange"), ("exchange", "0001_initial")]


@pytest.mark.parametrize("key", MOVE)
def test_the_table_moves_without_a_statement(key: tuple[str, str]) -> None:
    (operation,) = MigrationLoader(None).disk_migrations[key].operations

    assert isinstance(operation, SeparateDatabaseAndState)
    assert operation.database_operations == []


def test_it_has_the_columns_that_it_had() -> None:
    state = MigrationLoader(None).project_state([("logbook", "0008_brought_file")])
    was = state.apps.get_model("logbook", "BroughtFile")

    assert ImportedFile._meta.db_table == was._meta.db_table
    assert [field.column for field in ImportedFile._meta.fields] == [
        field.column for field in was._meta.fields
    ]
