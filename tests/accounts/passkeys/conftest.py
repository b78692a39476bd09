"""A person who has just shown that it's them, and their phone with a passkey."""

import pytest
from django.test import Client

from accounts.models import User
from tests.accounts.ways import ACCOUNT, add_passkey, confirm, stranger
from tests.passkey import Device


@pytest.fixture
def sam(person: User) -> Client:
    """Signed in, and has just typed the password once more."""
    client = stranger()
    client.force_login(person)
    confirm(client)
    return client


@pytest.fixture
def phone(sam: Client) -> Device:
    """Has a passkey of sam's."""
    device = Device()
    assert add_passkey(sam, device).headers["Location"] == ACCOUNT
    return device
