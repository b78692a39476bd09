"""One password, however a keyboard writes its letters and spaces; those kept before still count."""

from collections.abc import Callable
from typing import ClassVar

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher, make_password
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.accounts.ways import CONFIRM
from tests.make import NEWCOMER, PASSWORD, make_user
from tests.page import Page

SIGN_UP, SIGN_IN = "/accounts/signup/", "/accounts/login/"
CHANGE = "/accounts/password/change/"
COMPOSED, DECOMPOSED = "drei zähe Wörter", "drei za\u0308he Wo\u0308rter"
WRITTEN = [COMPOSED, DECOMPOSED, "drei\u00a0zähe\u202fWörter", "ｄｒｅｉ zähe Wörter"]

pytestmark = pytest.mark.django_db
written = pytest.mark.parametrize("password", WRITTEN)


def is_signed_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


def make_old_user(password: str) -> User:
    """Whose password was hashed as it was typed."""
    user = make_user()
    user.change(password=make_password(password))
    return user


class Counting(MD5PasswordHasher):
    hashed: ClassVar[list[str]] = []

    def encode(self, password: str, salt: str) -> str:
        self.hashed.append(password)
        return super().encode(password, salt)


@written
@pytest.mark.parametrize("chosen", WRITTEN)
def test_sign_in_takes_each_way_to_write_what_was_chosen(
    client: Client, chosen: str, password: str
) -> None:
    Client().post(SIGN_UP, NEWCOMER | {"password1": chosen})

    client.post(SIGN_IN, {"login": NEWCOMER["email"], "password": password})

    assert is_signed_in(client)


@written
def test_a_password_kept_before_signs_in_and_then_counts_however_it_is_written(
    client: Client, password: str
) -> None:
    make_old_user(password)

    client.post(SIGN_IN, {"login": "sam@example.org", "password": password})

    assert is_signed_in(client)
    assert all(User.objects.get().check_password(each) for each in WRITTEN)


@written
def test_a_password_kept_before_confirms_that_it_is_them_and_they_stay_signed_in(
    client_of: Callable[[User], Client], password: str
) -> None:
    client = client_of(make_old_user(password))

    response = client.post(CONFIRM, {"password": password, "next": "/settings/account/delete/"})

    assert response.headers["Location"] == "/settings/account/delete/"
    assert client.get("/settings/account/delete/").status_code == 200


@written
def test_a_password_kept_before_lets_them_choose_another(
    client_of: Callable[[User], Client], password: str
) -> None:
    client = client_of(make_old_user(password))
    new = {"password1": "stille Kiesel rollen", "password2": "stille Kiesel"}

    page = Page(client.post(CHANGE, {"oldpassword": password} | new))
    assert "The two new passwords differ." in page.words
    assert is_signed_in(client)
    client.post(CHANGE, {"oldpassword": password} | new | {"password2": new["password1"]})

    assert is_signed_in(client)
    assert User.objects.get().check_password("stille Kiesel rollen")


def test_the_same_password_may_be_written_in_two_ways_when_it_is_typed_twice(
    client_of: Callable[[User], Client],
) -> None:
    client = client_of(make_user())
    sent = {"oldpassword": PASSWORD, "password1": COMPOSED, "password2": DECOMPOSED}

    client.post(CHANGE, sent)

    assert User.objects.get().check_password(COMPOSED)


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("za\u0308he Wo\u0308r", "This has 8 characters. Add at least 2 more."),
        ("１２３４５６７８９０", "Many people use this one, so it is easy to guess."),
        ("margit\uff20example", "This is too much like your email address."),
    ],
)
def test_a_new_password_is_judged_as_it_is_kept(
    client: Client, password: str, sentence: str
) -> None:
    page = Page(client.post(SIGN_UP, NEWCOMER | {"password1": password}))

    assert sentence in page.words
    assert not User.objects.exists()


@pytest.mark.parametrize("password", [PASSWORD + "!", DECOMPOSED])
def test_a_strange_address_takes_as_many_hashes_as_a_wrong_password(
    client: Client, settings: Settings, password: str
) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.Counting"]
    make_user()
    without_password = make_user(email="kim@example.org")
    without_password.set_unusable_password()
    without_password.save()

    counts = []
    for login in ("sam@example.org", "nobody@example.org", "kim@example.org"):
        Counting.hashed.clear()
        client.post(SIGN_IN, {"login": login, "password": password})
        counts.append(len(Counting.hashed))

    assert counts == [1 + (password == DECOMPOSED)] * 3
