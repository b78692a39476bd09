"""A catalogue of the version before migrates, and that version still adds exercises to it."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import StateApps

from exercises.models import Exercise
from tests.make import the_four

BEFORE = ("exercises", "0002_dose_and_script")


def migrated(*targets: tuple[str, str]) -> StateApps:
    """Back to these, or to the newest of all apps."""
    executor = MigrationExecutor(connection)
    return executor.migrate(list(targets) or executor.loader.graph.leaf_nodes()).apps


@pytest.mark.usefixtures("transactional_db")
def test_each_routine_becomes_its_hue_and_mark_and_the_column_stays() -> None:
    four = Exercise.objects.filter(slug__in=[each.slug for each in the_four()])
    looks = list(four.values_list("slug", "hue", "mark"))
    try:
        before = migrated(BEFORE).get_model("exercises", "Exercise").objects
        for exercise, routine in zip(
            before.order_by("place"), ("flexion", "circles", "presses", "walking"), strict=False
        ):
            before.filter(pk=exercise.pk).update(routine=routine)
    finally:
        migrated()

    assert list(four.values_list("slug", "hue", "mark")) == looks
    before.filter(slug="toe-presses").update(routine="circles")
    Exercise.objects.create(slug="nose-raises", place=99, per_day=1, dose_facts=[])
    assert before.get(slug="toe-presses").routine == "circles"
    assert before.get(slug="nose-raises").routine == "walking"
