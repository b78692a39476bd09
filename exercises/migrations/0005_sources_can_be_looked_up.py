"""A source has a publisher, a date or “no date”, and an address; only the forms check it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("exercises", "0004_without_routine")]

    operations = [
        migrations.AlterField(
            "source",
            "address",
            models.URLField("address", error_messages={"blank": "Write its address."}),
        ),
        migrations.AlterField(
            "source",
            "dated",
            models.CharField(
                "dated",
                max_length=40,
                error_messages={"blank": "Write its date, or “no date”."},
            ),
        ),
        migrations.AlterField(
            "source",
            "publisher",
            models.CharField(
                "author or publisher",
                max_length=120,
                error_messages={"blank": "Say who published it."},
            ),
        ),
    ]
