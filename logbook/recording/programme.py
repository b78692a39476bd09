"""The programme: open the logbook with the article's, change it from today on, begin it earlier."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Min
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import User
from exercises.models import Exercise
from logbook.domain import days
from logbook.models import Preferences, Session, Target
from logbook.recording.changes import UNCHANGED, Change, Unchanged
from logbook.recording.preferences import change_settings
from logbook.recording.rules import Refused, one_at_a_time

# Two places on earth are at most two dates apart: so far back can today lie for a newcomer who
# corrects their time zone. Days before the first never count, whatever the targets.
EARLIEST_TODAY = timedelta(days=2)
ON_PAPER_AT_MOST = timedelta(days=365)
"""How long before they joined a person's first day may be: for weeks that they kept on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetFigures(Change):
    """What the person means to do of an exercise; None takes the catalogue's figure."""

    per_day: int | Unchanged = UNCHANGED
    repetitions: int | Unchanged | None = UNCHANGED
    hold_seconds: int | Unchanged | None = UNCHANGED
    bouts: int | Unchanged | None = UNCHANGED
    rest_seconds: int | Unchanged | None = UNCHANGED
    place: int | Unchanged | None = UNCHANGED


FIGURES = tuple(field.name for field in fields(TargetFigures))


@transaction.atomic
def open_logbook(user: User, *, now: datetime) -> None:
    """Begin today with the catalogue's programme; a logbook that is open already stays as it is."""
    today = days.day_of(now, user.zone, user.day_ends_at)
    user.preferences, _is_new = Preferences.objects.get_or_create(user=user)
    if not Preferences.objects.filter(user=user, first_day=None).update(first_day=today):
        return
    user.preferences.first_day = today
    targets = [
        Target(
            user=user,
            exercise=exercise,
            from_day=today - EARLIEST_TODAY,
            per_day=exercise.per_day,
        )
        for exercise in Exercise.objects.to_start_with()
    ]
    # The version before may have opened it while this one was installed.
    Target.objects.bulk_create(targets, ignore_conflicts=True)


def begin(user: User, *, now: datetime) -> None:
    """Whoever records has an open logbook; a first day to come is today instead."""
    if Preferences.of(user).first_day is None:
        open_logbook(user, now=now)
    preferences = Preferences.of(user)
    today = days.day_of(now, user.zone, user.day_ends_at)
    if preferences.first_day != preferences.first_day_as_of(today):
        Preferences.objects.filter(user=user).update(first_day=today)


def set_target(user: User, exercise: Exercise, change: TargetFigures, *, today: date) -> Target:
    """What the person means to do of an exercise from today on; earlier days keep what they had."""
    with one_at_a_time(user):
        own = Target.objects.filter(user=user, exercise=exercise)
        held = own.filter(from_day__lte=today).order_by("from_day").last()
        # A day to come: it was set where it is later already, or before the day ended later.
        own.filter(from_day__gt=today).delete()
        kept = {name: getattr(held, name, None) for name in FIGURES}
        kept["per_day"] = kept["per_day"] or 0
        target, _created = Target.objects.update_or_create(
            user=user, exercise=exercise, from_day=today, defaults=kept | change.values()
        )
    return target


@transaction.atomic
def set_programme(user: User, changes: Mapping[Exercise, TargetFigures], *, today: date) -> None:
    """What changes, by exercise, from today on: all of it or nothing."""
    for exercise, change in changes.items():
        if change.values():
            set_target(user, exercise, change, today=today)


def first_day_between(user: User, *, today: date) -> tuple[date, date]:
    """The days that the person's first day may be set to: from, up to.

    A year before they joined, at the earliest; not later than the day they joined, nor than the
    first session, pain or note that they have.
    """
    joined = days.day_of(user.date_joined, user.zone, user.day_ends_at)
    earliest = min(Preferences.of(user).first_day_as_of(today), joined)
    lived = lived_first(user) or today
    return joined - ON_PAPER_AT_MOST, min(max(earliest, joined), lived, today)


def lived_first(user: User) -> date | None:
    """The day of the first session, pain or note that the person has."""
    written = (Session.objects.of(user), user.pain.all(), user.notes.all())
    noted = [rows.aggregate(first=Min("day"))["first"] for rows in written]
    return min(filter(None, noted), default=None)


def set_first_day(user: User, first_day: date, *, now: datetime) -> None:
    """Begin on that day with the targets that held on the first day so far.

    Raises Refused outside of `first_day_between`.
    """
    with one_at_a_time(user):
        today = days.day_of(now, user.zone, user.day_ends_at)
        _check_first_day(first_day, *first_day_between(user, today=today))
        begun = Preferences.of(user).first_day_as_of(today)
        if first_day < begun:
            _hold_from(user, first_day, begun)
        change_settings(user, {"first_day": first_day})


def _check_first_day(first_day: date, earliest: date, latest: date) -> None:
    if earliest <= first_day <= latest:
        return
    raise Refused(
        _("Your first day can be from %(earliest)s to %(latest)s. Choose a day between them.")
        % {
            "earliest": date_format(earliest, "j F Y"),
            "latest": date_format(latest, "j F Y"),
        }
    )


def held_on(user: User, day: date) -> list[Target]:
    """The person's target for each exercise on that day."""
    held: dict[int, Target] = {}
    for target in Target.objects.filter(user=user, from_day__lte=day).order_by("from_day"):
        held[target.exercise_id] = target
    return list(held.values())


def _hold_from(user: User, first_day: date, begun: date) -> None:
    """The targets of the day on which they had begun, from that earlier day on."""
    held = held_on(user, begun)
    # Whatever held before they had begun was never lived under.
    Target.objects.filter(user=user, from_day__gte=first_day, from_day__lt=begun).delete()
    Target.objects.bulk_create(
        Target(
            user=user,
            exercise_id=target.exercise_id,
            from_day=first_day,
            **{name: getattr(target, name) for name in FIGURES},
        )
        for target in held
    )
