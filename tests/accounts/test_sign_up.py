"""Signing up, where the site sends no mail."""

import json
import threading
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.make import NEWCOMER, make_user
from tests.page import Page

SIGN_UP = "/accounts/signup/"
NINETY_DAYS = 90 * 24 * 3600


@pytest.mark.django_db
def test_sign_up_asks_email_password_and_time_zone_and_nothing_else(client: Client) -> None:
    page = Page(client.get(SIGN_UP))

    asked = [
        attributes["name"]
        for tag, attributes in page.elements
        if tag in {"input", "select"} and attributes.get("type") != "hidden"
    ]
    assert asked == ["email", "password1", "time_zone"]
    assert page.find("input", type="email", autocomplete="email", autocapitalize="none")
    assert page.find("input", type="password", autocomplete="new-password")
    assert "At least 10 characters. Three or four plain words work well." in page.words


@pytest.mark.django_db
def test_no_time_zone_is_chosen_before_the_person_or_the_script_does(client: Client) -> None:
    page = Page(client.get(SIGN_UP))

    (zones,) = page.find("select", name="time_zone")
    assert json.loads(zones["data-device-zone"])["Europe/Kiev"] == "Europe/Kyiv"
    assert not [option for option in page.find("option", selected="") if option["value"]]
    assert page.find("script", type="module", src="/static/js/time-zone.js")


@pytest.mark.django_db
def test_sign_up_leads_to_the_safety_advice(client: Client) -> None:
    assert Page(client.get(SIGN_UP)).find("a", href="/care/safety/")


@pytest.mark.django_db
def test_a_newcomer_is_signed_in_at_once_and_shown_the_way_in(
    client: Client, clock: time_machine.Traveller
) -> None:
    far_east = {"time_zone": "Pacific/Kiritimati"}
    response = client.post(SIGN_UP, NEWCOMER | far_east, follow=True)

    assert response.request["PATH_INFO"] == "/welcome/hurts/"
    margit = User.objects.get()
    assert (margit.email, margit.time_zone) == ("margit@example.org", "Pacific/Kiritimati")
    assert margit.preferences.first_day == date(2026, 11, 19)  # 22:00 there
    programme = margit.targets.values_list("exercise__slug", "per_day")
    assert dict(programme) == {
        "resisted-plantar-flexion": 2,
        "ankle-circles": 3,
        "toe-presses": 3,
        "toe-walking": 2,
    }
    assert client.cookies["sessionid"]["max-age"] == NINETY_DAYS


@pytest.mark.django_db
def test_whoever_meant_to_go_elsewhere_goes_there(client: Client) -> None:
    response = client.post(f"{SIGN_UP}?next=/week/", NEWCOMER | {"next": "/week/"})

    assert response.headers["Location"] == "/week/"


@pytest.mark.django_db
def test_mistakes_are_listed_and_nobody_is_made(client: Client) -> None:
    sent = {"email": "margit.example.org", "password1": "sparow", "time_zone": ""}

    response = client.post(SIGN_UP, sent)

    page = Page(response)
    assert page.words.startswith("Error: Create your account · Footcare")
    assert "Three things to put right" in page.words
    assert "Email: Check the address. It should look like name@example.org." in page.words
    assert "Password: This has 6 characters. Add at least 4 more." in page.words
    assert "Time zone: Choose your time zone, so that your days end" in page.words
    assert page.find("input", name="email", value="margit.example.org")
    assert not User.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"email": ""}, "Type your email address."),
        ({"email": "m" * 251 + "@x.y"}, "Check the address."),
        ({"password1": ""}, "Choose a password."),
        ({"password1": "1234567890"}, "Many people use this one"),
        ({"password1": "quiet\0pebbles"}, "There is a character in this that can’t be read."),
        ({"time_zone": "Europe/\0Berlin"}, "Choose a time zone from the list."),
        ({"time_zone": "Europe/Atlantis"}, "Choose a time zone from the list."),
    ],
)
def test_one_mistake_is_told_with_what_to_do(
    client: Client, changes: dict[str, str], sentence: str
) -> None:
    page = Page(client.post(SIGN_UP, NEWCOMER | changes))

    assert "One thing to put right" in page.words
    assert sentence in page.words
    assert not User.objects.exists()


@pytest.mark.django_db
def test_a_password_is_asked_for_again_where_something_else_is_wrong(client: Client) -> None:
    again = "Password Please type your password again. At least 10 characters."

    assert again in Page(client.post(SIGN_UP, NEWCOMER | {"email": ""})).words
    assert again not in Page(client.post(SIGN_UP, NEWCOMER | {"password1": "sparow"})).words
    assert again not in Page(client.get(SIGN_UP)).words


@pytest.mark.django_db
def test_an_address_in_other_case_makes_no_second_account(client: Client) -> None:
    make_user(email="margit@example.org")

    page = Page(client.post(SIGN_UP, NEWCOMER | {"email": "Margit@Example.org"}))

    assert "There is an account with this address already. You can sign in to it." in page.words
    assert User.objects.count() == 1


def test_the_same_sign_up_twice_at_once_makes_one_account(
    transactional_db: None, settings: Settings
) -> None:
    # As slow as in real life, so that both find the address free before the first one is in.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    both = threading.Barrier(2)
    answers: list[int] = []

    def sign_up() -> None:
        client = Client(raise_request_exception=False)
        both.wait()
        answers.append(client.post(SIGN_UP, NEWCOMER).status_code)
        connection.close()

    threads = [threading.Thread(target=sign_up) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [200, 302]  # one is in, the other reads that the address is taken
    assert User.objects.count() == 1


@pytest.mark.django_db
def test_sign_up_is_whole_or_not_at_all() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE exercises_exercise RENAME TO mislaid")

    response = Client(raise_request_exception=False).post(SIGN_UP, NEWCOMER)

    assert response.status_code >= 500
    assert not User.objects.exists()


@pytest.mark.django_db
def test_sign_up_comes_back_to_what_the_person_wanted(client: Client) -> None:
    page = Page(client.get(SIGN_UP, {"next": "/week/"}))
    assert page.hidden("next") == ["/week/"]

    response = client.post(SIGN_UP, NEWCOMER | {"next": "/week/"})

    assert response.headers["Location"] == "/week/"
