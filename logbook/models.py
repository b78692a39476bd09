"""The logbook's tables: targets, sessions, pauses, pain and notes, each on a person's days."""

from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts import models as people
from accounts.models import User
from exercises.models import Exercise

MOST_A_DAY = 10
LONGEST_LINE = 200  # characters of a session's note
LONGEST_NOTE = 500  # characters of a day's note
MOST_PAIN = 10


class Target(models.Model):
    """How many sessions of an exercise a person means to do per day, from a day on.

    What is empty is as the catalogue has it: how much one session is, and the place in a round.
    """

    pk = models.CompositePrimaryKey("user_id", "exercise_id", "from_day")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="targets", db_index=False
    )
    exercise = models.ForeignKey(Exercise, models.PROTECT, related_name="+", db_index=False)
    from_day = models.DateField(_("from"))
    per_day = models.PositiveSmallIntegerField(_("sessions a day"))
    repetitions = models.PositiveSmallIntegerField(_("repetitions"), null=True)
    hold_seconds = models.PositiveSmallIntegerField(_("holding, seconds"), null=True)
    bouts = models.PositiveSmallIntegerField(_("bouts"), null=True)
    rest_seconds = models.PositiveSmallIntegerField(_("rest, seconds"), null=True)
    place = models.PositiveSmallIntegerField(_("place in a round"), null=True)

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


class Part(models.TextChoices):
    """The part of the day in which a round falls, under the round's name."""

    MORNING = "morning", _("Morning round")
    MIDDAY = "midday", _("Midday round")
    EVENING = "evening", _("Evening round")


class During(models.TextChoices):
    """How much it hurt during a session, on the scale from 0 to 10."""

    LOW = "low", _("0 to 3")
    MIDDLE = "middle", _("4 or 5")
    HIGH = "high", _("6 to 10")


class SessionQuerySet(models.QuerySet["Session"]):
    def of(self, user: User) -> Self:
        """The person's sessions, without those that were taken back."""
        return self.filter(user=user, undone_at=None)


# With the same words for its rows: a pause is taken back and put back as a session is.
class PauseQuerySet(models.QuerySet["Pause"]):
    def of(self, user: User) -> Self:
        """The person's pauses, without those that were taken back."""
        return self.filter(user=user, undone_at=None)


class Session(models.Model):
    """One completed performance of one exercise by one person, on one of their days.

    The key is made by whoever sends it and names the session for good: sent twice it is still one
    row, and one that was undone stays as its own grave, so that a late copy can't revive it. An
    undo that arrives before its session leaves a row without exercise and day. Sessions that came
    with one press share a batch, and so do those that one press took back.
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
    round = models.CharField(_("round"), max_length=7, choices=Part, blank=True)
    note = models.CharField(_("note"), max_length=LONGEST_LINE, blank=True)
    during = models.CharField(_("pain during it"), max_length=6, choices=During, blank=True)
    batch = models.UUIDField(_("recorded together"), null=True)
    recorded_at = models.DateTimeField(_("recorded"))
    undone_at = models.DateTimeField(_("taken back"), null=True)
    undone_by = models.UUIDField(_("taken back together"), null=True)

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
            models.Index(
                fields=["user", "batch"],
                condition=models.Q(batch__isnull=False),
                name="session_by_batch",
            ),
            models.Index(
                fields=["user", "undone_by"],
                condition=models.Q(undone_by__isnull=False),
                name="session_by_undoing",
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
            models.CheckConstraint(
                condition=models.Q(round__in=["", *Part.values]), name="session_round_known"
            ),
            models.CheckConstraint(
                condition=models.Q(during__in=["", *During.values]), name="session_during_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)


class Reason(models.TextChoices):
    FLARE = "flare", _("Flare")
    ILL = "ill", _("Ill")
    AWAY = "away", _("Away")
    REST = "rest", _("Rest")


class Pause(models.Model):
    """A run of a person's days that don't count, as they said it; without a last day it goes on.

    Pauses may overlap and adjoin: `logbook.pauses` says what that means for a day.
    """

    pk = models.CompositePrimaryKey("user_id", "key")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="pauses", db_index=False
    )
    key = models.UUIDField(_("key"), db_index=True)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"), null=True)
    ended_day = models.DateField(_("ended early, from this day on"), null=True)
    reason = models.CharField(_("reason"), max_length=5, choices=Reason)
    recorded_at = models.DateTimeField(_("recorded"))
    undone_at = models.DateTimeField(_("taken back"), null=True)

    objects = PauseQuerySet.as_manager()

    class Meta:
        verbose_name = _("pause")
        verbose_name_plural = _("pauses")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day=None) | models.Q(last_day__gte=models.F("first_day")),
                name="pause_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=models.Q(reason__in=Reason.values), name="pause_reason_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def last(self) -> date | None:
        """The last day that is paused, which is before the first where it was ended at once."""
        ended = self.ended_day and self.ended_day - timedelta(days=1)
        return min(filter(None, (self.last_day, ended)), default=None)


Site = people.Site


class Side(models.TextChoices):
    LEFT = "left", _("Left")
    RIGHT = "right", _("Right")
    BOTH = "both", _("Both")


class PainEntry(models.Model):
    """Average pain over 24 hours at one site, noted on one day; without a value it was skipped."""

    pk = models.CompositePrimaryKey("user_id", "day", "site")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="pain", db_index=False
    )
    day = models.DateField(_("day"))
    site = models.CharField(_("where"), max_length=4, choices=Site)
    side = models.CharField(_("side"), max_length=5, choices=Side, blank=True)
    value = models.PositiveSmallIntegerField(_("pain, 0 to 10"), null=True)
    recorded_at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("pain entry")
        verbose_name_plural = _("pain entries")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value=None) | models.Q(value__lte=MOST_PAIN),
                name="pain_at_most_ten",
            ),
            models.CheckConstraint(
                condition=models.Q(site__in=Site.values), name="pain_site_known"
            ),
            models.CheckConstraint(
                condition=models.Q(side="")
                | models.Q(side__in=Side.values) & ~models.Q(site=Site.BACK),
                name="pain_side_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site} on {self.day}"


class DayNote(models.Model):
    """What a person wants to remember of one of their days."""

    pk = models.CompositePrimaryKey("user_id", "day")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notes", db_index=False
    )
    day = models.DateField(_("day"))
    text = models.CharField(_("note"), max_length=LONGEST_NOTE)
    recorded_at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("note on a day")
        verbose_name_plural = _("notes on days")

    def __str__(self) -> str:
        return str(self.day)


class BroughtFile(models.Model):
    """The file that a person takes in, packed: their latest only, and not for long.

    First it waits in `packed` to be looked at. Taken in, it is gone, and `undo` has what it did.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    packed = models.BinaryField(_("file"))
    undo = models.BinaryField(_("what it did"))
    kept_at = models.DateTimeField(_("kept"), db_index=True)

    class Meta:
        verbose_name = _("file to take in")
        verbose_name_plural = _("files to take in")

    def __str__(self) -> str:
        return f"{self.kept_at:%Y-%m-%d %H:%M}"
