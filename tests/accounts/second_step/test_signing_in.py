"""An app's six digits or a recovery code after the password; devices not asked again."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client

from accounts.models import User
from tests.accounts.ways import (
    ACCOUNT,
    CONFIRM,
    CREDENTIALS,
    SECOND_STEP,
    SIGN_IN,
    TURN_OFF,
    code_in,
    confirm,
    is_signed_in,
    recovery_codes,
    sign_in,
    stranger,
)
from tests.authenticator_app import code
from tests.make import PASSWORD
from tests.page import Page


def test_sign_in_asks_for_the_app_and_lets_nobody_in_before(key: str) -> None:
    client = stranger()

    response = sign_in(client, next="/week/")
    assert response.headers["Location"] == SECOND_STEP
    assert not is_signed_in(client)
    page = Page(client.get(SECOND_STEP))
    assert "Open your authenticator app and type the six digits for Footcare." in page.words
    assert not page.find("pass-key")

    shown = code(key)
    response = client.post(SECOND_STEP, {"code": f"{shown[:3]} {shown[3:]}"})
    assert response.headers["Location"] == "/week/"
    assert is_signed_in(client)


@pytest.mark.parametrize(("steps", "works"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_code_also_works_just_before_and_after_its_time(
    key: str, steps: int, works: bool
) -> None:
    client = stranger()
    sign_in(client)

    client.post(SECOND_STEP, {"code": code(key, steps=steps)})

    assert is_signed_in(client) == works


@pytest.mark.parametrize("later", [0, 29, 59])
def test_a_code_that_somebody_looked_over_works_for_nobody_else(
    key: str, clock: time_machine.Traveller, later: int
) -> None:
    shown = code(key, steps=1)
    sam, thief = stranger(), stranger()
    sign_in(sam)
    sam.post(SECOND_STEP, {"code": shown})
    assert is_signed_in(sam)
    clock.shift(timedelta(seconds=later))
    sign_in(thief)

    page = Page(thief.post(SECOND_STEP, {"code": shown}))

    assert "That isn’t a code that works now." in page.words
    assert not is_signed_in(thief)


def test_a_recovery_code_works_once(sam: Client, key: str) -> None:
    confirm(sam)
    first = recovery_codes(sam)[0]

    for works in (True, False):
        client = stranger()
        sign_in(client)
        client.post(SECOND_STEP, {"code": first})
        assert is_signed_in(client) == works

    assert "On, with an app; 9 recovery codes left" in Page(sam.get(ACCOUNT)).words


def test_after_five_wrong_codes_the_right_one_has_to_wait(
    key: str, clock: time_machine.Traveller
) -> None:
    for _ in range(5):
        client = stranger()
        sign_in(client)
        client.post(SECOND_STEP, {"code": "000000"})

    page = Page(client.post(SECOND_STEP, {"code": code(key)}))
    assert "That was too often in a short time. Please wait a few minutes" in page.words
    assert not is_signed_in(client)

    clock.shift(timedelta(minutes=6))
    client.post(SECOND_STEP, {"code": code(key)})
    assert is_signed_in(client)


def test_a_device_that_is_trusted_is_not_asked_again_for_thirty_days(
    key: str, clock: time_machine.Traveller
) -> None:
    client = stranger()
    sign_in(client)
    client.post(SECOND_STEP, {"code": code(key), "trust": "on"})
    client.post("/accounts/logout/")

    clock.shift(timedelta(days=29))
    assert sign_in(client).headers["Location"] == "/today/"
    client.post("/accounts/logout/")

    clock.shift(timedelta(days=2))
    assert sign_in(client).headers["Location"] == SECOND_STEP


def test_a_device_is_asked_again_unless_it_was_trusted(key: str) -> None:
    client = stranger()
    sign_in(client)
    client.post(SECOND_STEP, {"code": code(key)})
    client.post("/accounts/logout/")

    assert sign_in(client).headers["Location"] == SECOND_STEP


def test_trust_ends_with_the_password(key: str, person: User) -> None:
    client = stranger()
    sign_in(client)
    client.post(SECOND_STEP, {"code": code(key), "trust": "on"})
    person.set_password(PASSWORD[::-1])
    person.save()

    response = sign_in(client, password=PASSWORD[::-1])

    assert response.headers["Location"] == SECOND_STEP


def test_sign_in_that_was_begun_can_be_left(key: str) -> None:
    client = stranger()
    sign_in(client)
    assert client.get(SIGN_IN).headers["Location"] == SECOND_STEP
    page = Page(client.get(SECOND_STEP))
    assert page.find("form", action="/accounts/logout/")
    assert page.hidden("next") == [SIGN_IN]

    response = client.post("/accounts/logout/", {"next": SIGN_IN}, follow=True)

    assert "Welcome back" in Page(response).words


def test_nobody_comes_to_the_second_step_without_the_first(client: Client, key: str) -> None:
    response = client.post(SECOND_STEP, {"code": code(key)})

    assert response.headers["Location"] == SIGN_IN
    assert not is_signed_in(client)


def test_the_admin_asks_for_the_second_step_too(key: str, person: User) -> None:
    person.is_staff = person.is_superuser = True
    person.save()
    client = stranger()

    response = client.post("/admin/login/?next=/admin/", CREDENTIALS | {"username": person.email})
    assert response.headers["Location"] == "/accounts/login/?next=%2Fadmin%2F"
    response = sign_in(client, next="/admin/")
    assert response.headers["Location"] == SECOND_STEP
    assert client.get("/admin/").status_code == 302

    client.post(SECOND_STEP, {"code": code(key)})
    assert client.get("/admin/").status_code == 200


@pytest.mark.usefixtures("mail_server")
def test_a_new_password_by_mail_is_no_way_round_the_second_step(
    key: str, mailoutbox: list[EmailMessage]
) -> None:
    client = stranger()
    client.post("/accounts/password/reset/", {"email": "sam@example.org"})
    client.post("/accounts/password/reset/confirm/", {"code": code_in(mailoutbox[0])})
    new = dict.fromkeys(("password1", "password2"), "quiet pebbles roll")

    response = client.post("/accounts/password/reset/complete/", new)

    assert response.headers["Location"] == SECOND_STEP
    assert not is_signed_in(client)


def test_the_app_also_shows_that_it_is_you(
    key: str, person: User, client_of: Callable[[User], Client]
) -> None:
    sam = client_of(person)
    response = sam.get(TURN_OFF)
    assert response.headers["Location"].startswith(CONFIRM)
    page = Page(sam.get(response.headers["Location"]))
    way = f"/accounts/2fa/reauthenticate/?next={quote(TURN_OFF, safe='')}"
    assert page.find("a", href=way)

    response = sam.post(way, {"code": code(key)})

    assert response.headers["Location"] == TURN_OFF
    assert sam.get(TURN_OFF).status_code == 200
