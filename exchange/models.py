"""The file that a person imports, kept until it is imported, and then what it did."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User

KEPT = timedelta(days=1)


class ImportedFileQuerySet(models.QuerySet["ImportedFile"]):
    def of(self, user: User, now: datetime) -> "ImportedFile | None":
        return self.filter(user=user, kept_at__gt=now - KEPT).first()

    def keep(self, user: User, packed: bytes, now: datetime) -> None:
        """Keep a file to look at, instead of the last. An undo stays, and ends when it would."""
        self.forget_old(now)
        self.filter(user=user, undo=b"").delete()
        self.update_or_create(
            user=user,
            defaults={"packed": packed},
            create_defaults={"packed": packed, "kept_at": now},
        )

    def keep_undo(self, user: User, undo: bytes, now: datetime) -> None:
        """Keep what the file did, instead of the file."""
        kept = {"packed": b"", "undo": undo, "kept_at": now}
        self.update_or_create(user=user, defaults=kept)

    def forget_undo(self, user: User) -> None:
        """A file that was kept to look at stays."""
        self.filter(user=user, packed=b"").delete()
        self.filter(user=user).update(undo=b"")

    def forget_old(self, now: datetime) -> None:
        """Delete everybody's that were kept for a day."""
        self.filter(kept_at__lte=now - KEPT).delete()


class ImportedFile(models.Model):
    """One for each person: `packed` has the file that they look at, `undo` what the last did."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    packed = models.BinaryField(_("file"))
    undo = models.BinaryField(_("what it did"))
    kept_at = models.DateTimeField(_("kept"), db_index=True)

    objects = ImportedFileQuerySet.as_manager()

    class Meta:
        db_table = "logbook_broughtfile"  # as it was made, for the version before
        verbose_name = _("file to take in")
        verbose_name_plural = _("files to take in")

    def __str__(self) -> str:
        return f"{self.kept_at:%Y-%m-%d %H:%M}"
