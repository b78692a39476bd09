from django.db import migrations


class Migration(migrations.Migration):
    """The columns stay in the database, where the version before writes them, for one release."""

    dependencies = [
        ('logbook', '0011_fill_presses'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='session',
            name='session_by_batch',
        ),
        migrations.RemoveIndex(
            model_name='session',
            name='session_by_undoing',
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveField(
                    model_name='session',
                    name='batch',
                ),
                migrations.RemoveField(
                    model_name='session',
                    name='undone_by',
                ),
            ],
        ),
    ]
