"""Redis is gone or silent: what counts tries lets nobody in, and all else goes on."""

import time
from uuid import uuid4

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from accounts.models import User
from logbook.models import Session
from tests.accounts.ways import code_in, confirm, is_signed_in
from tests.hosting.test_database_gone import check_page
from tests.hosting.test_log_lines import lines
from tests.make import NEWCOMER, PASSWORD
from tests.redis_server import Redis

SIGN_IN, RESET = "/accounts/login/", "/accounts/password/reset/"
RIGHT = {"login": "sam@example.org", "password": PASSWORD}


@pytest.fixture
def stranger(redis: Redis, person: User) -> Client:
    """The server answers them as it does in real life."""
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        (SIGN_IN, RIGHT),
        ("/accounts/signup/", NEWCOMER),
        (RESET, {"email": "sam@example.org"}),
        ("/accounts/login/code/", {"email": "sam@example.org"}),
    ],
)
def test_while_it_is_gone_nobody_comes_in(
    stranger: Client, redis: Redis, mail_server: None, address: str, sent: dict[str, str]
) -> None:
    redis.stop()

    check_page(stranger.post(address, sent))

    assert not is_signed_in(stranger)
    assert list(User.objects.values_list("email", "last_login")) == [("sam@example.org", None)]


def test_when_it_is_back_they_come_in_without_a_restart(stranger: Client, redis: Redis) -> None:
    stranger.post(SIGN_IN, RIGHT | {"password": "a slip"})
    redis.stop()
    check_page(stranger.post(SIGN_IN, RIGHT))

    redis.start()
    stranger.post(SIGN_IN, RIGHT)

    assert is_signed_in(stranger)


def test_one_that_was_started_anew_is_asked_as_if_nothing_had_been(
    stranger: Client, redis: Redis
) -> None:
    stranger.post(SIGN_IN, RIGHT | {"password": "a slip"})
    redis.stop()
    redis.start()

    stranger.post(SIGN_IN, RIGHT)

    assert is_signed_in(stranger)


def test_one_that_says_nothing_is_waited_for_two_seconds(stranger: Client, redis: Redis) -> None:
    redis.fall_silent()
    began = time.perf_counter()

    check_page(stranger.post(SIGN_IN, RIGHT))

    assert 1.9 < time.perf_counter() - began < 4


def test_pages_that_count_nothing_go_on(signed_in: Client, redis: Redis) -> None:
    redis.stop()
    day = signed_in.get("/today/").context["report"].day
    sent = {"exercise": "toe-walking", "day": day.isoformat(), "key": str(uuid4()), "page": "today"}

    signed_in.post("/sessions/", sent)

    assert [str(session.key) for session in Session.objects.all()] == [sent["key"]]
    assert signed_in.get("/healthz").status_code == 200
    for address in ("/today/", "/settings/account/", "/exercises/"):
        assert signed_in.get(address).status_code == 200
    assert Client().get(SIGN_IN).status_code == 200


def test_a_new_password_is_not_kept_where_the_page_says_that_it_is_not(
    stranger: Client, redis: Redis, mail_server: None, mailoutbox: list[EmailMessage]
) -> None:
    stranger.post(RESET, {"email": "sam@example.org"})
    stranger.post(f"{RESET}confirm/", {"code": code_in(mailoutbox[0])})
    new = {"password1": "quiet pebbles roll", "password2": "quiet pebbles roll"}
    redis.stop()

    check_page(stranger.post(f"{RESET}complete/", new))
    assert User.objects.get().check_password(PASSWORD)

    redis.start()
    stranger.post(f"{RESET}complete/", new)
    assert User.objects.get().check_password("quiet pebbles roll")
    assert is_signed_in(stranger)


def test_an_account_is_deleted_whole_or_not_at_all(stranger: Client, redis: Redis) -> None:
    stranger.post(SIGN_IN, RIGHT)
    confirm(stranger)
    redis.stop()

    check_page(stranger.post("/settings/account/delete/", {"email": "sam@example.org"}))
    assert User.objects.get().email == "sam@example.org"

    redis.start()
    stranger.post("/settings/account/delete/", {"email": "sam@example.org"})
    assert not User.objects.exists()


def test_the_log_says_in_a_line_what_is_wrong(
    stranger: Client, redis: Redis, caplog: pytest.LogCaptureFixture
) -> None:
    redis.stop()

    stranger.post(SIGN_IN, RIGHT)

    (line,) = lines(caplog)
    assert line.endswith(
        f" ERROR django.request: Service Unavailable: {SIGN_IN} (Error 2 connecting to "
        f"{redis.folder}/redis.sock. No such file or directory)"
    )
    assert "toes" not in line  # the password
