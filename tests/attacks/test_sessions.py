"""The cookie that says who somebody is: new at each sign-in, dead at each sign-out."""

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import User
from logbook.views.form_undo import KEY
from tests.make import PASSWORD, make_user

NAME = settings.SESSION_COOKIE_NAME


def sign_in(client: Client, user: User) -> None:
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})


def test_a_cookie_that_somebody_planted_is_not_the_one_that_signs_in(
    client: Client, person: User
) -> None:
    attacker = Client()
    planted = attacker.session
    planted["planted"] = True
    planted.save()
    client.cookies[NAME] = planted.session_key

    sign_in(client, person)

    assert client.cookies[NAME].value != planted.session_key
    attacker.cookies[NAME] = planted.session_key
    assert attacker.get("/today/").status_code == 302


def test_what_an_earlier_person_left_on_the_device_is_gone_for_the_next(
    client: Client, person: User
) -> None:
    alex = make_user(email="alex@example.org")
    client.force_login(alex)
    session = client.session
    session[KEY] = {"address": "/pain/", "was": {"back": "7"}, "replaced": ""}
    session.save()

    client.post("/accounts/logout/")
    sign_in(client, person)

    assert KEY not in client.session


def test_a_cookie_is_worth_nothing_after_signing_out(client: Client, person: User) -> None:
    sign_in(client, person)
    kept = client.cookies[NAME].value
    assert client.get("/today/").status_code == 200

    client.post("/accounts/logout/")
    client.cookies[NAME] = kept

    assert client.get("/today/").status_code == 302


def test_a_new_password_signs_out_everywhere_else(client: Client, person: User) -> None:
    elsewhere = Client()
    for each in (client, elsewhere):
        sign_in(each, person)

    new = "three quiet herons"
    client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    assert client.get("/today/").status_code == 200
    assert elsewhere.get("/today/").status_code == 302


@pytest.mark.parametrize("value", ["x" * 5_000, "", "../..", "\x7f", "0" * 32, "Ünïcode"])
def test_a_made_up_cookie_is_a_stranger(client: Client, person: User, value: str) -> None:
    client.cookies[NAME] = value

    assert client.get("/today/").status_code == 302


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    client: Client, person: User
) -> None:
    sign_in(client, person)
    cookie = client.cookies[NAME]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
