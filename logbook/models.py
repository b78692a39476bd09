"""The logbook's tables: targets from a day on, and sessions on a day."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from exercises.models import Exercise

MOST_A_DAY = 10


class Target(models.Model):
    """How many sessions of an exercise a person means to do per day, from a day on."""

    pk = models.CompositePrimaryKey("user_id", "exercise_id", "from_day")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="targets", db_index=False
    )
    exercise = models.ForeignKey(Exercise, models.PROTECT, related_name="+", db_index=False)
    from_day = models.DateField(_("from"))
    per_day = models.PositiveSmallIntegerField(_("sessions a day"))

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(per_day__lte=MOST_A_DAY), name="target_at_most_ten_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.per_day} from {self.from_day}"


class SessionSource(models.TextChoices):
    """How a session came into the logbook; shown without judgement."""

    GUIDED = "guided", _("guided")
    TICK = "tick", _("ticked")
    BACKFILL = "backfill", _("filled in")
    OFFLINE = "offline", _("sent later")
    IMPORT = "import", _("imported")


class SessionQuerySet(models.QuerySet["Session"]):
    def of(self, user: User) -> Self:
        """The person's sessions, without those that were taken back."""
        return self.filter(user=user, undone_at=None)


class Session(models.Model):
    """One completed performance of one exercise by one person, on one of their days.

    The key is made by whoever sends it and names the session for good: sent twice it is still one
    row, and one that was undone stays as its own grave, so that a late copy can't revive it. An
    undo that arrives before its session leaves a row without exercise and day.
    """

    pk = models.CompositePrimaryKey("user_id", "key")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="sessions", db_index=False
    )
    key = models.UUIDField(_("key"), db_index=True)
    exercise = models.ForeignKey(
        Exercise, models.PROTECT, related_name="+", null=True, db_index=False
    )
    day = models.DateField(_("day"), null=True)
    moment = models.DateTimeField(_("moment"), null=True)
    source = models.CharField(
        _("how it came"), max_length=8, choices=SessionSource, default=SessionSource.TICK
    )
    seconds = models.PositiveIntegerField(_("seconds spent"), null=True)
    recorded_at = models.DateTimeField(_("recorded"))
    undone_at = models.DateTimeField(_("taken back"), null=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        indexes = [
            models.Index(
                fields=["user", "day", "exercise"],
                condition=models.Q(undone_at=None),
                name="session_by_day",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(undone_at__isnull=False)
                | models.Q(exercise__isnull=False, day__isnull=False),
                name="session_has_exercise_and_day",
            ),
            models.CheckConstraint(
                condition=models.Q(source__in=SessionSource.values), name="session_source_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)
