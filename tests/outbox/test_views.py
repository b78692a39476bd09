"""The small address that an outbox asks first."""

import pytest
import time_machine
from django.test import Client

from tests.make import THURSDAY_MORNING, make_user

pytestmark = pytest.mark.django_db


def test_it_says_who_is_signed_in_with_a_token_and_the_time() -> None:
    client, person = Client(), make_user()
    client.force_login(person)

    with time_machine.travel(THURSDAY_MORNING, tick=False):
        response = client.get("/outbox/hello")

    told = response.json()
    assert told["who"] == person.mark
    assert told["outbox"] == 1
    assert told["now"] == THURSDAY_MORNING.timestamp() * 1000
    assert len(told["token"]) == 64
    assert "no-store" in response.headers["Cache-Control"]


def test_to_a_stranger_it_says_that_nobody_is() -> None:
    assert Client().get("/outbox/hello").json()["who"] == ""
