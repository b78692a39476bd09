"""The file to import belongs to the app `exchange` now; its table stays as it is."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("logbook", "0008_brought_file")]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.DeleteModel(name="BroughtFile")],
        ),
    ]
