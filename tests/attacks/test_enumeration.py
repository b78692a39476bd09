"""Whether an address has an account can't be told from what the site answers."""

import re

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.make import PASSWORD
from tests.page import Page

UNKNOWN = "nobody@example.org"
SIGN_UP = {"email": "{}", "password1": PASSWORD, "time_zone": "Europe/Berlin"}


def answer(path: str, email: str, sent: dict[str, str]) -> tuple[int, str, str]:
    """Status, where it leads, and the words there, without the address that was typed."""
    filled = {name: value.format(email) for name, value in sent.items()}
    response = Client().post(path, filled, follow=True)
    first = response.redirect_chain[0] if response.redirect_chain else ("", response.status_code)
    words = Page(response).words.replace(email, "THEM")
    return first[1], re.sub(r"[\w-]{20,}", "KEY", first[0]), words


class Slow(MD5PasswordHasher):
    """Notes how often it was asked, which is what takes the time."""

    asked = 0

    def encode(self, password: str, salt: str) -> str:
        Slow.asked += 1
        return super().encode(password, salt)


def passwords_hashed(path: str, email: str, sent: dict[str, str]) -> int:
    before = Slow.asked
    answer(path, email, sent)
    return Slow.asked - before


at_each_door = pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/accounts/login/", {"login": "{}", "password": "not this one"}),
        ("/accounts/password/reset/", {"email": "{}"}),
        ("/accounts/login/code/", {"email": "{}"}),
        ("/accounts/signup/", SIGN_UP),
    ],
)


@pytest.mark.usefixtures("mail_server")
@at_each_door
def test_an_address_with_an_account_is_answered_as_one_without(
    person: User, path: str, sent: dict[str, str]
) -> None:
    assert answer(path, person.email, sent) == answer(path, UNKNOWN, sent)


@pytest.mark.usefixtures("mail_server")
@at_each_door
def test_neither_does_the_time_that_it_takes_tell(
    settings: Settings, person: User, path: str, sent: dict[str, str]
) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.Slow"]
    person.set_password(PASSWORD)
    person.save()

    hashed = passwords_hashed(path, person.email, sent)

    assert hashed == passwords_hashed(path, UNKNOWN, sent)
    assert hashed == any("password" in name for name in sent)


@pytest.mark.usefixtures("mail_server")
def test_whoever_signs_up_with_an_address_that_has_an_account_is_told_there(person: User) -> None:
    answer("/accounts/signup/", person.email, SIGN_UP)

    assert [message.to for message in mail.outbox] == [[person.email]]
    assert User.objects.count() == 1
