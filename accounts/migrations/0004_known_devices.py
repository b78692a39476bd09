# Everybody signs in once more: a session from before is in no list of devices, and couldn't be
# ended from another one. There is no way back to them, nor is one needed.

from django.db import migrations


def end_sessions(apps, schema_editor) -> None:  # type: ignore[no-untyped-def]
    apps.get_model('sessions', 'Session').objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0003_passkey_offer'),
        ('sessions', '0001_initial'),
    ]

    operations = [migrations.RunPython(end_sessions, migrations.RunPython.noop)]
