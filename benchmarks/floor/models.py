"""The floor's one table, led by its person as ours are."""

from django.conf import settings
from django.db import models


class Row(models.Model):
    pk = models.CompositePrimaryKey("user_id", "key")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False
    )
    key = models.UUIDField()

    def __str__(self) -> str:
        return str(self.key)
