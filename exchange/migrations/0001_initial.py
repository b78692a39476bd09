"""The table of the file to import, which the logbook made: its rows stay as they are."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_preferences"),
        ("logbook", "0009_file_to_exchange"),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="ImportedFile",
                    fields=[
                        (
                            "user",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="+",
                                serialize=False,
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("packed", models.BinaryField(verbose_name="file")),
                        ("undo", models.BinaryField(verbose_name="what it did")),
                        ("kept_at", models.DateTimeField(db_index=True, verbose_name="kept")),
                    ],
                    options={
                        "verbose_name": "file to take in",
                        "verbose_name_plural": "files to take in",
                        "db_table": "logbook_broughtfile",
                    },
                ),
            ],
        ),
    ]
