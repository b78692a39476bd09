"""Tries that are counted in a Redis: as exactly as in the database, and forgotten by itself."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from hashlib import sha256

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client, RequestFactory
from django.utils import timezone
from time_machine import Traveller

from accounts import rate_limits
from accounts.models import User
from tests.accounts.test_rate_limits import names
from tests.accounts.ways import SECOND_STEP, SIGN_IN, confirm, is_signed_in, turn_on
from tests.authenticator_app import code
from tests.make import PASSWORD
from tests.page import Page
from tests.redis_server import Redis

TOO_OFTEN = "That was too often in a short time."


def kept() -> dict[str, tuple[int, str]]:
    """For how many seconds, and what, by name."""
    client = cache._cache.get_client()  # type: ignore[attr-defined]
    return {
        name.decode(): (client.ttl(name), client.get(name).decode()) for name in client.keys("*")
    }


def sign_in(password: str) -> Client:
    client = Client()
    client.post(SIGN_IN, {"login": "sam@example.org", "password": password})
    return client


def test_after_five_wrong_passwords_the_right_one_has_to_wait(redis: Redis, person: User) -> None:
    for number in range(5):
        sign_in(f"guess number {number}")

    late = Client().post(SIGN_IN, {"login": person.email, "password": PASSWORD})

    assert TOO_OFTEN in Page(late).words
    assert not is_signed_in(sign_in(PASSWORD))


def test_of_many_tries_at_once_three_are_let_through(redis: Redis) -> None:
    def try_it(number: int) -> bool:
        request = RequestFactory().post("/", REMOTE_ADDR="192.0.2.1")
        return rate_limits.may_try(request, "sam@example.org:123456")

    with ThreadPoolExecutor(16) as at_once:
        let_through = list(at_once.map(try_it, range(32)))

    assert let_through.count(True) == 3


def test_what_is_kept_is_a_number_for_an_hour_at_most(redis: Redis, person: User) -> None:
    sign_in("a slip")

    actions = [name.removeprefix("footcare:1:allauth:rl:").split(":")[1] for name in kept()]
    assert sorted(actions) == ["login", "login_failed", "login_failed"]
    for seconds, what in kept().values():
        assert 0 < seconds <= 3600
        assert all(isinstance(each, float) for each in json.loads(what))


def test_with_their_person_goes_all_but_which_codes_of_the_app_were_used(
    redis: Redis, person: User
) -> None:
    client = sign_in(PASSWORD)
    confirm(client)
    key = turn_on(client)
    sign_in("a slip")
    sign_in(PASSWORD).post(SECOND_STEP, {"code": code(key, steps=1)})
    address = sha256(f"localhost:{person.email}".encode()).hexdigest()
    assert [name for name in kept() if address in name]

    client.post("/settings/account/delete/", {"email": person.email})

    assert not User.objects.exists()
    assert [name for name in kept() if address in name] == []
    theirs = {name: seconds for name, (seconds, _) in kept().items() if str(person.pk) in name}
    assert sorted(re.split(r"[:?]", name)[2] for name in theirs) == [
        "allauth.mfa.totp.used",
        "code-used",
    ]
    assert max(theirs.values()) <= 90


@pytest.mark.django_db
def test_what_was_counted_in_the_database_before_is_still_forgotten(
    person: User, clock: Traveller, request: pytest.FixtureRequest
) -> None:
    cache.set("short", 1, timeout=60)
    cache.set(f"code-used:{person.pk}:123456", 1, timeout=3600)
    cache.set("long", 1, timeout=3600)
    clock.shift(timedelta(minutes=2))
    request.getfixturevalue("redis")

    call_command("tidy", verbosity=0)
    rate_limits.forget_codes_of(person)

    assert names() == [":1:long"]


def test_without_the_table_there_is_nothing_to_forget(redis: Redis, person: User) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {rate_limits.TABLE}")

    rate_limits.forget_codes_of(person)
    rate_limits.forget_expired(timezone.now())

    assert rate_limits.TABLE not in connection.introspection.table_names()
