from django.db import migrations


class Migration(migrations.Migration):
    """The columns stay in the database, where the version before writes them, for one release."""

    dependencies = [
        ('accounts', '0007_defaults_in_the_database'),
        ('logbook', '0013_preferences'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveField('user', 'first_day'),
                migrations.RemoveField('user', 'hurts'),
                migrations.RemoveField('user', 'shows_rounds'),
                migrations.RemoveField('user', 'shows_streak'),
                migrations.RemoveField('user', 'asks_during'),
                migrations.RemoveField('user', 'morning'),
                migrations.RemoveField('user', 'morning_cue'),
                migrations.RemoveField('user', 'morning_around'),
                migrations.RemoveField('user', 'midday'),
                migrations.RemoveField('user', 'midday_cue'),
                migrations.RemoveField('user', 'midday_around'),
                migrations.RemoveField('user', 'evening'),
                migrations.RemoveField('user', 'evening_cue'),
                migrations.RemoveField('user', 'evening_around'),
            ],
        ),
    ]
