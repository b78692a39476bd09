"""The database, the cache, and copies of the database."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.cache import cache as counts
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from pytest_django import Settings

from hosting.backups import copies
from hosting.doctor import data
from hosting.environment import cache as cache_setting
from hosting.moving import progress
from tests.hosting.conftest import NEWEST, ONE_BACK, ONE_BACK_ALONE, Operator
from tests.make import THURSDAY_MORNING
from tests.redis_server import Redis

PENDING = "pending. Make a backup, stop Footcare, and start it with make run, which applies"
LOOK = "Look at CACHE_URL, and whether Redis is running."
NIGHTLY = "Let cron or a timer run manage.py backup every night."


@pytest.mark.django_db
def test_a_database_that_answers_is_well() -> None:
    assert list(data.database()) == [
        data.well("Database", f"{connection.display_name} answers."),
        data.well("Migrations", "none is pending."),
    ]


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (Path.unlink, "unable to open database file"),
        (lambda file: file.write_bytes(b"ten quiet toes" * 500), "file is not a database"),
    ],
)
def test_a_database_that_does_not_answer_is_told(file: Path, harm: object, told: str) -> None:
    connection.close()
    harm(file)  # type: ignore[operator]

    (finding,) = data.database()

    assert not finding.is_well
    assert finding.sentence.startswith(f"it can't be used: {told}. Look at DATABASE_URL, and")


@pytest.mark.django_db
def test_a_move_that_was_not_finished_is_told() -> None:
    progress.start("mark")

    (finding,) = data.database()

    assert finding == data.mend("Database", progress.UNFINISHED)


def test_a_migration_that_is_pending_is_told(file: Path) -> None:
    call_command("migrate", "exercises", ONE_BACK_ALONE, verbosity=0)

    _, finding = data.database()

    assert finding == data.mend("Migrations", f"1 is {PENDING} it.")


def test_more_that_are_pending_are_counted() -> None:
    known = set(MigrationLoader(None).disk_migrations)

    finding = data.migrations(known - {("logbook", name) for name in (ONE_BACK, NEWEST)})

    assert finding == data.mend("Migrations", f"2 are {PENDING} them.")


def test_a_database_without_a_table_has_all_of_them_pending() -> None:
    assert data.migrations(set()) == data.mend("Migrations", f"all are {PENDING} them.")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (("logbook", "0999_to_come"), "The database comes from a newer Footcare, which has"),
        (None, "The database is no database of Footcare's."),
    ],
)
def test_a_database_of_another_release_or_program_is_told(
    other: tuple[str, str] | None, told: str
) -> None:
    known = set(MigrationLoader(None).disk_migrations)

    finding = data.migrations(known | {other} if other else {("feet", "0001_initial")})

    assert not finding.is_well
    assert finding.sentence.startswith(told)
    assert "Nothing was changed" not in finding.sentence


def findings(address: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    monkeypatch.setenv("CACHE_URL", address)
    settings.CACHES = {"default": cache_setting.from_env("CACHE_URL")}
    return [data.cache()]


def test_without_a_redis_the_database_does_it() -> None:
    assert [data.cache()] == [data.well("Cache", "it is in the database.")]


def test_a_redis_that_answers_is_well_and_keeps_nothing_of_it(redis: Redis) -> None:
    assert [data.cache()] == [data.well("Cache", "Redis answers.")]
    ttl = counts._cache.get_client().pttl(counts.make_key("doctor"))  # type: ignore[attr-defined]
    assert 0 < ttl <= 1000


@pytest.mark.parametrize("who", ["", "sam:10toes@", ":wrong@"])
def test_a_redis_that_refuses_the_password_is_told_without_it(
    redis: Redis, settings: Settings, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    address = f"unix://{who}{redis.folder}/redis.sock"

    assert findings(address, settings, monkeypatch) == [
        data.mend("Cache", "Redis refuses our name or password. Look at both in CACHE_URL.")
    ]


def test_a_redis_that_is_not_there_is_told(
    redis: Redis, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    redis.stop()

    assert findings(redis.address, settings, monkeypatch) == [
        data.mend(
            "Cache",
            f"Redis can't be used: Error 2 connecting to {redis.folder}/redis.sock. No such file "
            f"or directory. {LOOK}",
        )
    ]


def test_a_redis_without_that_number_is_told(
    redis: Redis, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert findings(f"{redis.address}?db=99", settings, monkeypatch) == [
        data.mend("Cache", f"Redis can't be used: DB index is out of range. {LOOK}")
    ]


def test_a_redis_that_says_nothing_is_told_after_two_seconds(redis: Redis) -> None:
    redis.fall_silent()

    finding = data.cache()

    assert finding.sentence == f"Redis can't be used: Timeout reading from socket. {LOOK}"


def test_a_site_without_a_copy_is_told() -> None:
    finding = data.backup([], THURSDAY_MORNING)

    assert not finding.is_well
    assert finding.sentence == f"there is no copy of the database. {NIGHTLY}"


@pytest.mark.parametrize(
    ("hours", "is_well", "told"), [(47, True, "1 day"), (48, True, "2 days"), (49, False, "2 days")]
)
def test_a_copy_may_be_two_days_old(hours: int, is_well: bool, told: str) -> None:
    made = [THURSDAY_MORNING - timedelta(hours=ago) for ago in (hours, 200)]

    finding = data.backup(made, THURSDAY_MORNING)

    assert finding.is_well == is_well
    assert finding.sentence.replace("\xa0", " ").startswith(f"the newest copy is {told}")


@pytest.mark.usefixtures("transactional_db")
def test_a_copy_that_was_just_made_is_well(operator: Operator) -> None:
    operator.backup()

    made = [copy.made for copy in copies.listed(operator.folder)]
    finding = data.backup(made, THURSDAY_MORNING + timedelta(hours=1))

    assert finding == data.well("Backup", "the newest copy is 59\xa0minutes old.")
