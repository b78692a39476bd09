"""Makers of the rows that tests start from: what isn't given is ordinary, nothing else is made."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from accounts.models import User
from exercises.models import Exercise
from logbook.choices import SessionSource, Site
from logbook.consent import Consent
from logbook.models import PainEntry, Pause, Preferences, Session, Target
from logbook.recording.preferences import FIELDS, change_settings

MONDAY = date(2026, 11, 16)
THURSDAY_MORNING = datetime(2026, 11, 19, 8, tzinfo=UTC)  # nine o'clock in Berlin
SLUGS = ["resisted-plantar-flexion", "ankle-circles", "toe-presses", "toe-walking"]
"""The article's four."""
FLEXION, CIRCLES, PRESSES, WALKING = SLUGS
ALL_SLUGS = [
    row["fields"]["slug"]
    for row in json.loads(Path("exercises/fixtures/exercises.json").read_text())
    if row["model"] == "exercises.exercise"
]
PASSWORD = "ten-quiet-toes"
NEWCOMER = {
    "email": "margit@example.org",
    "password1": "three plain words",
    "time_zone": "Europe/Berlin",
}


def the_four() -> list[Exercise]:
    return list(Exercise.objects.filter(slug__in=SLUGS))


def make_user(
    *,
    email: str = "sam@example.org",
    password: str = PASSWORD,
    time_zone: str = "Europe/Berlin",
    first_day: date | None = MONDAY,
    shows_rounds: bool = False,
    consent: bool | None = True,
    **fields: Any,
) -> User:
    """A person without targets, `make_programme` adds these; Today shows them plain rows.

    They agreed that what hurts is kept, unless `consent` says otherwise; None: not asked yet.
    """
    chosen = {name: fields.pop(name) for name in FIELDS & fields.keys()}
    user = User.objects.create_user(email, password, time_zone=time_zone, **fields)
    answer = None if consent is None else make_consent(user=user, is_given=consent)
    chosen |= {"first_day": first_day, "shows_rounds": shows_rounds, "consent": answer}
    Preferences.objects.create(user=user, **chosen)
    return user


def agree(user: User) -> None:
    """As if they had said yes to the question whether what hurts is kept."""
    prefer(user, consent=make_consent(user=user))


def make_consent(*, user: User, **fields: Any) -> Consent:
    """An answer to the question whether what hurts is kept; it isn't made to hold."""
    given = {"key": uuid4(), "is_given": True, "language": "en-gb"}
    return Consent.objects.create(user=user, answered_at=THURSDAY_MORNING, **{**given, **fields})


def prefer(user: User, **changes: Any) -> None:
    """As if they had chosen it on the pages with their settings."""
    change_settings(user, changes)


def make_target(*, user: User, exercise: Exercise, per_day: int, from_day: date = MONDAY) -> Target:
    return Target.objects.create(user=user, exercise=exercise, from_day=from_day, per_day=per_day)


def make_programme(*, user: User, from_day: date = MONDAY) -> list[Target]:
    """The article's targets: 2 + 3 + 3 + 2 sessions a day."""
    return Target.objects.bulk_create(
        Target(user=user, exercise=exercise, from_day=from_day, per_day=exercise.per_day)
        for exercise in the_four()
    )


def make_session(
    *,
    user: User,
    exercise: Exercise,
    day: date = MONDAY,
    key: UUID | None = None,
    moment: datetime | None = None,
    source: SessionSource = SessionSource.TICK,
    recorded_at: datetime = THURSDAY_MORNING,
    undone_at: datetime | None = None,
    **details: Any,
) -> Session:
    return Session.objects.create(
        user=user,
        key=key or uuid4(),
        exercise=exercise,
        day=day,
        moment=moment,
        source=source,
        recorded_at=recorded_at,
        undone_at=undone_at,
        **details,
    )


def make_pause(
    *,
    user: User,
    first_day: date,
    last_day: date | None = None,
    reason: str = "flare",
    key: UUID | None = None,
) -> Pause:
    return Pause.objects.create(
        user=user,
        key=key or uuid4(),
        first_day=first_day,
        last_day=last_day,
        reason=reason,
        recorded_at=THURSDAY_MORNING,
    )


def make_days(
    *, user: User, first: date, last: date, counts: Callable[[int], Sequence[int]]
) -> None:
    """Sessions on many days: `counts` has how many of each of the four, by the day's number."""
    exercises = the_four()
    Session.objects.bulk_create(
        Session(
            user=user,
            key=uuid4(),
            exercise=exercise,
            day=first + timedelta(days=number),
            recorded_at=THURSDAY_MORNING,
        )
        for number in range((last - first).days + 1)
        for exercise, count in zip(exercises, counts(number), strict=True)
        for _ in range(count)
    )


def make_pain(*, user: User, site: Site, values: Mapping[date, int | None], side: str = "") -> None:
    PainEntry.objects.bulk_create(
        PainEntry(
            user=user, day=day, site=site, side=side, value=value, recorded_at=THURSDAY_MORNING
        )
        for day, value in values.items()
    )


def make_example_week(*, user: User) -> None:
    """Worked example 1: Monday 10, Tuesday 7, Wednesday 10 and two extra, Thursday 4 so far."""
    for number, counts in enumerate([(2, 3, 3, 2), (1, 2, 2, 2), (3, 4, 3, 2), (1, 2, 1, 0)]):
        for exercise, count in zip(the_four(), counts, strict=True):
            for _ in range(count):
                make_session(user=user, exercise=exercise, day=MONDAY + timedelta(days=number))
