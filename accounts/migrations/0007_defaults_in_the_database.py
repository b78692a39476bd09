import datetime

from django.db import migrations, models


class Migration(migrations.Migration):
    """So that a row of a person can be written without these columns."""

    dependencies = [
        ('accounts', '0006_browser_session'),
    ]

    operations = [
        migrations.AlterField(
            'user', 'hurts', models.JSONField(blank=True, db_default=models.Value([], models.JSONField()), default=list, verbose_name='what hurts')
        ),
        migrations.AlterField(
            'user', 'shows_rounds', models.BooleanField(db_default=True, default=True, verbose_name='rounds on Today')
        ),
        migrations.AlterField(
            'user', 'shows_streak', models.BooleanField(db_default=False, default=False, verbose_name='days in a row in the history')
        ),
        migrations.AlterField(
            'user', 'asks_during', models.BooleanField(db_default=False, default=False, verbose_name='ask how much a session hurt')
        ),
        migrations.AlterField(
            'user', 'morning', models.BooleanField(db_default=True, default=True, verbose_name='morning round')
        ),
        migrations.AlterField(
            'user', 'morning_cue', models.CharField(blank=True, db_default='', max_length=60, verbose_name='after what, and where')
        ),
        migrations.AlterField(
            'user', 'morning_around', models.TimeField(db_default=datetime.time(8), default=datetime.time(8), verbose_name='around')
        ),
        migrations.AlterField(
            'user', 'midday', models.BooleanField(db_default=True, default=True, verbose_name='midday round')
        ),
        migrations.AlterField(
            'user', 'midday_cue', models.CharField(blank=True, db_default='', max_length=60, verbose_name='after what, and where')
        ),
        migrations.AlterField(
            'user', 'midday_around', models.TimeField(db_default=datetime.time(13), default=datetime.time(13), verbose_name='around')
        ),
        migrations.AlterField(
            'user', 'evening', models.BooleanField(db_default=True, default=True, verbose_name='evening round')
        ),
        migrations.AlterField(
            'user', 'evening_cue', models.CharField(blank=True, db_default='', max_length=60, verbose_name='after what, and where')
        ),
        migrations.AlterField(
            'user', 'evening_around', models.TimeField(db_default=datetime.time(19), default=datetime.time(19), verbose_name='around')
        ),
    ]
