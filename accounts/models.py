"""The person: signs in by e-mail; their days and weeks, their rounds, and what pages show them."""

from datetime import datetime, time, timedelta, tzinfo
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import zones
from accounts.identifiers import uuid7


class UserManager(BaseUserManager["User"]):
    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """In small letters throughout: the same address in other case is the same person."""
        return (email or "").strip().lower()

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=self.normalize_email(username))

    @transaction.atomic
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """A person who doesn't sign up themselves: whoever makes them vouches for the address."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        user.emailaddress_set.create(  # type: ignore[attr-defined]  # allauth has no types
            email=user.email, primary=True, verified=True
        )
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class WeekStart(models.IntegerChoices):
    """As `date.weekday()` counts."""

    MONDAY = 0, _("Monday")
    SUNDAY = 6, _("Sunday")
    SATURDAY = 5, _("Saturday")


class DayEnd(models.IntegerChoices):
    """The hour at which the next day begins."""

    MIDNIGHT = 0, _("Midnight")
    ONE = 1, _("1 in the morning")
    TWO = 2, _("2 in the morning")
    THREE = 3, _("3 in the morning")
    FOUR = 4, _("4 in the morning")
    FIVE = 5, _("5 in the morning")


class Theme(models.TextChoices):
    DEVICE = "", _("Same as device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class Site(models.TextChoices):
    """Where it may hurt."""

    BACK = "back", _("Back")
    KNEE = "knee", _("Knee")
    HIP = "hip", _("Hip")
    FOOT = "foot", _("Foot")


class User(AbstractBaseUser, PermissionsMixin):
    """A person. `first_day` is the first of their days that counts; none before the first visit."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="UTC", validators=[zones.check_zone]
    )
    day_ends_at = models.PositiveSmallIntegerField(
        _("my day ends at"), choices=DayEnd, default=DayEnd.THREE
    )
    week_starts_on = models.PositiveSmallIntegerField(
        _("weeks start on"), choices=WeekStart, default=WeekStart.MONDAY
    )
    theme = models.CharField(_("light or dark"), max_length=5, choices=Theme, blank=True)
    hurts = models.JSONField(_("what hurts"), default=list, blank=True)
    shows_rounds = models.BooleanField(_("rounds on Today"), default=True)
    shows_streak = models.BooleanField(_("days in a row in the history"), default=False)
    asks_during = models.BooleanField(_("ask how much a session hurt"), default=False)
    morning = models.BooleanField(_("morning round"), default=True)
    morning_cue = models.CharField(_("after what, and where"), max_length=60, blank=True)
    morning_around = models.TimeField(_("around"), default=time(8))
    midday = models.BooleanField(_("midday round"), default=True)
    midday_cue = models.CharField(_("after what, and where"), max_length=60, blank=True)
    midday_around = models.TimeField(_("around"), default=time(13))
    evening = models.BooleanField(_("evening round"), default=True)
    evening_cue = models.CharField(_("after what, and where"), max_length=60, blank=True)
    evening_around = models.TimeField(_("around"), default=time(19))
    offers_passkey = models.BooleanField(_("offer a passkey"), default=False, editable=False)
    first_day = models.DateField(_("first day"), null=True, blank=True)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now, editable=False)
    is_active = models.BooleanField(
        _("active"), default=True, help_text=_("Take this away to block the person.")
    )
    is_staff = models.BooleanField(
        _("may see the admin"), default=False, help_text=_("For people who run this site.")
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_person_per_email"),
            models.CheckConstraint(
                condition=models.Q(day_ends_at__lte=DayEnd.FIVE), name="day_ends_by_five"
            ),
            models.CheckConstraint(
                condition=models.Q(week_starts_on__in=WeekStart.values),
                name="week_starts_on_offered_day",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def zone(self) -> tzinfo:
        return zones.zone(self.time_zone)

    def is_offered_passkey(self, now: datetime) -> bool:
        """Once, on the day of signing up, and not after they have answered."""
        return self.offers_passkey and now - self.date_joined < timedelta(days=1)

    def change(self, **fields: Any) -> None:
        """Store these fields and no others, which another tab may just have changed."""
        for name, value in fields.items():
            setattr(self, name, value)
        self.save(update_fields=fields)


class EventKind(models.TextChoices):
    """What is written down of a person's account, in the words that they read."""

    SIGN_IN = "sign_in", _("Signed in")
    FAILED = "failed", _("Somebody tried to sign in, and it didn’t work")
    EMAIL = "email", _("Email address changed")
    PASSWORD = "password", _("Password changed")
    PASSKEY_ADDED = "passkey_added", _("Passkey added")
    PASSKEY_REMOVED = "passkey_removed", _("Passkey removed")
    SECOND_STEP_ON = "second_step_on", _("Two-step sign-in turned on")
    SECOND_STEP_OFF = "second_step_off", _("Two-step sign-in turned off")
    RECOVERY_CODES = "recovery_codes", _("New recovery codes made")
    DOWNLOADED = "downloaded", _("Everything downloaded")
    TAKEN_IN = "taken_in", _("A file taken in")


class AccountEvent(models.Model):
    """One thing that happened, by which device; never what was noted, never from where."""

    pk = models.CompositePrimaryKey("user_id", "key")
    user = models.ForeignKey(User, models.CASCADE, related_name="+", db_index=False)
    key = models.UUIDField(_("key"), default=uuid7)
    kind = models.CharField(_("what happened"), max_length=15, choices=EventKind)
    device = models.CharField(_("device"), max_length=60)
    moment = models.DateTimeField(_("moment"), db_index=True)

    class Meta:
        verbose_name = _("account event")
        verbose_name_plural = _("account events")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.moment:%Y-%m-%d %H:%M}"
