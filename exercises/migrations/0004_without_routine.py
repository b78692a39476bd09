"""The program reads `routine` no more; the version before does, so that new rows have one.

The column goes from the database in the next release.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("exercises", "0003_hue_and_mark")]

    operations = [
        migrations.AlterField(
            "exercise",
            "routine",
            models.CharField("routine", max_length=10, db_default="walking"),
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField("exercise", "routine")]
        ),
    ]
