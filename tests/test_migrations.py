"""Migrations are safe beside the version before, which still serves while they are applied.

That version reads and writes the columns that it knows. So nothing it knows may go or get another
name, and a new column must take a row that doesn't name it.
"""

from collections.abc import Iterator

import pytest
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import SeparateDatabaseAndState
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

OURS = ("accounts", "exercises", "logbook", "exchange", "outbox")
FIRST_RELEASE = {"accounts": 5, "exercises": 2, "logbook": 8, "exchange": 0, "outbox": 0}
"""The last migration of each app before the first release: nobody was served beside those."""
REVIEWED: dict[tuple[str, str], str] = {
    ("accounts", "0006_browser_session"): "copies rows into a table that it makes",
    ("exercises", "0003_hue_and_mark"): "fills columns that the version before doesn't know",
    ("exercises", "0004_without_routine"): "`routine` stays in the database, with a default",
    ("logbook", "0011_fill_presses"): "fills columns that the version before doesn't know",
    ("logbook", "0013_preferences"): "fills a table that the version before doesn't know",
}
"""Those that do something else and are safe all the same, each with its reason."""
HARMLESS = (
    migrations.AddIndex,
    migrations.AlterModelManagers,
    migrations.AlterModelOptions,
    migrations.CreateModel,
    migrations.RemoveConstraint,
    migrations.RemoveIndex,
)


def takes_rows_of_the_version_before(field: models.Field) -> bool:  # type: ignore[type-arg]
    return field.null or field.has_db_default() or bool(field.many_to_many)


def stays_as_wide(before: models.Field, after: models.Field) -> bool:  # type: ignore[type-arg]
    """Whether the column takes all that it took: the same, or longer, or empty too."""
    lengths = [field.max_length or 0 for field in (before, after)]
    same = before.db_type(connection) == after.db_type(connection) or (
        type(before) is type(after) and 0 < lengths[0] <= lengths[1]
    )
    unchanged = (before.column, before.unique) == (after.column, after.unique)
    return same and unchanged and (after.null or not before.null)


def is_safe(operation: Operation, app: str, state: ProjectState) -> bool:
    """Beside the version whose models are in that state."""
    if isinstance(operation, migrations.AddField):
        return takes_rows_of_the_version_before(operation.field)
    if isinstance(operation, migrations.AlterField):
        model = state.apps.get_model(app, operation.model_name)
        before, after = model._meta.get_field(operation.name), operation.field.clone()
        after.set_attributes_from_name(operation.name)
        return stays_as_wide(before, after)  # type: ignore[arg-type]
    if isinstance(operation, SeparateDatabaseAndState):
        return all(is_safe(each, app, state) for each in operation.database_operations)
    return isinstance(operation, HARMLESS)


def unsafe(app: str, name: str, migration: migrations.Migration) -> Iterator[str]:
    state = MigrationLoader(None).project_state((app, name), at_end=False)
    for operation in migration.operations:
        if not is_safe(operation, app, state):
            yield f"{app} {name}: {operation.describe()}"
        operation.state_forwards(app, state)


def since_the_first_release() -> list[tuple[str, str]]:
    return [
        (app, name)
        for app, name in sorted(MigrationLoader(None).disk_migrations)
        if app in OURS and int(name[:4]) > FIRST_RELEASE[app]
    ]


def test_every_migration_is_safe_beside_the_version_before() -> None:
    known = MigrationLoader(None).disk_migrations
    found = [
        line
        for key in since_the_first_release()
        if key not in REVIEWED
        for line in unsafe(*key, known[key])
    ]

    assert found == []
    assert set(REVIEWED) <= set(since_the_first_release())


PERSON = ("accounts", "0005_account_events")


@pytest.mark.parametrize(
    ("operation", "safe"),
    [
        (migrations.AddField("user", "shoe", models.IntegerField(null=True)), True),
        (migrations.AddField("user", "shoe", models.IntegerField(db_default=42)), True),
        (migrations.AddField("user", "shoe", models.IntegerField(default=42)), False),
        (migrations.AlterField("user", "first_day", models.DateField()), False),
        (migrations.AlterField("user", "first_day", models.DateField("from", null=True)), True),
        (migrations.AlterField("user", "day_ends_at", models.CharField(max_length=9)), False),
        (migrations.AlterField("user", "theme", models.CharField(max_length=9)), True),
        (migrations.AlterField("user", "theme", models.CharField(max_length=2)), False),
        (
            migrations.AlterField("user", "theme", models.CharField(max_length=5, unique=True)),
            False,
        ),
        (
            migrations.AlterField(
                "user", "theme", models.CharField(max_length=5, db_column="look")
            ),
            False,
        ),
        (migrations.RemoveField("user", "theme"), False),
        (migrations.RenameField("user", "theme", "look"), False),
        (migrations.DeleteModel("User"), False),
        (migrations.RenameModel("User", "Person"), False),
        (migrations.AlterModelTable("user", "people"), False),
        (
            migrations.AddConstraint(
                "user", models.UniqueConstraint(fields=["theme"], name="one_theme")
            ),
            False,
        ),
        (migrations.AddIndex("user", models.Index(fields=["theme"], name="by_theme")), True),
        (migrations.RunPython(migrations.RunPython.noop), False),
        (migrations.RunSQL("SELECT 1"), False),
        (SeparateDatabaseAndState([], [migrations.DeleteModel("User")]), True),
        (SeparateDatabaseAndState([migrations.DeleteModel("User")], []), False),
    ],
)
def test_what_is_safe_and_what_is_not(operation: Operation, safe: bool) -> None:
    state = MigrationLoader(None).project_state(PERSON)

    assert is_safe(operation, "accounts", state) is safe
