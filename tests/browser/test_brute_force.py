"""Passwords and codes that are tried are counted in all processes, whatever is claimed."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

from tests import redis_server
from tests.authenticator_app import code
from tests.browser.site import Answer, ask, manage, served, surroundings

FORM = "application/x-www-form-urlencoded"
EMAIL = "demo@example.org"
USED_UP = b"That code no longer counts"
TOO_MANY = b"too often in a short time"
KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # of the app
NEW_DOOR = f"""
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from accounts.models import User
cache.clear()
person = User.objects.get()
EmailAddress.objects.get_or_create(user=person, email=person.email, primary=True, verified=True)
person.authenticator_set.all().delete()
TOTP.activate(person, "{KEY}")
"""


class Site(NamedTuple):
    """Two processes that serve one person, who has two-step sign-in."""

    environment: dict[str, str]
    ports: list[int]
    password: str


@contextmanager
def two_processes(prepared: Path, folder: Path, redis: str = "") -> Iterator[Site]:
    """They count tries in the database, or in the Redis at that address."""
    state = shutil.copytree(prepared, folder / "state")
    both = [surroundings(state, EMAIL_URL="console:", CACHE_URL=redis) for _ in range(2)]
    password = manage(both[0], "demo").split()[-1]
    with ExitStack() as stack:
        ports = [stack.enter_context(served(each)) for each in both]
        yield Site(both[0], ports, password)


@pytest.fixture(scope="module")
def running(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with two_processes(prepared, tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture
def site(running: Site) -> Site:
    """As if nobody had tried anything yet."""
    manage(running.environment, "shell", "-c", NEW_DOOR)
    return running


class Guesser:
    """A browser whose every request goes to the other process, from where it says."""

    def __init__(self, site: Site) -> None:
        self.site, self.count, self.cookies = site, 0, SimpleCookie()

    def ask(self, path: str, *, method: str = "GET", **sent: str) -> Answer:
        self.count += 1
        told = {
            "Cookie": "; ".join(f"{name}={each.value}" for name, each in self.cookies.items()),
            "Content-Type": FORM,
            # What a guesser may claim, so as to look like somebody else elsewhere:
            "X-Forwarded-For": f"203.0.113.{self.count}",
            "Host": f"127.0.0.1:{1000 + self.count}",
        }
        port = self.site.ports[self.count % 2]
        answer = ask(port, path, told, method=method, body=urlencode(sent))
        for cookie in answer.headers.get_all("Set-Cookie", []):
            self.cookies.load(cookie)
        return answer

    def post(self, path: str, **sent: str) -> Answer:
        """Fill in and send the form at that address, and see where it leads."""
        page = self.ask(path)
        (token,) = re.findall(rb'name="csrfmiddlewaretoken" value="(\w+)"', page.body)[:1]
        answer = self.ask(path, method="POST", csrfmiddlewaretoken=token.decode(), **sent)
        location = answer.headers["Location"]
        return self.ask(location) if location else answer


def test_passwords_for_one_address_are_counted(site: Site) -> None:
    assert passwords_refused(site) == [False] * 5 + [True] * 3


def test_they_are_counted_in_redis_too(prepared: Path, tmp_path: Path) -> None:
    with redis_server.running() as redis, two_processes(prepared, tmp_path, redis.address) as site:
        assert passwords_refused(site) == [False] * 5 + [True] * 3


def passwords_refused(site: Site) -> list[bool]:
    """Seven wrong ones and the right one, each from elsewhere: which aren't even looked at."""
    guesses = [f"guess number {number}" for number in range(7)] + [site.password]
    answers = [
        Guesser(site).post("/accounts/login/", login=EMAIL, password=guess) for guess in guesses
    ]
    return [TOO_MANY in answer.body for answer in answers]


def test_codes_of_the_app_are_counted_for_their_person(site: Site) -> None:
    door, answers = "/accounts/2fa/authenticate/", []
    for _ in range(6):
        guesser = Guesser(site)
        guesser.post("/accounts/login/", login=EMAIL, password=site.password)
        answers.append(guesser.post(door, code="000000"))

    late = guesser.post(door, code=code(KEY))

    assert [TOO_MANY in answer.body for answer in answers] == [False] * 5 + [True]
    assert TOO_MANY in late.body
    assert guesser.ask("/today/").status == 302


@pytest.mark.parametrize(
    ("asking", "answering"),
    [
        ("/accounts/login/code/", "/accounts/login/code/confirm/"),
        ("/accounts/password/reset/", "/accounts/password/reset/confirm/"),
    ],
)
def test_a_code_by_mail_is_good_for_three_tries(site: Site, asking: str, answering: str) -> None:
    guesser = Guesser(site)
    guesser.post(asking, email=EMAIL)

    answers = [guesser.post(answering, code="000000") for _ in range(3)]

    assert [USED_UP in answer.body for answer in answers] == [False, False, True]
    assert guesser.ask(answering).status == 302  # there is nothing left to guess


@pytest.mark.parametrize("asking", ["/accounts/login/code/", "/accounts/password/reset/"])
def test_an_address_gets_five_codes_an_hour(site: Site, asking: str) -> None:
    answers = [Guesser(site).post(asking, email=EMAIL) for _ in range(6)]

    refused = [answer.status == 429 or TOO_MANY in answer.body for answer in answers]
    assert refused == [False] * 5 + [True]
