"""People with years of sessions, made by the thousand: those who are measured, and others.

Days come in their order, as in life: what one person did on a day lies beside what others did.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from accounts.models import BrowserSession, User
from benchmarks.sites import say
from exercises.models import Exercise
from logbook.consent import Consent
from logbook.models import DayNote, PainEntry, Pause, Preferences, Session, Target

YEAR = 365
PAIN_DAYS = 60
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Life:
    """For how many days somebody has had Footcare, and how many sessions they did on each."""

    days: int
    a_day: int = 10
    today: int = 4


def fill(
    others: int, a_day: int, some: int = 100, writers: int = 64, years: int = 10
) -> dict[str, object]:
    """The measured people with their browsers' sessions, and so many others with a year each.

    `some` people are at different points of their day. The others do `a_day` sessions a day.
    """
    today = timezone.now().date()
    measured = {name: Life(YEAR) for name in ("year", "ticker")}
    measured |= {"days": Life(3), "decade": Life(years * YEAR)}
    measured |= {f"year-{each}": Life(YEAR, 10 - each % 4, each % 11) for each in range(some)}
    measured |= {f"writer-{each}": Life(3) for each in range(writers)}
    lives = measured | {f"other-{each}": Life(YEAR, a_day) for each in range(others)}
    ids = {name: uuid7_hex(timezone.now()) for name in lives}
    add_people(ids, lives, today)
    add_days({ids[name]: life for name, life in lives.items()}, today)
    with connection.cursor() as cursor:
        # What the engine does by itself in time
        postgres = connection.vendor == "postgresql"
        cursor.execute("VACUUM ANALYZE" if postgres else "PRAGMA wal_checkpoint(TRUNCATE)")
    return {
        "day": today.isoformat(),
        "rows": Session.objects.count(),
        "sessions": {name: sign_in(ids[name]) for name in measured},
    }


def add_people(ids: Mapping[str, str], lives: Mapping[str, Life], today: date) -> None:
    """With targets that changed each year, a pause now and then, some notes, and a browser."""
    now = str(timezone.now())[:19]
    exercises = list(Exercise.objects.to_start_with().values_list("pk", "per_day"))
    people = [(ids[name], life.days) for name, life in lives.items()]

    def every(step: int, start: int, end: int) -> Iterator[tuple[str, date]]:
        """Some days of everybody: from so many after their first on, until so many ago."""
        for user, days in people:
            for ago in range(days - start, end, -step):
                yield user, today - timedelta(days=ago)

    first = {name: today - timedelta(days=life.days - 1) for name, life in lives.items()}
    rows: Iterable[Row] = (
        (user, f"{name}@example.org", "!", "UTC", 0) for name, user in ids.items()
    )
    insert(User, "id email password time_zone day_ends_at", rows)
    answers = {name: uuid4().hex for name in first}
    rows = ((answers[name], ids[name], "en-gb", True, now) for name in first)
    insert(Consent, "key user_id language is_given answered_at", rows)
    rows = ((ids[name], day, answers[name]) for name, day in first.items())
    insert(Preferences, "user_id first_day consent_id", rows)
    rows = ((*at, *exercise) for at in every(YEAR, 0, 0) for exercise in exercises)
    insert(Target, "user_id from_day exercise_id per_day", rows)
    rows = (
        (*at, uuid4().hex, at[1] + timedelta(days=6), "away", now) for at in every(120, 100, 20)
    )
    insert(Pause, "user_id first_day key last_day reason recorded_at", rows)
    rows = ((*at, "Stairs feel easier.", now) for at in every(60, 1, 0))
    insert(DayNote, "user_id day text recorded_at", rows)
    rows = ((uuid4().hex, "x" * 200, now) for _person in people)
    insert(BrowserSession, "session_key session_data expire_date", rows)


def add_days(lived: Mapping[str, Life], today: date) -> None:
    """What everybody did and felt, day after day."""
    slots = [
        (exercise.pk, part, time(7 + number))
        for number, part in enumerate(("morning", "evening", "midday"))
        for exercise in Exercise.objects.to_start_with().order_by("pk")
        if number < exercise.per_day
    ]

    def sessions(there: Mapping[str, Life], day: date) -> Iterator[Row]:
        made = [(pk, part, datetime.combine(day, hour, UTC)) for pk, part, hour in slots]
        for user, life in there.items():
            for pk, part, at in made[: life.today if day == today else life.a_day]:
                yield user, uuid7_hex(at), pk, day, str(at)[:19], part, str(at)[:19]

    for ago in reversed(range(max(life.days for life in lived.values()))):
        day = today - timedelta(days=ago)
        there = {user: life for user, life in lived.items() if life.days > ago}
        names = "user_id key exercise_id day moment round recorded_at"
        insert(Session, names, sessions(there, day))
        if 0 < ago <= PAIN_DAYS:
            felt = (day, "knee", "right", ago % 7, f"{day} 20:00:00")
            names = "user_id day site side value recorded_at"
            insert(PainEntry, names, ((user, *felt) for user in there))
        if ago % 90 == 0 and ago < YEAR:
            say(f"… {YEAR - ago} of {YEAR} days are made")


def uuid7_hex(at: datetime) -> str:
    chance = os.urandom(9).hex()
    return f"{int(at.timestamp() * 1000):012x}7{chance[:3]}8{chance[3:]}"


def insert(model: type[Model], names: str, rows: Iterable[Row]) -> None:
    """Straight into the table: a million in some seconds. Other columns get their defaults."""
    others = {
        field.column: field.get_db_prep_save(field.get_default(), connection)
        for field in model._meta.concrete_fields
        if field.column and field.column not in names.split()
    }
    rest = tuple(others.values())
    columns = [*names.split(), *others]
    table = f"{model._meta.db_table} ({', '.join(columns)})"
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row + rest)
        else:
            values = ", ".join(["%s"] * len(columns))
            cursor.executemany(f"INSERT INTO {table} VALUES ({values})", [r + rest for r in rows])


def sign_in(user: str) -> str:
    """The session of a browser in which they are signed in."""
    client = Client()
    client.force_login(User.objects.get(pk=user))
    return client.cookies["sessionid"].value
