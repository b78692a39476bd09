"""The acts that outboxes sent and that are done, by which a late copy is known."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User

KEPT_FOR = timedelta(days=60)
LONGEST_KEY = 64


class Act(models.Model):
    """An act that was done, under the key that the browser made for it, and where it led."""

    pk = models.CompositePrimaryKey("user_id", "key")
    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    key = models.CharField(_("key"), max_length=LONGEST_KEY)
    to = models.TextField(_("where it led"))
    done_at = models.DateTimeField(_("done"), db_index=True)

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")

    def __str__(self) -> str:
        return self.key
