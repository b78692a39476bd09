"""allauth gives our templates the names they use: without one, a page would miss a piece."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.mail import EmailMessage
from django.http import HttpResponse
from django.test import Client

from accounts.models import User
from tests.make import NEWCOMER, make_user

OURS = Path("templates/account")
EVERYWHERE = {"request", "user"}

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_server")]


def names_in(template: str) -> set[str]:
    text = (OURS.parent / template).read_text()
    made_here = set(re.findall(r"(?: with | as )(\w+)", text))
    return set(re.findall(r"\{(?:\{|% if) (\w+)", text)) - made_here - EVERYWHERE


def check(response: HttpResponse, template: str) -> None:
    assert template in [used.name for used in response.templates]
    assert [name for name in sorted(names_in(template)) if name not in response.context] == []


@pytest.mark.parametrize(
    ("path", "template"),
    [
        ("/accounts/login/?next=/week/", "account/login.html"),
        ("/accounts/signup/?next=/week/", "account/signup.html"),
        ("/accounts/password/reset/", "account/password_reset.html"),
    ],
)
def test_a_stranger_s_page(client: Client, path: str, template: str) -> None:
    check(client.get(path), template)


def test_the_code_for_a_new_address(client: Client) -> None:
    page = client.post("/accounts/signup/", NEWCOMER, follow=True)

    check(page, "account/confirm_email_verification_code.html")
    check(page, "account/base_confirm_code.html")


def test_the_code_and_the_form_for_a_new_password(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    make_user(email=NEWCOMER["email"])
    page = client.post("/accounts/password/reset/", {"email": NEWCOMER["email"]}, follow=True)
    check(page, "account/confirm_password_reset_code.html")
    check(page, "account/base_confirm_code.html")

    (code,) = re.findall(r"\b\d{6}\b", str(mailoutbox[0].body))
    page = client.post("/accounts/password/reset/confirm/", {"code": code}, follow=True)

    check(page, "account/password_reset_from_key.html")


def test_a_person_s_pages(client_of: Callable[[User], Client]) -> None:
    client = client_of(make_user())
    check(client.get("/accounts/logout/"), "account/logout.html")
    check(client.get("/accounts/reauthenticate/"), "account/reauthenticate.html")
    check(client.get("/accounts/email/"), "account/email_change.html")
    check(client.get("/accounts/password/change/"), "account/password_change.html")
