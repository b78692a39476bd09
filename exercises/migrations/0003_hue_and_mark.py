"""Hue and mark are fields of the exercise, instead of its routine."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

LOOKS = {
    "flexion": ("blue", "triangle"),
    "circles": ("amber", "ring"),
    "presses": ("wine", "square"),
    "walking": ("teal", "diamond"),
}


def fill(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    exercises = apps.get_model("exercises", "Exercise").objects.using(schema_editor.connection.alias)
    for routine, (hue, mark) in LOOKS.items():
        exercises.filter(routine=routine).update(hue=hue, mark=mark)


class Migration(migrations.Migration):
    dependencies = [("exercises", "0002_dose_and_script")]

    operations = [
        migrations.AddField(
            "exercise", "hue", models.CharField("hue", max_length=20, db_default="")
        ),
        migrations.AddField(
            "exercise", "mark", models.CharField("mark", max_length=20, db_default="")
        ),
        migrations.AddField(
            "exercise",
            "optional",
            models.BooleanField(
                "in nobody's programme until they add it", default=False, db_default=False
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
