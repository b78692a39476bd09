"""The person, who signs in by e-mail, and what is kept about their account."""

from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from accounts import email_addresses, passwords, zones
from accounts.identifiers import uuid7

if TYPE_CHECKING:
    from accounts.sessions import SessionStore


class UserManager(BaseUserManager["User"]):
    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """The same address is the same person, however it is typed."""
        return email_addresses.canonical(email or "")

    def stored_email(self, typed: str | None) -> str:
        """As the address is stored: in its canonical form.

        But where two people from before have one address, each is found by their own spelling.
        """
        own, canonical = (typed or "").strip().lower(), self.normalize_email(typed)
        spelled = own != canonical and self.filter(email=own).exists()
        return own if spelled else canonical

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=self.stored_email(username))

    @transaction.atomic
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """A person who doesn't sign up themselves: whoever makes them vouches for the address."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.email_as_typed = email_addresses.readable(email)
        user.set_password(password)
        user.save(using=self._db)
        user.emailaddress_set.create(  # type: ignore[attr-defined]  # allauth has no types
            email=user.email, primary=True, verified=True
        )
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
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


class User(AbstractBaseUser, PermissionsMixin):
    """A person: how they sign in, where they are, when their days and weeks begin."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    # Empty and not "" in older rows: SQLite would make the table anew without what 0008 left.
    email_as_typed = models.CharField(max_length=254, null=True, editable=False)  # noqa: DJ001
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
    offers_passkey = models.BooleanField(_("offer a passkey"), default=False, editable=False)
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
    def shown_email(self) -> str:
        """As they typed it, if that is still the address."""
        typed = self.email_as_typed or ""
        return typed if self.signs_in_as(typed) else email_addresses.readable(self.email)

    def signs_in_as(self, typed: str) -> bool:
        return email_addresses.canonical(typed) == email_addresses.canonical(self.email)

    def set_password(self, raw_password: str | None) -> None:
        super().set_password(raw_password and passwords.one_form(raw_password))

    def check_password(self, raw_password: str | None) -> bool:
        """In one form, or as typed, where that is another: so it was kept before."""
        one_form = raw_password and passwords.one_form(raw_password)
        if super().check_password(one_form):
            return True
        if one_form == raw_password or not super().check_password(raw_password):
            return False
        self.set_password(raw_password)
        self._password = None
        self.save(update_fields=["password"])
        return True

    @property
    def zone(self) -> tzinfo:
        return ZoneInfo(self.time_zone)

    @property
    def mark(self) -> str:
        """Tells a browser whose page this is, and nobody else: it can be made from here only."""
        return salted_hmac("accounts.User.mark", str(self.pk)).hexdigest()[:16]

    def is_offered_passkey(self, now: datetime) -> bool:
        """Once, on the day of signing up, and not after they have answered."""
        return self.offers_passkey and now - self.date_joined < timedelta(days=1)

    def change(self, **fields: object) -> None:
        """Store these fields and no others, which another tab may just have changed."""
        for name, value in fields.items():
            setattr(self, name, value)
        self.save(update_fields=fields)


class UnusedNotice(models.Model):
    """When a person was told by mail that their account will go, since nobody uses it."""

    user = models.OneToOneField(User, models.CASCADE, primary_key=True, related_name="notice")
    first_at = models.DateTimeField(_("first mail"))
    second_at = models.DateTimeField(_("second mail"), null=True)

    class Meta:
        verbose_name = _("notice of an unused account")
        verbose_name_plural = _("notices of unused accounts")

    def __str__(self) -> str:
        return str(self.user_id)


class BrowserSession(AbstractBaseSession):
    """A session of a browser, and the person whom it names; they go together."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="+", db_constraint=False)

    class Meta:
        verbose_name = _("browser session")
        verbose_name_plural = _("browser sessions")

    @classmethod
    def get_session_store_class(cls) -> "type[SessionStore]":
        from accounts.sessions import SessionStore

        return SessionStore


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
