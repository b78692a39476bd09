"""Where a host has tries counted: in the database, or in a Redis."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ImproperlyConfigured

from hosting.environment import cache


def test_cache_is_in_the_database_where_nothing_is_set(given: Callable[[str], str]) -> None:
    settings = cache.from_env(given(""))

    assert settings["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"
    assert settings["LOCATION"] == "cache"


@pytest.mark.parametrize(
    "value",
    [
        "redis://cache",
        "redis://cache:6380/3",
        "redis://sam:p%40ss,word@[::1]:6380/",
        "rediss://:secret@cache/0?ssl_ca_certs=/etc/ssl/ours.pem",
        "unix:///run/redis.sock",
        "unix://sam:secret@/run/redis.sock?db=2",
    ],
)
def test_cache_can_be_a_redis(given: Callable[[str], str], value: str) -> None:
    settings = cache.from_env(given(value))

    assert settings["BACKEND"] == "django.core.cache.backends.redis.RedisCache"
    assert settings["LOCATION"] == [value]


def test_redis_is_waited_for_two_seconds(given: Callable[[str], str]) -> None:
    options = cache.from_env(given("redis://cache"))["OPTIONS"]

    assert (options["socket_connect_timeout"], options["socket_timeout"]) == (2, 2)


@pytest.mark.parametrize(
    "value",
    ["cache", "memcached://cache", "redis://", "redis:///0", "redis://cache:x", "redis://cache:65536",
     "redis://cache/feet", "redis://cache/1/2", "redis://cache?toes=10", "redis://a:b#c@cache",
     "redis://[cache", "rediss://cache?ssl_cert_reqs=maybe", "unix://", "unix://run/redis.sock",
     "unix:///run/redis.sock?db=x"],
)  # fmt: skip
def test_cache_that_cannot_be_read_shows_how_to_write_it(
    given: Callable[[str], str], value: str
) -> None:
    with pytest.raises(ImproperlyConfigured) as stopped:
        cache.from_env(given(value))

    assert str(stopped.value) == (
        "SETTING can't be read. Write it as redis://name:password@host:6379/0, rediss://… for "
        "TLS, or unix:///folder/redis.sock, with %40 for an @ in the password, or leave it out: "
        "the database then does its work."
    )
