"""Signing up, signing in and out, and changing the password, where the site sends no mail."""

import threading
from datetime import date
from http.cookies import Morsel

import pytest
import time_machine
from django.db import connection
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.logbook.views.page import Page
from tests.make import PASSWORD, make_user

SIGN_UP, SIGN_IN = "/accounts/signup/", "/accounts/login/"
NEWCOMER = {
    "email": "margit@example.org",
    "password1": "three plain words",
    "time_zone": "Pacific/Kiritimati",
}
NINETY_DAYS = 90 * 24 * 3600


def session_cookie(client: Client) -> Morsel[str]:
    return client.cookies["sessionid"]


def is_signed_in(client: Client) -> bool:
    return client.get("/settings/").status_code == 200


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

    assert page.find("select", data_device_zone="")
    assert not [option for option in page.find("option", selected="") if option["value"]]
    assert page.find("script", type="module", src="/static/js/time-zone.js")


@pytest.mark.django_db
def test_sign_up_leads_to_the_safety_advice(client: Client) -> None:
    assert Page(client.get(SIGN_UP)).find("a", href="/care/#safety")


@pytest.mark.django_db
def test_a_newcomer_is_signed_in_at_once_and_sees_today(
    client: Client, clock: time_machine.Traveller
) -> None:
    response = client.post(SIGN_UP, NEWCOMER, follow=True)

    assert response.request["PATH_INFO"] == "/today/"
    margit = User.objects.get()
    assert (margit.email, margit.time_zone) == ("margit@example.org", "Pacific/Kiritimati")
    assert margit.first_day == date(2026, 11, 19)  # 22:00 there
    programme = margit.targets.values_list("exercise__slug", "per_day")
    assert dict(programme) == {
        "resisted-plantar-flexion": 2,
        "ankle-circles": 3,
        "toe-presses": 3,
        "toe-walking": 2,
    }
    assert session_cookie(client)["max-age"] == NINETY_DAYS


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


@pytest.mark.django_db
def test_sign_in_stays_for_ninety_days_unless_the_person_says_no(client: Client) -> None:
    make_user()
    sent = {"login": "sam@example.org", "password": PASSWORD}
    assert Page(client.get(SIGN_IN)).find("input", name="remember", checked="")

    client.post(SIGN_IN, sent | {"remember": "on"})
    assert session_cookie(client)["max-age"] == NINETY_DAYS

    shared = Client()
    shared.post(SIGN_IN, sent)
    assert session_cookie(shared)["max-age"] == ""


@pytest.mark.django_db
def test_sign_in_takes_the_address_in_any_case(client: Client) -> None:
    make_user()

    response = client.post(SIGN_IN, {"login": "SAM@Example.org", "password": PASSWORD})

    assert response.headers["Location"] == "/today/"
    assert is_signed_in(client)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("login", "password"),
    [("sam@example.org", "ten-quiet-toez"), ("nobody@example.org", PASSWORD)],
)
def test_a_wrong_password_and_a_strange_address_look_the_same(
    client: Client, login: str, password: str
) -> None:
    make_user()

    page = Page(client.post(SIGN_IN, {"login": login, "password": password}))

    assert "One thing to put right" in page.words
    assert "The email address and the password don’t belong together." in page.words
    assert not is_signed_in(client)


@pytest.mark.django_db
def test_after_five_wrong_passwords_the_right_one_has_to_wait(client: Client) -> None:
    make_user()
    for _ in range(5):
        client.post(SIGN_IN, {"login": "sam@example.org", "password": "not-my-password"})

    page = Page(client.post(SIGN_IN, {"login": "sam@example.org", "password": PASSWORD}))

    assert "That was wrong too often. Please wait five minutes, then try again." in page.words
    assert not is_signed_in(client)


@pytest.mark.django_db
def test_too_many_tries_get_a_page_of_our_own(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    client.post(SIGN_IN)

    response = client.post(SIGN_IN)

    page = Page(response)
    assert response.status_code == 429
    assert len(page.find("h1")) == 1
    assert "Please wait a little while, then try again. Nothing is lost." in page.words


@pytest.mark.django_db
def test_a_closed_account_is_told_so(client: Client) -> None:
    make_user(is_active=False)

    response = client.post(SIGN_IN, {"login": "sam@example.org", "password": PASSWORD}, follow=True)

    assert "This account is closed" in Page(response).words
    assert not is_signed_in(client)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "javascript:alert(1)",
        "http://localhost/",  # an allowed host, but not the one that the person is at
    ],
)
def test_sign_in_never_leads_away_from_the_site(client: Client, elsewhere: str) -> None:
    make_user()
    sent = {"login": "sam@example.org", "password": PASSWORD, "next": elsewhere}

    assert client.post(SIGN_IN, sent).headers["Location"] == "/today/"


@pytest.mark.django_db
def test_the_admin_is_entered_through_the_same_door(client: Client) -> None:
    make_user(is_staff=True, is_superuser=True)

    response = client.get("/admin/login/?next=/admin/")
    assert response.headers["Location"] == "/accounts/login/?next=%2Fadmin%2F"

    sent = {"login": "sam@example.org", "password": PASSWORD, "next": "/admin/"}
    assert client.post(SIGN_IN, sent).headers["Location"] == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_sign_out_asks_first_and_then_says_so(signed_in: Client) -> None:
    assert "Sign out?" in Page(signed_in.get("/accounts/logout/")).words
    assert is_signed_in(signed_in)

    response = signed_in.post("/accounts/logout/", follow=True)

    assert response.request["PATH_INFO"] == "/"
    assert "You are signed out." in Page(response).words
    assert not is_signed_in(signed_in)


def test_a_new_password_replaces_the_old_one(signed_in: Client) -> None:
    sent = {
        "oldpassword": PASSWORD,
        "password1": "quiet pebbles roll",
        "password2": "quiet pebbles roll",
    }

    response = signed_in.post("/accounts/password/change/", sent, follow=True)

    assert response.request["PATH_INFO"] == "/settings/"
    assert "Your new password is saved." in Page(response).words
    assert User.objects.get().check_password("quiet pebbles roll")
    assert is_signed_in(signed_in)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"oldpassword": "not-my-password"}, "That isn’t your current password."),
        ({"oldpassword": ""}, "Type your current password."),
        ({"password1": "sparow", "password2": "sparow"}, "This has 6 characters. Add at least 4"),
        ({"password2": "quiet pebbles rock"}, "You must type the same password each time."),
    ],
)
def test_a_mistaken_new_password_leaves_the_old_one(
    signed_in: Client, changes: dict[str, str], sentence: str
) -> None:
    sent = {
        "oldpassword": PASSWORD,
        "password1": "quiet pebbles roll",
        "password2": "quiet pebbles roll",
    }

    page = Page(signed_in.post("/accounts/password/change/", sent | changes))

    assert sentence in page.words
    assert User.objects.get().check_password(PASSWORD)


@pytest.mark.django_db
def test_the_reset_page_says_what_to_do_where_no_mail_is_sent(
    client: Client, mailoutbox: list[object]
) -> None:
    make_user()

    for response in (
        client.get("/accounts/password/reset/"),
        client.post("/accounts/password/reset/", {"email": "sam@example.org"}),
    ):
        page = Page(response)
        assert "Ask whoever runs this Footcare" in page.words
        assert ".venv/bin/python manage.py changepassword you@example.org" in page.words
    assert mailoutbox == []


def test_the_email_page_promises_no_mail_where_none_is_sent(
    signed_in: Client, mailoutbox: list[object]
) -> None:
    sent = {"email": "new@example.org", "action_add": ""}

    for response in (signed_in.get("/accounts/email/"), signed_in.post("/accounts/email/", sent)):
        assert "You sign in as sam@example.org. This Footcare sends no mail" in Page(response).words
    assert User.objects.get().email == "sam@example.org"
    assert mailoutbox == []


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/accounts/confirm-email/", "/accounts/confirm-email/abc/"])
def test_there_is_nothing_to_confirm_where_no_mail_is_sent(client: Client, path: str) -> None:
    page = Page(client.get(path))

    assert "This Footcare sends no mail, so there is nothing to confirm." in page.words
    assert page.find("a", href="/today/")


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["confirm", "complete"])
def test_a_reset_that_never_began_leads_back(client: Client, step: str) -> None:
    assert client.get(f"/accounts/password/reset/{step}/").status_code == 302
