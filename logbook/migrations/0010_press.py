import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('logbook', '0009_file_to_exchange'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Press',
            fields=[
                ('key', models.UUIDField(primary_key=True, serialize=False, verbose_name='key')),
                ('recorded_at', models.DateTimeField(verbose_name='recorded')),
                ('undone_at', models.DateTimeField(null=True, verbose_name='taken back')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presses', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'press',
                'verbose_name_plural': 'presses',
            },
        ),
        migrations.AddField(
            model_name='session',
            name='press',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='logbook.press'),
        ),
        migrations.AddField(
            model_name='session',
            name='removed_by',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='logbook.press'),
        ),
        migrations.AddIndex(
            model_name='session',
            index=models.Index(condition=models.Q(('press__isnull', False)), fields=['press'], name='session_by_press'),
        ),
        migrations.AddIndex(
            model_name='session',
            index=models.Index(condition=models.Q(('removed_by__isnull', False)), fields=['removed_by'], name='session_by_removal'),
        ),
    ]
