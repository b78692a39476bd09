"""Addresses from before get their one form; two people who would share one stay two."""

import pytest
from django.core.management import call_command
from django.test import Client

from accounts.models import User
from tests.accounts.ways import ACCOUNT
from tests.make import PASSWORD, make_user
from tests.page import Page

SIGN_IN = "/accounts/login/"
STORED = "sam@xn--mller-kva.example"
OTHER = "another-ten-toes"

pytestmark = pytest.mark.django_db


def is_signed_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


def make_old_user(email: str) -> User:
    """From the version before, which kept an address as it was typed, in small letters."""
    user = make_user()
    user.emailaddress_set.update(email=email)  # type: ignore[attr-defined]  # allauth's
    user.change(email=email, email_as_typed=None)
    return user


@pytest.mark.parametrize(
    "email", ["sam@müller.example", "sam@example.org\u200b", "sam@straße.example"]
)
def test_who_is_from_before_signs_in_as_before(client: Client, email: str) -> None:
    make_old_user(email)

    client.post(SIGN_IN, {"login": email, "password": PASSWORD})

    assert is_signed_in(client)


def test_an_old_address_is_found_in_other_forms_once_it_is_unified(
    client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    make_old_user("sam@müller.example")

    call_command("unify_addresses")
    client.post(SIGN_IN, {"login": STORED, "password": PASSWORD})

    assert is_signed_in(client)
    assert "Email sam@müller.example" in Page(client.get(ACCOUNT)).words
    assert list(User.objects.values_list("email", "emailaddress__email")) == [(STORED, STORED)]
    assert capsys.readouterr().out == ""


def test_two_who_have_one_address_are_told_to_the_host_and_stay_two(
    capsys: pytest.CaptureFixture[str],
) -> None:
    by_typing = make_old_user("sam@müller.example")
    by_browser = make_user(email=STORED, password=OTHER)

    call_command("unify_addresses")
    told = capsys.readouterr().out

    day = f"{by_typing.date_joined:%Y-%m-%d}"
    assert told == (
        f"sam@müller.example (joined {day}) and {STORED} (joined {day}) are one address. "
        "Both sign in as before.\n"
    )
    emails = dict(User.objects.values_list("pk", "email"))
    assert emails == {by_typing.pk: "sam@müller.example", by_browser.pk: STORED}


@pytest.mark.parametrize(
    ("typed", "password", "other"),
    [
        ("Sam@müller.example ", PASSWORD, OTHER),
        (STORED, OTHER, PASSWORD),
    ],
)
def test_each_of_two_signs_in_by_their_own_spelling(
    client: Client, typed: str, password: str, other: str
) -> None:
    make_old_user("sam@müller.example")
    make_user(email=STORED, password=OTHER)
    call_command("unify_addresses", count=True)

    client.post(SIGN_IN, {"login": typed, "password": other})
    assert not is_signed_in(client)
    client.post(SIGN_IN, {"login": typed, "password": password})
    assert is_signed_in(client)


def test_the_second_of_two_gets_the_form_once_the_first_is_gone(client: Client) -> None:
    make_old_user("sam@müller.example")
    other = make_user(email=STORED)
    call_command("unify_addresses", count=True)
    other.delete()

    call_command("unify_addresses")

    assert User.objects.get().email == STORED


def test_whoever_joined_first_gets_the_form(capsys: pytest.CaptureFixture[str]) -> None:
    first = make_old_user("sam@müller.example")
    make_old_user("sam@mu\u0308ller.example")

    call_command("unify_addresses", count=True)

    assert dict(User.objects.values_list("email", "pk"))[STORED] == first.pk
    assert capsys.readouterr().out == (
        "Addresses: 1 shared by two people, who stay as they are. "
        "`manage.py unify_addresses` names them.\n"
    )
