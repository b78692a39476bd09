"""Signing in with a code by mail, and where no mail is sent."""

from datetime import timedelta

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.test import Client

from tests.accounts.ways import SIGN_IN, another_than, code_in, is_signed_in
from tests.make import make_user
from tests.page import Page

ASK = "/accounts/login/code/"
TYPE = f"{ASK}confirm/"
SAM = {"email": "sam@example.org", "remember": "on"}
NINETY_DAYS = 90 * 24 * 3600

with_mail = pytest.mark.usefixtures("mail_server")

pytestmark = pytest.mark.django_db


@with_mail
def test_a_code_signs_in_without_a_password(client: Client, mailoutbox: list[EmailMessage]) -> None:
    make_user()
    assert Page(client.get(f"{SIGN_IN}?next=/week/")).find("a", href=f"{ASK}?next=%2Fweek%2F")

    page = Page(client.post(ASK, SAM | {"email": "SAM@example.org", "next": "/week/"}, follow=True))
    assert "If sam@example.org has an account, a code with six digits is on its way." in page.words
    assert page.hidden("next")[0] == "/week/"
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["sam@example.org"], "Your code for Footcare")
    code = code_in(mail)
    response = client.post(TYPE, {"code": f" {code[:3]} {code[3:]}", "next": "/week/"})

    assert response.headers["Location"] == "/week/"
    assert is_signed_in(client)


@with_mail
@pytest.mark.parametrize(("ticked", "stays"), [({}, ""), ({"remember": "on"}, NINETY_DAYS)])
def test_whoever_signs_in_by_code_stays_unless_they_say_no(
    client: Client, mailoutbox: list[EmailMessage], ticked: dict[str, str], stays: object
) -> None:
    make_user()
    assert Page(client.get(ASK)).find("input", name="remember", checked="")

    client.post(ASK, {"email": "sam@example.org"} | ticked)
    client.post(TYPE, {"code": code_in(mailoutbox[0])})

    assert is_signed_in(client)
    assert client.cookies["sessionid"]["max-age"] == stays


@with_mail
def test_a_wrong_code_is_told_and_three_end_it(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    make_user()
    client.post(ASK, SAM)
    code = code_in(mailoutbox[0])
    wrong = {"code": another_than(code)}

    page = Page(client.post(TYPE, wrong))
    assert page.words.startswith("Error: Enter your code")
    assert "That isn’t the code. Look for the newest mail, and try again." in page.words
    client.post(TYPE, wrong)
    page = Page(client.post(TYPE, wrong, follow=True))

    assert "That code no longer counts, after three tries." in page.words
    client.post(TYPE, {"code": code})
    assert not is_signed_in(client)


@with_mail
@pytest.mark.parametrize("action", ["change", "resend", "verify"])
def test_a_code_counts_as_tried_whatever_the_form_is_sent_as(
    client: Client, mailoutbox: list[EmailMessage], action: str
) -> None:
    make_user()
    client.post(ASK, SAM)
    for _ in range(2):  # as often as allauth sends another one
        client.post(TYPE, {"action": "resend"})
    code = code_in(mailoutbox[-1])

    for _ in range(3):
        client.post(TYPE, {"action": action, "code": another_than(code)})
    client.post(TYPE, {"action": action, "code": code})

    assert not is_signed_in(client)


@with_mail
@pytest.mark.parametrize(("minutes", "works"), [(9, True), (11, False)])
def test_a_code_works_for_ten_minutes_in_the_browser_that_asked(
    client: Client,
    mailoutbox: list[EmailMessage],
    clock: time_machine.Traveller,
    minutes: int,
    works: bool,
) -> None:
    make_user()
    client.post(ASK, SAM)
    clock.shift(timedelta(minutes=minutes))
    code = {"code": code_in(mailoutbox[0])}

    elsewhere = Client()
    elsewhere.post(TYPE, code)
    client.post(TYPE, code)

    assert not is_signed_in(elsewhere)
    assert is_signed_in(client) == works


@with_mail
def test_a_strange_address_gets_the_same_pages_and_help_by_mail(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    make_user()
    answers = []
    for email in ("sam@example.org", "nobody@example.org"):
        stranger = Client()
        first = stranger.post(ASK, {"email": email}, follow=True)
        words = Page(first).words.replace(email, "…")
        told = [stranger.post(TYPE, {"code": "x"}, follow=True) for _ in range(3)]
        answers.append(
            [
                (first.status_code, words),
                *((t.status_code, Page(t).words.replace(email, "…")) for t in told),
            ]
        )

    assert answers[0] == answers[1]
    assert [mail.subject for mail in mailoutbox] == [
        "Your code for Footcare",
        "No account at Footcare with this address",
    ]


@with_mail
def test_no_code_is_right_for_a_strange_address(client: Client) -> None:
    client.post(ASK, {"email": "nobody@example.org"})

    for code in ("", "None", "000000"):
        client.post(TYPE, {"code": code})
        assert not is_signed_in(client)


@with_mail
@pytest.mark.parametrize("email", ["sam@example.org", "nobody@example.org"])
def test_five_codes_an_hour_are_the_most_for_one_address(
    client: Client, mailoutbox: list[EmailMessage], clock: time_machine.Traveller, email: str
) -> None:
    make_user()

    for _ in range(5):
        assert Client().post(ASK, {"email": email}).headers["Location"] == TYPE
    page = Page(client.post(ASK, {"email": email}))

    assert "That was too often in a short time. Please wait a few minutes" in page.words
    assert page.find("input", name="email", value=email)
    assert len(mailoutbox) == 5


@with_mail
def test_another_code_comes_when_asked_for(client: Client, mailoutbox: list[EmailMessage]) -> None:
    make_user()
    client.post(ASK, SAM)
    assert "Send another code" in Page(client.get(TYPE)).words

    client.post(TYPE, {"action": "resend"})
    first, second = map(code_in, mailoutbox)
    if first != second:  # once in a million they are the same
        client.post(TYPE, {"code": first})
        assert not is_signed_in(client)
    client.post(TYPE, {"code": second})

    assert is_signed_in(client)


@with_mail
def test_sign_in_by_code_can_be_left_for_another_way(client: Client) -> None:
    client.post(ASK, SAM)
    page = Page(client.get(TYPE))
    assert page.find("form", action="/accounts/logout/")

    response = client.post("/accounts/logout/", {"next": page.hidden("next")[0]}, follow=True)

    assert "Welcome back" in Page(response).words


@with_mail
def test_a_closed_account_gets_no_code(client: Client, mailoutbox: list[EmailMessage]) -> None:
    make_user(is_active=False)

    client.post(ASK, SAM)

    assert [mail.subject for mail in mailoutbox] == ["No account at Footcare with this address"]


def test_without_mail_nothing_offers_a_code_and_the_page_says_why(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    make_user()
    assert "Send me a code" not in Page(client.get(SIGN_IN)).words

    for response in (client.get(ASK), client.post(ASK, SAM)):
        assert "This Footcare sends no mail, so it can’t send you a code." in Page(response).words
    assert client.get(TYPE).headers["Location"] == SIGN_IN
    assert mailoutbox == []
