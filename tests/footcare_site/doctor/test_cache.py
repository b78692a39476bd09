"""Whether tries can be counted."""

import pytest
from django.core.cache import cache as counts
from pytest_django import Settings

from footcare_site import environment
from footcare_site.doctor import cache
from tests.redis_server import Redis

LOOK = "Look at CACHE_URL, and whether Redis is running."


def findings(address: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    monkeypatch.setenv("CACHE_URL", address)
    settings.CACHES = {"default": environment.cache("CACHE_URL")}
    return list(cache.findings())


def test_without_a_redis_the_database_does_it() -> None:
    assert list(cache.findings()) == [cache.well("Cache", "it is in the database.")]


def test_a_redis_that_answers_is_well_and_keeps_nothing_of_it(redis: Redis) -> None:
    assert list(cache.findings()) == [cache.well("Cache", "Redis answers.")]
    ttl = counts._cache.get_client().pttl(counts.make_key("doctor"))  # type: ignore[attr-defined]
    assert 0 < ttl <= 1000


@pytest.mark.parametrize("who", ["", "sam:10toes@", ":wrong@"])
def test_a_redis_that_refuses_the_password_is_told_without_it(
    redis: Redis, settings: Settings, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    address = f"unix://{who}{redis.folder}/redis.sock"

    assert findings(address, settings, monkeypatch) == [
        cache.mend("Cache", "Redis refuses our name or password. Look at both in CACHE_URL.")
    ]


def test_a_redis_that_is_not_there_is_told(
    redis: Redis, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    redis.stop()

    assert findings(redis.address, settings, monkeypatch) == [
        cache.mend(
            "Cache",
            f"Redis can't be used: Error 2 connecting to {redis.folder}/redis.sock. No such file "
            f"or directory. {LOOK}",
        )
    ]


def test_a_redis_without_that_number_is_told(
    redis: Redis, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert findings(f"{redis.address}?db=99", settings, monkeypatch) == [
        cache.mend("Cache", f"Redis can't be used: DB index is out of range. {LOOK}")
    ]


def test_a_redis_that_says_nothing_is_told_after_two_seconds(redis: Redis) -> None:
    redis.fall_silent()

    (finding,) = cache.findings()

    assert finding.sentence == f"Redis can't be used: Timeout reading from socket. {LOOK}"
