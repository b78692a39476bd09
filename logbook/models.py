"""The logbook's tables: preferences, targets, sessions, presses, pauses, pain and notes."""

from collections.abc import Iterable
from datetime import date, time
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import During, Part, Reason, SessionSource, Side, Site
from logbook.consent import Consent
from logbook.domain import days
from logbook.domain.pauses import last_paused
from logbook.domain.rounds import Round

MOST_A_DAY = 10
LONGEST_CUE = 60  # characters of what a round comes after
LONGEST_LINE = 200  # characters of a session's note
LONGEST_NOTE = 500  # characters of a day's note
MOST_PAIN = 10


def one_of(name: str, field: str, values: Iterable[str]) -> models.CheckConstraint:
    """The database refuses any other value."""
    return models.CheckConstraint(condition=Q((f"{field}__in", list(values))), name=name)


class Preferences(models.Model):
    """What a person chose for their days. Who has no row yet has the defaults.

    `first_day` is the first of their days that counts; none before the logbook is opened.
    `consent` is the answer that holds; none before they were asked.
    """

    user = models.OneToOneField(User, models.CASCADE, primary_key=True)
    # An answer goes only with its person, and then so do these.
    consent = models.OneToOneField(Consent, models.DO_NOTHING, null=True)
    first_day = models.DateField(_("first day"), null=True)
    hurts = models.JSONField(_("what hurts"), default=list)
    shows_rounds = models.BooleanField(_("rounds on Today"), default=True)
    shows_streak = models.BooleanField(_("days in a row in the history"), default=False)
    asks_during = models.BooleanField(_("ask how much a session hurt"), default=False)
    morning = models.BooleanField(_("morning round"), default=True)
    morning_cue = models.CharField(_("after what, and where"), max_length=LONGEST_CUE, blank=True)
    morning_around = models.TimeField(_("around"), default=time(8))
    midday = models.BooleanField(_("midday round"), default=True)
    midday_cue = models.CharField(_("after what, and where"), max_length=LONGEST_CUE, blank=True)
    midday_around = models.TimeField(_("around"), default=time(13))
    evening = models.BooleanField(_("evening round"), default=True)
    evening_cue = models.CharField(_("after what, and where"), max_length=LONGEST_CUE, blank=True)
    evening_around = models.TimeField(_("around"), default=time(19))

    class Meta:
        verbose_name = _("preferences")
        verbose_name_plural = _("preferences")

    def __str__(self) -> str:
        return str(self.user_id)

    @classmethod
    def of(cls, user: User) -> Self:
        """Without a query for who is signed in: they are loaded with the person."""
        return getattr(user, "preferences", None) or cls(user=user)

    @property
    def may_note(self) -> bool:
        """Whether they agreed that what hurts is kept; without a query, as `of`."""
        return self.consent is not None and self.consent.may_note

    def first_day_as_of(self, today: date) -> date:
        """The first day that counts; today before the logbook is opened."""
        return days.first_day_as_of(today, self.first_day)

    @property
    def rounds(self) -> list[Round]:
        """Those that the person does, in the order of the day."""
        every = [
            (self.morning, Round("morning", self.morning_around, self.morning_cue)),
            (self.midday, Round("midday", self.midday_around, self.midday_cue)),
            (self.evening, Round("evening", self.evening_around, self.evening_cue)),
        ]
        return [each for is_done, each in every if is_done]


class Target(models.Model):
    """How many sessions of an exercise a person means to do per day, from a day on.

    What is empty is as the catalogue has it: how much one session is, and the place in a round.
    """

    pk = models.CompositePrimaryKey("user_id", "exercise_id", "from_day")
    user = models.ForeignKey(User, models.CASCADE, related_name="targets", db_index=False)
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
                condition=Q(per_day__lte=MOST_A_DAY), name="target_at_most_ten_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.per_day} from {self.from_day}"


class SessionQuerySet(models.QuerySet["Session"]):
    def of(self, user: User) -> Self:
        """The person's sessions, without those that were taken back."""
        return self.filter(user=user, undone_at=None)


# With the same words for its rows: a pause is taken back and put back as a session is.
class PauseQuerySet(models.QuerySet["Pause"]):
    def of(self, user: User) -> Self:
        """The person's pauses, without those that were taken back."""
        return self.filter(user=user, undone_at=None)


class Press(models.Model):
    """One tap that recorded or removed sessions: a round, or a week from paper.

    While it is undone, the sessions that it recorded are taken back and those that it removed are
    there again. The key is made by whoever sends it.
    """

    key = models.UUIDField(_("key"), primary_key=True)
    user = models.ForeignKey(User, models.CASCADE, related_name="presses")
    recorded_at = models.DateTimeField(_("recorded"))
    undone_at = models.DateTimeField(_("taken back"), null=True)

    class Meta:
        verbose_name = _("press")
        verbose_name_plural = _("presses")

    def __str__(self) -> str:
        return str(self.key)


class Session(models.Model):
    """One completed performance of one exercise by one person, on one of their days.

    The key is made by whoever sends it and names the session for good: sent twice it is still one
    row. One that is taken back keeps its row, so that a late copy can't bring it back. An undo
    that arrives before its session leaves a row without exercise and day.

    `press` recorded it and `removed_by` removed it, each together with others. One that was taken
    back or put back by itself has neither: it stays as it is, whatever becomes of the press.
    """

    pk = models.CompositePrimaryKey("user_id", "key")
    user = models.ForeignKey(User, models.CASCADE, related_name="sessions", db_index=False)
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
    # A press goes only with its person, and then so do the sessions.
    press = models.ForeignKey(Press, models.DO_NOTHING, related_name="+", null=True, db_index=False)
    removed_by = models.ForeignKey(
        Press, models.DO_NOTHING, related_name="+", null=True, db_index=False
    )
    recorded_at = models.DateTimeField(_("recorded"))
    undone_at = models.DateTimeField(_("taken back"), null=True)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        indexes = [
            models.Index(
                fields=["user", "day", "exercise"],
                condition=Q(undone_at=None),
                name="session_by_day",
            ),
            models.Index(
                fields=["press"], condition=Q(press__isnull=False), name="session_by_press"
            ),
            models.Index(
                fields=["removed_by"],
                condition=Q(removed_by__isnull=False),
                name="session_by_removal",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(undone_at__isnull=False) | Q(exercise__isnull=False, day__isnull=False),
                name="session_has_exercise_and_day",
            ),
            one_of("session_source_known", "source", SessionSource.values),
            one_of("session_round_known", "round", ["", *Part.values]),
            one_of("session_during_known", "during", ["", *During.values]),
        ]

    def __str__(self) -> str:
        return str(self.key)


class Pause(models.Model):
    """A run of a person's days that don't count, as they said it; without a last day it goes on.

    Pauses may overlap and adjoin: `logbook.domain.pauses` says what that means for a day.
    """

    pk = models.CompositePrimaryKey("user_id", "key")
    user = models.ForeignKey(User, models.CASCADE, related_name="pauses", db_index=False)
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
                condition=Q(last_day=None) | Q(last_day__gte=models.F("first_day")),
                name="pause_ends_after_it_starts",
            ),
            one_of("pause_reason_known", "reason", Reason.values),
        ]

    def __str__(self) -> str:
        return str(self.key)

    @property
    def last(self) -> date | None:
        """The last day that is paused, which is before the first where it was ended at once."""
        return last_paused(self.last_day, self.ended_day)


class PainEntry(models.Model):
    """Average pain over 24 hours at one site, noted on one day; without a value it was skipped."""

    pk = models.CompositePrimaryKey("user_id", "day", "site")
    user = models.ForeignKey(User, models.CASCADE, related_name="pain", db_index=False)
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
                condition=Q(value=None) | Q(value__lte=MOST_PAIN), name="pain_at_most_ten"
            ),
            one_of("pain_site_known", "site", Site.values),
            models.CheckConstraint(
                condition=Q(side="") | Q(side__in=Side.values) & ~Q(site=Site.BACK),
                name="pain_side_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site} on {self.day}"


class DayNote(models.Model):
    """What a person wants to remember of one of their days."""

    pk = models.CompositePrimaryKey("user_id", "day")
    user = models.ForeignKey(User, models.CASCADE, related_name="notes", db_index=False)
    day = models.DateField(_("day"))
    text = models.CharField(_("note"), max_length=LONGEST_NOTE)
    recorded_at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("note on a day")
        verbose_name_plural = _("notes on days")

    def __str__(self) -> str:
        return str(self.day)
