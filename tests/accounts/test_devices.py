"""The list of devices: what they are called, and that signing out there ends it at once."""

from datetime import timedelta

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.test import Client

from accounts.models import BrowserSession, User
from accounts.sessions import device_name
from tests.accounts.ways import ACCOUNT, CREDENTIALS, is_signed_in, sign_in, stranger
from tests.make import PASSWORD, make_user
from tests.page import Page

ELSEWHERE = f"{ACCOUNT}devices/sign-out/"
STAY = f"{ACCOUNT}devices/stay/"
PHONE = (
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
    "Mobile Safari/537.36"
)
LAPTOP = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:144.0) Gecko/20100101 Firefox/144.0"


def signed_in_on(user_agent: str) -> Client:
    client = stranger(user_agent=user_agent)
    sign_in(client)
    assert is_signed_in(client)
    return client


def sign_out(pk: int) -> str:
    return f"{ACCOUNT}devices/{pk}/sign-out/"


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (PHONE, "Chrome on Android"),
        (LAPTOP, "Firefox on Mac"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, "
            "like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
            "Safari on iPhone",
        ),
        (
            "Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
            "Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1",
            "Chrome on iPad",
        ),
        (
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
            "SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
            "Samsung Internet on Android",
        ),
        (
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/142.0.0.0 Safari/537.36 OPR/125.0.0.0",
            "Opera on Linux",
        ),
        (
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/142.0.0.0 Safari/537.36",
            "Chrome on Chromebook",
        ),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_7) Nothing/1", "A browser on iPhone"),
        ("Firefox/144.0", "Firefox"),
        ("curl/8.5.0", "A device that doesn’t say what it is"),
        ("", "A device that doesn’t say what it is"),
    ],
)
def test_a_device_is_called_what_its_browser_says(user_agent: str, name: str) -> None:
    assert device_name(user_agent) == name


def test_the_list_has_this_device_first_and_then_the_latest(
    person: User, clock: time_machine.Traveller
) -> None:
    signed_in_on(LAPTOP)
    clock.shift(timedelta(days=1))
    signed_in_on("Firefox/144.0")
    clock.shift(timedelta(hours=15, minutes=30))  # by now it is Saturday in Berlin
    phone = signed_in_on(PHONE)

    page = Page(phone.get(ACCOUNT))

    assert (
        "Chrome on Android Since 21 November This one "
        "Firefox Since 20 November Sign out device 1: Firefox, since 20 November "
        "Firefox on Mac Since 19 November Sign out device 2: Firefox on Mac, since 19 November "
    ) in page.words
    assert "Sign out everywhere else" in page.words
    assert "127.0.0.1" not in page.words


def test_whoever_is_signed_in_nowhere_else_is_offered_nothing(person: User) -> None:
    page = Page(signed_in_on(PHONE).get(ACCOUNT))

    assert "Chrome on Android Since 19 November This one" in page.words
    assert "Sign out everywhere else" not in page.words


def test_signing_out_there_ends_it_there_and_nowhere_else(person: User) -> None:
    laptop, tablet, phone = signed_in_on(LAPTOP), signed_in_on("iPad"), signed_in_on(PHONE)
    row = UserSession.objects.get(user_agent=LAPTOP)

    for _ in range(2):  # pressed twice is pressed once
        page = Page(phone.post(sign_out(row.pk), follow=True))
        assert "Signed out there." in page.words

    assert "Firefox on Mac" not in page.words
    assert [is_signed_in(each) for each in (laptop, tablet, phone)] == [False, True, True]
    assert BrowserSession.objects.count() == 2


def test_signing_out_everywhere_else_leaves_this_one(person: User) -> None:
    others = [signed_in_on(LAPTOP), signed_in_on("iPad")]
    phone = signed_in_on(PHONE)

    page = Page(phone.post(ELSEWHERE, follow=True))

    assert "Signed out everywhere else." in page.words
    assert [is_signed_in(each) for each in (*others, phone)] == [False, False, True]


def test_another_person_s_device_is_not_mine_to_sign_out(person: User) -> None:
    sam = signed_in_on(PHONE)
    make_user(email="alex@example.org")
    alex = stranger()
    alex.post("/accounts/login/", CREDENTIALS | {"login": "alex@example.org"})
    row = UserSession.objects.get(user=person)

    assert alex.post(sign_out(row.pk)).status_code == 404
    alex.post(ELSEWHERE)

    assert is_signed_in(sam)
    assert "Chrome on Android" not in Page(alex.get(ACCOUNT)).words


def test_following_a_link_signs_nobody_out(person: User) -> None:
    laptop, phone = signed_in_on(LAPTOP), signed_in_on(PHONE)
    row = UserSession.objects.get(user_agent=LAPTOP)

    for path in (ELSEWHERE, STAY, sign_out(row.pk)):
        assert phone.get(path).headers["Location"] == ACCOUNT
    assert is_signed_in(laptop)


def test_whoever_shares_a_device_can_decline_to_stay_signed_in_and_take_it_back(
    person: User,
) -> None:
    phone, laptop = stranger(user_agent=PHONE), stranger(user_agent=LAPTOP)
    for device in (phone, laptop):
        sign_in(device, remember="on")
    assert phone.cookies["sessionid"]["max-age"] == 90 * 24 * 3600

    page = Page(phone.post(STAY, follow=True))
    assert "You are signed out here when you close the browser." in page.words
    assert "Keep me signed in on this device" in page.words
    assert phone.cookies["sessionid"]["max-age"] == ""
    assert "Sign me out when I close the browser" in Page(laptop.get(ACCOUNT)).words

    page = Page(phone.post(STAY, {"remember": ""}, follow=True))
    assert "You stay signed in on this device." in page.words
    assert "Sign me out when I close the browser" in page.words
    assert phone.cookies["sessionid"]["max-age"] == 90 * 24 * 3600


def test_signing_out_takes_the_device_off_the_list(person: User) -> None:
    laptop, phone = signed_in_on(LAPTOP), signed_in_on(PHONE)
    laptop.post("/accounts/logout/")

    assert "Firefox on Mac" not in Page(phone.get(ACCOUNT)).words
    assert UserSession.objects.count() == 1


def test_a_new_password_signs_out_everywhere_else(person: User) -> None:
    laptop, phone = signed_in_on(LAPTOP), signed_in_on(PHONE)
    new = dict.fromkeys(("password1", "password2"), "quiet pebbles roll")

    phone.post("/accounts/password/change/", new | {"oldpassword": PASSWORD})

    assert not is_signed_in(laptop)
    page = Page(phone.get(ACCOUNT))
    assert "Chrome on Android Since 19 November This one" in page.words
    assert "Firefox on Mac" not in page.words
