"""Where a page or a mail sends people to whoever runs this site, it says how they reach them."""

import pytest
from django.core.mail import EmailMessage
from django.test import Client, RequestFactory
from pytest_django import Settings

from accounts.models import User
from footcare_site import failures
from tests.accounts.ways import ACCOUNT, CREDENTIALS, SIGN_IN, confirm, sign_in, stranger, turn_on
from tests.page import Page

MAIL, REACHED = "mailto:feet@example.org", "You reach them at feet@example.org."
LEADING_THERE = {
    "/privacy/": "Ask before you note anything private.",
    "/accounts/password/reset/": "it can’t help you by itself.",
    "/accounts/inactive/": "ask whoever runs this Footcare.",
}
everywhere = pytest.mark.parametrize(("address", "sentence"), LEADING_THERE.items())


@pytest.mark.django_db
@everywhere
def test_a_page_says_it_right_behind(
    client: Client, settings: Settings, address: str, sentence: str
) -> None:
    settings.CONTACT = MAIL

    page = Page(client.get(address))

    assert f"{sentence} {REACHED}" in page.words
    assert page.find("a", href=MAIL)


@pytest.mark.django_db
@everywhere
def test_where_none_is_set_the_sentence_stands_alone(
    client: Client, address: str, sentence: str
) -> None:
    page = Page(client.get(address))

    assert sentence in page.words
    assert "You reach them" not in page.words


def test_who_lost_the_second_step_reads_whom_to_ask(person: User, settings: Settings) -> None:
    settings.CONTACT = MAIL
    owner = stranger()
    sign_in(owner)
    confirm(owner)
    turn_on(owner)

    page = Page(stranger().post(SIGN_IN, CREDENTIALS, follow=True))

    assert f"Lost both? Ask whoever runs this Footcare. {REACHED}" in page.words


def test_a_page_for_those_whom_the_site_does_not_know_says_it_too(settings: Settings) -> None:
    settings.CONTACT = "https://example.org/who?a=b&c"

    page = Page(failures.answer("form_from_elsewhere", 403, RequestFactory().get("/")))

    told = "show it to whoever runs this Footcare. You reach them at example.org/who?a=b&c."
    assert told in page.words
    assert page.find("a", href="https://example.org/who?a=b&c")


def test_the_last_mail_of_an_account_says_it(
    signed_in: Client, mail_server: None, settings: Settings, mailoutbox: list[EmailMessage]
) -> None:
    settings.CONTACT = MAIL
    confirm(signed_in)

    signed_in.post(f"{ACCOUNT}delete/", {"email": "sam@example.org"})

    (mail,) = mailoutbox
    assert f"Then write to whoever runs Footcare within that time. {REACHED}" in mail.body
