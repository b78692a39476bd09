"""A passkey is offered once after signing up, on that day, and never again once it was answered."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from accounts.models import User
from tests.accounts.ways import ADD, add_passkey, asked_of_browser, stranger
from tests.make import NEWCOMER
from tests.page import Page
from tests.passkey import Device

NO_THANKS = "/settings/account/no-passkey/"


@pytest.fixture
def margit(db: None, clock: time_machine.Traveller) -> Client:
    """Has just signed up."""
    client = stranger()
    client.post("/accounts/signup/", NEWCOMER)
    return client


def is_offered(client: Client) -> bool:
    page = Page(client.get("/today/"))
    return bool(page.find("section", aria_labelledby="passkey-offer", data_when="able", hidden=""))


@pytest.mark.parametrize(("hours", "offered"), [(0, True), (23, True), (25, False)])
def test_it_is_offered_on_the_day_of_signing_up(
    margit: Client, clock: time_machine.Traveller, hours: int, offered: bool
) -> None:
    clock.shift(timedelta(hours=hours))

    assert is_offered(margit) == offered


def test_no_is_no_for_good(margit: Client) -> None:
    assert margit.get(NO_THANKS).headers["Location"] == "/today/"
    assert is_offered(margit)  # following a link answers nothing

    for _ in range(2):
        assert margit.post(NO_THANKS).headers["Location"] == "/today/"

    assert not is_offered(margit)
    assert User.objects.get().offers_passkey is False


def test_yes_leads_to_one_and_back_without_asking_for_the_password_again(margit: Client) -> None:
    page = Page(margit.get("/today/"))
    assert page.find("a", href=f"{ADD}?next=/today/")

    device = Device()
    options = asked_of_browser(margit.get(f"{ADD}?next=/today/"))["creation_options"]
    response = margit.post(ADD, {"credential": device.make(options), "next": "/today/"})

    assert response.headers["Location"] == "/today/"
    assert not is_offered(margit)


def test_a_passkey_that_was_added_elsewhere_is_an_answer_too(margit: Client) -> None:
    add_passkey(margit, Device())

    assert not is_offered(margit)


def test_people_made_on_the_command_line_are_offered_nothing(
    person: User, client_of: Callable[[User], Client]
) -> None:
    assert not is_offered(client_of(person))
