"""A passkey signs in, makes a second step and shows that it's you; and each refusal."""

import pytest
from django.test import Client

from accounts.models import User
from tests.accounts.ways import (
    ACCOUNT,
    BY_PASSKEY,
    CODES,
    PASSKEY_FAILED,
    SECOND_STEP,
    SIGN_IN,
    TURN_ON,
    add_passkey,
    asked_at_the_door,
    asked_of_browser,
    confirm,
    is_signed_in,
    sign_in,
    sign_in_with,
    stranger,
    turn_on,
)
from tests.make import make_user
from tests.page import Page
from tests.passkey import Device

WITH_PASSKEY = "/accounts/2fa/webauthn/reauthenticate/"


def test_a_passkey_signs_in_without_a_password(phone: Device) -> None:
    client = stranger()
    assert Page(client.get(SIGN_IN)).find("form", action=BY_PASSKEY)

    response = sign_in_with(client, phone, next="/week/")

    assert response.headers["Location"] == "/week/"
    assert is_signed_in(client)
    assert "last used on 19 November 2026" in Page(client.get(ACCOUNT)).words


@pytest.mark.parametrize(("remember", "stays"), [("on", 90 * 24 * 3600), (None, "")])
def test_whoever_signs_in_by_passkey_stays_unless_they_say_no(
    phone: Device, remember: str | None, stays: object
) -> None:
    client = stranger()
    sent = {"credential": phone.sign(asked_at_the_door(client))}

    client.post(BY_PASSKEY, sent | ({"remember": remember} if remember else {}))

    assert is_signed_in(client)
    assert client.cookies["sessionid"]["max-age"] == stays


@pytest.mark.django_db
def test_what_a_stranger_s_browser_is_asked_is_kept_for_ten_minutes() -> None:
    client = stranger()

    asked_at_the_door(client)

    assert client.session.get_expiry_age() == 10 * 60


def test_a_passkey_makes_no_second_step_after_the_password(phone: Device) -> None:
    assert sign_in(stranger()).headers["Location"] == "/today/"


def test_a_passkey_needs_no_second_step(sam: Client, phone: Device) -> None:
    turn_on(sam)

    assert sign_in_with(stranger(), phone).headers["Location"] == "/today/"


def test_a_passkey_is_a_second_step_too(sam: Client, phone: Device) -> None:
    turn_on(sam)
    client = stranger()
    assert sign_in(client).headers["Location"] == SECOND_STEP

    options = asked_of_browser(client.get(SECOND_STEP))["request_options"]
    response = client.post(SECOND_STEP, {"credential": phone.sign(options)})

    assert response.headers["Location"] == "/today/"
    assert is_signed_in(client)


def test_a_strange_passkey_is_no_second_step(sam: Client, phone: Device) -> None:
    turn_on(sam)
    client = stranger()
    sign_in(client)
    options = asked_of_browser(client.get(SECOND_STEP))["request_options"]

    response = client.post(SECOND_STEP, {"credential": Device(person=phone.person).sign(options)})

    assert "That passkey didn’t work. Try again, or type a code." in Page(response).words
    assert not is_signed_in(client)


@pytest.mark.parametrize(
    ("wrong", "value"),
    [
        ("origin", "https://evil.example"),
        ("origin", "http://127.0.0.1"),
        ("verifies", False),
        ("person", "bm9ib2R5"),
        ("person", ""),
        ("key_id", b"another's"),
        ("key", Device().key),
    ],
)
def test_a_passkey_with_something_wrong_signs_nobody_in(
    phone: Device, wrong: str, value: object
) -> None:
    client = stranger()
    setattr(phone, wrong, value)

    response = sign_in_with(client, phone, next="/week/")

    assert response.headers["Location"] == f"{SIGN_IN}?next=%2Fweek%2F"
    assert PASSKEY_FAILED in Page(client.get(response.headers["Location"])).words
    assert not is_signed_in(client)


def test_what_signed_in_once_does_not_sign_in_again(phone: Device) -> None:
    first, thief = stranger(), stranger()
    credential = phone.sign(asked_at_the_door(first))
    first.post(BY_PASSKEY, {"credential": credential})
    asked_at_the_door(thief)

    thief.post(BY_PASSKEY, {"credential": credential})

    assert is_signed_in(first)
    assert not is_signed_in(thief)


def test_another_person_s_passkey_signs_in_another_person(sam: Client, phone: Device) -> None:
    alex = make_user(email="alex@example.org")
    phone.person = Device(person="").person
    client, device = stranger(), Device()
    client.force_login(alex)
    confirm(client)
    add_passkey(client, device)

    somebody = stranger()
    sign_in_with(somebody, device)

    assert "You sign in as alex@example.org." in Page(somebody.get("/settings/")).words


def test_who_is_closed_out_is_closed_out_by_passkey_too(phone: Device, person: User) -> None:
    person.change(is_active=False)

    client = stranger()
    page = Page(
        client.post(BY_PASSKEY, {"credential": phone.sign(asked_at_the_door(client))}, follow=True)
    )

    assert "This account is closed" in page.words
    assert not is_signed_in(client)


def test_ten_tries_by_passkey_a_minute_are_the_most(db: None) -> None:
    client = stranger()

    answers = [client.post(BY_PASSKEY, {"credential": "{}"}).status_code for _ in range(11)]

    assert answers == [302] * 10 + [429]


def test_who_has_no_password_shows_by_passkey_that_it_is_them(phone: Device, person: User) -> None:
    person.set_unusable_password()
    person.save()
    client = stranger()
    sign_in_with(client, phone)

    response = client.get(TURN_ON)
    assert response.headers["Location"].startswith(WITH_PASSKEY)
    options = asked_of_browser(client.get(response.headers["Location"]))["request_options"]
    sent = {"credential": Device(person=phone.person).sign(options), "next": TURN_ON}
    response = client.post(WITH_PASSKEY, sent)
    assert PASSKEY_FAILED in Page(client.get(response.headers["Location"])).words

    options = asked_of_browser(client.get(response.headers["Location"]))["request_options"]
    response = client.post(WITH_PASSKEY, {"credential": phone.sign(options), "next": TURN_ON})
    assert response.headers["Location"] == TURN_ON
    assert client.get(TURN_ON).status_code == 200
    assert client.get(CODES).status_code == 404
