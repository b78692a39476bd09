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

    assert "We write to you only about how you sign in" in page.words
    assert "sends no mail" not in page.words


def test_it_says_that_there_is_no_mail(client: Client) -> None:
    assert "This Footcare sends no mail." in Page(client.get("/privacy/")).words


@pytest.mark.django_db
def test_every_page_leads_there(client: Client) -> None:
    assert Page(client.get("/care/")).find("a", href="/privacy/")
