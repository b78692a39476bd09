"""People with years of sessions, made by the thousand: those who are measured, and others."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.contrib.sessions.models import Session as SignedIn
from django.test import Client
from django.utils import timezone

from accounts.identifiers import uuid7
from accounts.models import User
from benchmarks import bulk
from benchmarks.asking import SOME_YEAR
from benchmarks.bulk import Life
from benchmarks.site import tell
from exercises.models import Exercise
from logbook.models import DayNote, Pause, Reason, Target

YEAR = 365
SOME = 100
MEASURED = {
    "days": Life(3),
    "year": Life(YEAR),
    "decade": Life(10 * YEAR),
    "ticker": Life(YEAR),
    "visitor": Life(YEAR),
} | {f"{SOME_YEAR}{number}": Life(YEAR, 10 - number % 4, number % 11) for number in range(SOME)}
MOST_WRITERS = 64
BATCH = 2000


def fill(others: int, a_day: int) -> dict[str, Any]:
    """The measured people with their browsers' sessions, and so many others with a year each.

    The others do `a_day` sessions on each of their days.
    """
    now = timezone.now()
    today = now.date()
    lived = MEASURED | {f"writer-{number}": Life(3) for number in range(MOST_WRITERS)}
    people = {name: make_person(name, life.days, today) for name, life in lived.items()}
    strangers = [
        User(email=f"other-{number}@example.org", first_day=first_day(today, YEAR))
        for number in range(others)
    ]
    if others:
        tell(f"… making {others:,} other people with a year each")
    with bulk.unguarded():
        for some in batches(strangers):
            User.objects.bulk_create(some)
            mean_and_note(some, today, YEAR)
        lives = {people[name].pk: life for name, life in lived.items()}
        with bulk.all_people(lives, Life(YEAR, a_day)):
            for ago in reversed(range(max(life.days for life in lived.values()))):
                bulk.do(today - timedelta(days=ago), ago)
                if ago % 60 == 0 and others and ago < YEAR:
                    tell(f"… {YEAR - ago} of {YEAR} days are made")
    bulk.settle()
    return {
        "day": today.isoformat(),
        "rows": bulk.count("logbook_session"),
        "sessions": {name: signed_in(user) for name, user in people.items()},
    }


def first_day(today: date, days: int) -> date:
    return today - timedelta(days=days - 1)


def make_person(name: str, days: int, today: date) -> User:
    user = User.objects.create_user(
        f"{name}@example.org", time_zone="UTC", day_ends_at=0, first_day=first_day(today, days)
    )
    mean_and_note([user], today, days)
    return user


def mean_and_note(people: Sequence[User], today: date, days: int) -> None:
    """A programme that changed each year, a pause now and then, some notes; a browser of theirs."""
    exercises = Exercise.objects.all()
    now = timezone.now()
    Target.objects.bulk_create(
        Target(
            user=user,
            exercise=exercise,
            from_day=today - timedelta(days=ago),
            per_day=exercise.per_day,
        )
        for user in people
        for ago in range(days, 0, -YEAR)
        for exercise in exercises
    )
    Pause.objects.bulk_create(
        Pause(
            user=user,
            key=uuid7(),
            first_day=today - timedelta(days=ago),
            last_day=today - timedelta(days=ago - 6),
            reason=Reason.AWAY,
            recorded_at=now,
        )
        for user in people
        for ago in range(days - 100, 20, -120)
    )
    DayNote.objects.bulk_create(
        DayNote(
            user=user, day=today - timedelta(days=ago), text="Stairs feel easier.", recorded_at=now
        )
        for user in people
        for ago in range(days - 1, 0, -60)
    )
    SignedIn.objects.bulk_create(
        SignedIn(session_key=uuid4().hex, session_data="x" * 200, expire_date=now)
        for _user in people
    )


def signed_in(user: User) -> str:
    """The session of a browser in which they are signed in."""
    client = Client()
    client.force_login(user)
    return client.cookies["sessionid"].value


def batches(people: Sequence[User]) -> Iterator[Sequence[User]]:
    for start in range(0, len(people), BATCH):
        yield people[start : start + BATCH]
