"""What is sent by mail: to one address, with our own words, whatever somebody types or claims."""

from collections.abc import Iterable

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from accounts.models import User
from tests.attacks.rows import everything
from tests.make import PASSWORD
from tests.page import Page

INJECTED = (
    "sam@example.org\r\nBcc: everybody@example.org",
    "sam@example.org\nSubject: Hello",
    "sam@example.org%0aBcc:everybody@example.org",
    "sam@example.org,everybody@example.org",
    "sam@example.org; everybody@example.org",
    "Sam <sam@example.org>",
    '"sam@example.org\r\n\r\nHello"@example.org',
    "sam@example.org\x00@example.org",
    "sam@exa\u2028mple.org",
)
AGENTS = (
    "Chrome\r\nBcc: everybody@example.org",
    "<img src=https://elsewhere.example.org/>",
    "Win your prize at https://elsewhere.example.org/ now",
)
NEW = {"password1": "quiet pebbles roll", "password2": "quiet pebbles roll"}

pytestmark = pytest.mark.usefixtures("mail_server")


def everywhere(mails: Iterable[EmailMessage]) -> str:
    return "\n".join(mail.message().as_string() for mail in mails)


@pytest.mark.parametrize("address", INJECTED)
@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/accounts/signup/", {"password1": PASSWORD, "time_zone": "Europe/Berlin"}),
        ("/accounts/password/reset/", {}),
        ("/accounts/login/code/", {}),
    ],
)
def test_an_address_with_more_in_it_gets_no_mail(
    client: Client,
    person: User,
    mailoutbox: list[EmailMessage],
    address: str,
    path: str,
    sent: dict[str, str],
) -> None:
    before = everything()

    page = Page(client.post(path, {"email": address, **sent}))

    assert "It should look like name@example.org." in page.words
    assert mailoutbox == []
    assert everything() == before


@pytest.mark.parametrize("address", INJECTED)
def test_nobody_changes_to_an_address_with_more_in_it(
    signed_in: Client, mailoutbox: list[EmailMessage], address: str
) -> None:
    page = Page(signed_in.post("/accounts/email/", {"email": address, "action_add": ""}))

    assert "It should look like name@example.org." in page.words
    assert mailoutbox == []


@pytest.mark.parametrize("agent", AGENTS)
def test_what_a_browser_calls_itself_is_not_repeated(
    person: User, mailoutbox: list[EmailMessage], agent: str
) -> None:
    browser = Client(headers={"user-agent": agent})
    browser.force_login(person)

    browser.post("/accounts/password/change/", {"oldpassword": PASSWORD, **NEW})

    (mail,) = mailoutbox
    assert mail.to == [person.email]
    assert "elsewhere" not in everywhere(mailoutbox)
    assert "everybody" not in everywhere(mailoutbox)
