"""Rows by the million: a day of everybody's sessions and pain in one statement, on both engines.

Days come in their order, as in life: what one person did on a day lies beside what the others did.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from django.db import connection

from exercises.models import Exercise

TABLE = "logbook_session"
ROUNDS = {1: "morning", 2: "evening", 3: "midday"}
MOST, DONE_TODAY = 10, 4
PAIN_OF = 60  # days

UUID_V7 = {
    "sqlite": (
        "printf('%%012x', %(ms)s + s.number) || '7' || substr(lower(hex(randomblob(2))), 2) || '8'"
        " || substr(lower(hex(randomblob(8))), 2)"
    ),
    "postgresql": (
        "(lpad(to_hex(%(ms)s + s.number), 12, '0') || '7' || substr(md5(random()::text), 1, 3) ||"
        " '8' || substr(md5(random()::text), 1, 15))::uuid"
    ),
}
MOMENT = {
    "sqlite": "%(day)s || ' ' || s.hour || ':00:00'",
    "postgresql": "(%(day)s || ' ' || s.hour || ':00:00+00')::timestamptz",
}
DAY = {"sqlite": "%(day)s", "postgresql": "%(day)s::date"}
ID = {"sqlite": "char(32)", "postgresql": "uuid"}


def execute(sql: str, arguments: Mapping[str, str | int | UUID] | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, arguments)


def rows(sql: str) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def count(table: str) -> int:
    return int(rows(f"SELECT count(*) FROM {table}")[0][0])


@contextmanager
def unguarded() -> Iterator[None]:
    """Meanwhile without what makes each row slow: indexes are made again of all rows at once."""
    if connection.vendor == "sqlite":
        execute("PRAGMA synchronous=OFF")
        found = rows(
            f"SELECT name, sql FROM sqlite_master WHERE tbl_name = '{TABLE}' AND type = 'index'"
            " AND sql IS NOT NULL"
        )
        drop = [f'DROP INDEX "{name}"' for name, _sql in found]
        make = [sql for _name, sql in found]
    else:
        execute("SET session_replication_role = replica")  # no look at each row's references
        execute("SET synchronous_commit = off")
        key = f"{TABLE}_pkey"
        found = rows(
            f"SELECT indexname, indexdef FROM pg_indexes WHERE tablename = '{TABLE}'"
            f" AND indexname <> '{key}'"
        )
        drop = [f'DROP INDEX "{name}"' for name, _sql in found]
        drop.append(f"ALTER TABLE {TABLE} DROP CONSTRAINT {key}")
        make = [sql for _name, sql in found]
        make.append(f"ALTER TABLE {TABLE} ADD CONSTRAINT {key} PRIMARY KEY (user_id, key)")
    for statement in drop:
        execute(statement)
    yield
    for statement in make:
        execute(statement)
    if connection.vendor == "sqlite":
        execute("PRAGMA synchronous=NORMAL")
    else:
        execute("SET session_replication_role = DEFAULT")
        execute("SET synchronous_commit = DEFAULT")


@dataclass(frozen=True, slots=True)
class Life:
    """For how many days somebody has had Footcare, and how often they did something on each."""

    days: int
    a_day: int = MOST
    today: int = DONE_TODAY


@contextmanager
def all_people(measured: Mapping[UUID, Life], others: Life) -> Iterator[None]:
    """For `do`: the lives of those who are named, and of all others."""
    vendor = connection.vendor
    execute(
        f"CREATE TEMPORARY TABLE lived (id {ID[vendor]}, days integer, a_day integer,"
        " today integer)"
    )
    execute("CREATE TEMPORARY TABLE slot (number integer, exercise integer, part text, hour text)")
    execute(
        "INSERT INTO lived SELECT id, %(days)s, %(a_day)s, %(today)s FROM accounts_user",
        asdict(others),
    )
    for key, life in measured.items():
        known: str | UUID = key.hex if vendor == "sqlite" else key
        execute(
            "UPDATE lived SET days = %(days)s, a_day = %(a_day)s, today = %(today)s"
            " WHERE id = %(id)s",
            {**asdict(life), "id": known},
        )
    # Most days are those of a few people only.
    execute("CREATE INDEX by_days ON lived (days)")
    execute("ANALYZE lived")
    slots = [
        (number, exercise.pk)
        for number in (1, 2, 3)
        for exercise in Exercise.objects.order_by("pk")
        if number <= exercise.per_day
    ]
    for place, (number, exercise) in enumerate(slots):
        execute(
            "INSERT INTO slot VALUES (%(place)s, %(exercise)s, %(part)s, %(hour)s)",
            {
                "place": place,
                "exercise": exercise,
                "part": ROUNDS[number],
                "hour": f"{7 + place:02}",
            },
        )
    yield
    execute("DROP TABLE lived")
    execute("DROP TABLE slot")


def do(day: date, ago: int) -> None:
    """What everybody did and felt on that day."""
    vendor = connection.vendor
    arguments: dict[str, str | int | UUID] = {
        "day": day.isoformat(),
        "ms": int(datetime.combine(day, time(7), UTC).timestamp() * 1000),
        "ago": ago,
    }
    moment, on = MOMENT[vendor], DAY[vendor]
    execute(
        f"INSERT INTO {TABLE} (user_id, key, exercise_id, day, moment, source, round, note, during,"
        f" recorded_at) SELECT p.id, {UUID_V7[vendor]}, s.exercise, {on}, {moment}, 'tick', s.part,"
        f" '', '', {moment} FROM slot s, lived p WHERE p.days > %(ago)s"
        f" AND s.number < p.{'a_day' if ago else 'today'}",
        arguments,
    )
    if 0 < ago <= PAIN_OF:
        execute(
            "INSERT INTO logbook_painentry (user_id, day, site, side, value, recorded_at)"
            f" SELECT p.id, {on}, 'knee', 'right', {ago} %% 7, {moment}"
            " FROM slot s, lived p WHERE p.days > %(ago)s AND s.number = 0",
            arguments,
        )


def settle() -> None:
    """What the engine does by itself in time: PostgreSQL's statistics; SQLite keeps none."""
    if connection.vendor == "postgresql":
        execute("VACUUM ANALYZE")
    else:
        execute("PRAGMA wal_checkpoint(TRUNCATE)")
