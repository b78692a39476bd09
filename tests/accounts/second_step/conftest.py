"""A person who has just shown that it's them, and the key of their app."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from tests.accounts.ways import confirm, turn_on


@pytest.fixture
def sam(person: User, client_of: Callable[[User], Client]) -> Client:
    """Signed in, and has just typed the password once more."""
    client = client_of(person)
    confirm(client)
    return client


@pytest.fixture
def key(sam: Client, clock: time_machine.Traveller) -> str:
    """The app's; it has shown the code of turning on for long enough."""
    found = turn_on(sam)
    clock.shift(timedelta(minutes=2))
    return found
