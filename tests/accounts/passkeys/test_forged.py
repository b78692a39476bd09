"""What no browser sends as a passkey is refused, wherever it arrives, and never breaks anything."""

import json
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accounts.models import User
from tests.accounts.ways import (
    ADD,
    BY_PASSKEY,
    SECOND_STEP,
    SIGN_IN,
    add_passkey,
    asked_at_the_door,
    asked_of_browser,
    confirm,
    is_signed_in,
    sign_in,
    stranger,
    turn_on,
)
from tests.make import make_user
from tests.page import Page
from tests.passkey import Device

FAILED = "That passkey didn’t work. Try again, or use another way."
CONFIRM = "/accounts/2fa/webauthn/reauthenticate/"
NESTED = "[" * 100_000
PARTS = ["id", "rawId", "type", "response", "clientExtensionResults"]
INNER = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(PARTS + INNER), inner, max_size=5)
    ),
    max_leaves=12,
)

quick = settings(max_examples=25)  # each signs in several times

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_limits")]


def somebody(device: Device | None = None) -> Client:
    """Signed in, has just typed the password, and has a passkey on the device."""
    user = User.objects.filter(email="sam@example.org").first() or make_user()
    client = stranger()
    client.force_login(user)
    confirm(client)
    if device:
        add_passkey(client, device)
    return client


def changed(credential: str, part: str, value: Any) -> str:
    """The credential with one of its parts replaced."""
    whole = json.loads(credential)
    (whole["response"] if part in INNER else whole)[part] = value
    return json.dumps(whole)


@given(sent=ANYTHING.map(json.dumps) | st.text(max_size=40) | st.just(NESTED))
def test_whatever_is_sent_at_the_door_signs_nobody_in(sent: str) -> None:
    client = stranger()
    asked_at_the_door(client)

    response = client.post(BY_PASSKEY, {"credential": sent})

    assert response.headers["Location"] == SIGN_IN
    assert FAILED in Page(client.get(SIGN_IN)).words


@quick
@given(part=st.sampled_from(PARTS + INNER), value=ANYTHING)
@example(part="authenticatorData", value=10**13)  # a number of bytes, to who reads it carelessly
def test_a_signature_with_a_broken_part_signs_in_its_owner_or_nobody(part: str, value: Any) -> None:
    device = Device()
    somebody(device)
    client = stranger()
    credential = device.sign(asked_at_the_door(client))

    response = client.post(BY_PASSKEY, {"credential": changed(credential, part, value)})

    assert response.headers["Location"] in {SIGN_IN, "/today/"}
    assert is_signed_in(client) == (response.headers["Location"] == "/today/")


@quick
@given(part=st.sampled_from(PARTS + INNER), value=ANYTHING)
def test_a_new_passkey_with_a_broken_part_is_added_whole_or_not_at_all(
    part: str, value: Any
) -> None:
    client, device = somebody(), Device()
    before = Authenticator.objects.count()
    credential = device.make(asked_of_browser(client.get(ADD))["creation_options"])

    sent = {"credential": changed(credential, part, value), "name": "x"}
    response = client.post(ADD, sent)

    if response.status_code == 302:
        assert sign_in_with_new(device)
    else:
        assert FAILED in Page(response).words
        assert Authenticator.objects.count() == before


def sign_in_with_new(device: Device) -> bool:
    client = stranger()
    client.post(BY_PASSKEY, {"credential": device.sign(asked_at_the_door(client))})
    return is_signed_in(client)


@pytest.mark.parametrize("sent", ["", "{", "[]", "5", '"x"', "null", "{}", "\0", NESTED])
def test_something_else_than_a_passkey_is_said_to_be_none(sent: str) -> None:
    device = Device()
    client = somebody(device)
    client.get(ADD)
    assert FAILED in Page(client.post(ADD, {"credential": sent, "name": "x"})).words

    client.get(CONFIRM)
    response = client.post(CONFIRM, {"credential": sent})
    assert FAILED in Page(client.get(response.headers["Location"])).words

    turn_on(client)
    newcomer = stranger()
    sign_in(newcomer)
    page = Page(newcomer.post(SECOND_STEP, {"credential": sent}))
    assert "That passkey didn’t work. Try again, or type a code." in page.words
