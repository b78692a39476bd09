"""The page about privacy: for anyone, with this site's own figures."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.page import Page


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "are kept for 1 day, and deleted"),
        (90, "are kept for 90 days, and deleted"),
    ],
)
def test_it_says_for_how_long_copies_are_kept(
    client: Client, settings: Settings, days: int, words: str
) -> None:
    settings.BACKUP_DAYS = days

    assert words in Page(client.get("/privacy/")).words


@pytest.mark.usefixtures("mail_server")
def test_it_says_what_mails_are_about(client: Client) -> None:
    page = Page(client.get("/privacy/"))

    assert "We write to you only about your account, never with what you noted." in page.words
    assert "sends no mail" not in page.words


def test_it_says_that_there_is_no_mail(client: Client) -> None:
    assert "This Footcare sends no mail." in Page(client.get("/privacy/")).words


@pytest.mark.django_db
def test_every_page_leads_there(client: Client) -> None:
    assert Page(client.get("/care/")).find("a", href="/privacy/")


def test_it_says_who_runs_the_site_or_that_they_have_not_said(
    client: Client, settings: Settings
) -> None:
    unsaid = (
        "Whoever runs this site hasn’t said who they are. Ask before you note anything private."
    )
    assert unsaid in Page(client.get("/privacy/")).words

    settings.OPERATOR, settings.OPERATOR_ADDRESS = "Dr Foot", "1 Foot Lane, Anytown"

    page = Page(client.get("/privacy/"))
    assert "Dr Foot, 1 Foot Lane, Anytown." in page.words
    assert unsaid not in page.words


def test_it_says_on_what_ground_from_which_age_and_where_to_complain(
    client: Client, settings: Settings
) -> None:
    settings.AUTHORITY = "https://authority.example.org/complain"

    page = Page(client.get("/privacy/"))

    assert "They are kept because you agreed, and only then." in page.words
    assert "This site is for people of 16 and over." in page.words
    assert "You can complain to the data protection authority where you live." in page.words
    assert page.find("a", href="https://authority.example.org/complain")


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (0, "An account that nobody uses is kept too."),
        (1, "An account that nobody uses for 1 month is deleted. We write to you twice before"),
        (24, "An account that nobody uses for 24 months is deleted. We write to you twice before"),
    ],
)
@pytest.mark.usefixtures("mail_server")
def test_it_says_for_how_long_an_unused_account_is_kept(
    client: Client, settings: Settings, months: int, words: str
) -> None:
    settings.UNUSED_MONTHS = months

    assert words in Page(client.get("/privacy/")).words


def test_without_mail_no_account_is_said_to_go(client: Client, settings: Settings) -> None:
    settings.UNUSED_MONTHS = 24

    assert "An account that nobody uses is kept too." in Page(client.get("/privacy/")).words
