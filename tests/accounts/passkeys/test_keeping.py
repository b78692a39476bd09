"""Passkeys are added, called something and removed; and each refusal."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.test import Client

from accounts.models import User
from tests.accounts.ways import (
    ACCOUNT,
    ADD,
    CONFIRM,
    PASSKEY_FAILED,
    add_passkey,
    asked_of_browser,
    confirm,
    is_signed_in,
    sign_in_with,
    stranger,
)
from tests.make import make_user
from tests.page import Page
from tests.passkey import Device


def remove(pk: int) -> str:
    return f"/accounts/2fa/webauthn/keys/{pk}/remove/"


def rename(pk: int) -> str:
    return f"/accounts/2fa/webauthn/keys/{pk}/edit/"


def test_a_passkey_is_added_and_shown_with_its_name(sam: Client, phone: Device) -> None:
    page = Page(sam.get(ACCOUNT))

    assert "Your passkey is added. Next time, sign in with it." in page.words
    assert "My phone Added on 19 November 2026 Rename My phone Remove My phone" in page.words
    assert Authenticator.objects.count() == 1  # and no recovery codes, which are for the app


def test_adding_leads_back_to_where_one_was(sam: Client) -> None:
    options = asked_of_browser(sam.get(f"{ADD}?next=/today/"))["creation_options"]

    response = sam.post(ADD, {"credential": Device().make(options), "next": "/today/"})

    assert response.headers["Location"] == "/today/"


@pytest.mark.parametrize("name", ["", "  "])
def test_a_passkey_without_a_name_is_called_as_the_browser(person: User, name: str) -> None:
    sam = stranger(user_agent="Mozilla/5.0 (Linux; Android 16) Chrome/142.0 Mobile Safari/537.36")
    sam.force_login(person)
    confirm(sam)
    assert Page(sam.get(ADD)).find("input", name="name", value="Chrome on Android")

    add_passkey(sam, Device(), name)

    assert "Chrome on Android Added on 19 November 2026" in Page(sam.get(ACCOUNT)).words


def test_the_browser_is_asked_for_a_passkey_that_signs_in_alone(sam: Client) -> None:
    asked: Any = asked_of_browser(sam.get(ADD))["creation_options"]["publicKey"]

    assert asked["rp"] == {"id": "localhost", "name": "Footcare"}
    assert asked["user"]["name"] == "sam@example.org"
    wanted = {"residentKey": "required", "userVerification": "required"}
    assert wanted.items() <= asked["authenticatorSelection"].items()


def test_a_device_with_a_passkey_is_not_asked_for_another(sam: Client, phone: Device) -> None:
    asked: Any = asked_of_browser(sam.get(ADD))["creation_options"]["publicKey"]

    assert len(asked["excludeCredentials"]) == 1


@pytest.mark.parametrize(
    ("wrong", "value"), [("origin", "https://evil.example"), ("verifies", False)]
)
def test_a_new_passkey_with_something_wrong_is_not_added(
    sam: Client, wrong: str, value: object
) -> None:
    device = Device()
    setattr(device, wrong, value)

    response = add_passkey(sam, device)

    assert PASSKEY_FAILED in Page(response).words
    assert not Authenticator.objects.exists()


def test_a_passkey_is_renamed(sam: Client, phone: Device) -> None:
    (row,) = Authenticator.objects.all()

    page = Page(sam.post(rename(row.pk), {"name": "x" * 61}))
    assert "This is too long. A name has at most 60 characters." in page.words
    assert page.find("input", name="name", value="x" * 61)

    assert "Give it a name." in Page(sam.post(rename(row.pk), {"name": ""})).words

    assert sam.post(rename(row.pk), {"name": "Kitchen <b>"}).headers["Location"] == ACCOUNT
    assert "Kitchen <b> Added on" in Page(sam.get(ACCOUNT)).words


def test_a_removed_passkey_signs_nobody_in(sam: Client, phone: Device) -> None:
    (row,) = Authenticator.objects.all()
    assert "My phone then signs nobody in." in Page(sam.get(remove(row.pk))).words

    page = Page(sam.post(remove(row.pk), follow=True))

    assert "The passkey is removed." in page.words
    assert not Authenticator.objects.exists()
    assert sam.post(remove(row.pk)).headers["Location"] == ACCOUNT  # once more changes nothing
    client = stranger()
    sign_in_with(client, phone)
    assert not is_signed_in(client)


@pytest.mark.parametrize("path", [remove, rename])
def test_another_person_s_passkey_is_not_there(
    sam: Client, phone: Device, path: Callable[[int], str]
) -> None:
    (row,) = Authenticator.objects.all()
    alex = stranger()
    alex.force_login(make_user(email="alex@example.org"))
    confirm(alex)

    for response in (alex.get(path(row.pk)), alex.post(path(row.pk), {"name": "Mine"})):
        assert response.status_code == 404
    row.refresh_from_db()
    assert row.wrap().name == "My phone"


def test_whoever_finds_a_device_signed_in_adds_and_removes_nothing(
    phone: Device, person: User
) -> None:
    (row,) = Authenticator.objects.all()
    finder = stranger()
    finder.force_login(person)

    for path in (ADD, remove(row.pk), rename(row.pk)):
        for response in (finder.get(path), finder.post(path, {"name": "Mine"})):
            assert response.headers["Location"].startswith(CONFIRM)
    assert list(Authenticator.objects.all()) == [row]


def test_a_password_that_was_typed_six_minutes_ago_is_asked_for_again(
    sam: Client, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(minutes=4))
    assert sam.get(ADD).status_code == 200

    clock.shift(timedelta(minutes=2))
    assert sam.get(ADD).headers["Location"].startswith(CONFIRM)
