"""What the tests of the pages share."""

from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from exercises.models import Exercise
from logbook.models import Session
from tests.make import MONDAY, make_programme, make_session, make_user


@pytest.fixture
def kim(db: None, clock: time_machine.Traveller) -> User:
    """Who wasn't asked yet whether what hurts may be kept."""
    user = make_user(email="kim@example.org", consent=None, asks_during=True)
    make_programme(user=user)
    return user


@pytest.fixture
def kims_browser(kim: User, client_of: Callable[[User], Client]) -> Client:
    return client_of(kim)


@pytest.fixture
def kims_session(kim: User, circles: Exercise) -> Session:
    return make_session(user=kim, exercise=circles, day=MONDAY)
